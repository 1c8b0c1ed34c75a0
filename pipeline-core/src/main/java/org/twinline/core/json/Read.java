package org.twinline.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Typed access to tree values; every fault names the field and the type, never the content. */
public final class Read {
  private Read() {}

  /** A reader of one element. */
  @FunctionalInterface
  public interface Element<T> {
    T read(String field, JsonValue value) throws MalformedRecord;
  }

  /** The member of that name. */
  public static JsonValue required(JsonValue.Obj object, String field) throws MalformedRecord {
    JsonValue value = object.members().get(field);
    if (value == null || value.isNull()) {
      throw new MalformedRecord(
          DeadLetterCode.MISSING_FIELD, field + " is missing", object.start());
    }
    return value;
  }

  public static JsonValue.Obj object(String field, JsonValue value) throws MalformedRecord {
    if (value instanceof JsonValue.Obj object) {
      return object;
    }
    throw MalformedRecord.wrongType(field, "an object", value);
  }

  public static JsonValue.Arr array(String field, JsonValue value) throws MalformedRecord {
    if (value instanceof JsonValue.Arr array) {
      return array;
    }
    throw MalformedRecord.wrongType(field, "an array", value);
  }

  public static String text(String field, JsonValue value) throws MalformedRecord {
    if (value instanceof JsonValue.Text text) {
      return text.text();
    }
    throw MalformedRecord.wrongType(field, "a string", value);
  }

  /** A string, or the JSON of a number or boolean. */
  public static String scalar(String field, JsonValue value) throws MalformedRecord {
    if (value instanceof JsonValue.Text text) {
      return text.text();
    }
    if (value instanceof JsonValue.Num || (value instanceof JsonValue.Literal && !value.isNull())) {
      return value.raw();
    }
    throw MalformedRecord.wrongType(field, "a string or a number", value);
  }

  /** A string, or the JSON of anything else: an answer may be a structure. */
  public static String textOrJson(JsonValue value) {
    return value instanceof JsonValue.Text text ? text.text() : value.raw();
  }

  /** A finite number. */
  public static double number(String field, JsonValue value) throws MalformedRecord {
    if (!(value instanceof JsonValue.Num number)) {
      throw MalformedRecord.wrongType(field, "a number", value);
    }
    double result = number.value();
    if (!Double.isFinite(result)) {
      throw new MalformedRecord(
          DeadLetterCode.OUT_OF_RANGE, field + " is beyond the range of a double", value.start());
    }
    return result;
  }

  /** Each element of an array, or of the empty list where the member is absent. */
  public static <T> List<T> list(JsonValue.Obj object, String field, Element<T> reader)
      throws MalformedRecord {
    JsonValue value = object.members().get(field);
    return value == null || value.isNull() ? List.of() : list(field, value, reader);
  }

  /** Each element of an array. */
  public static <T> List<T> list(String field, JsonValue value, Element<T> reader)
      throws MalformedRecord {
    List<JsonValue> elements = array(field, value).elements();
    List<T> result = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      result.add(reader.read(field + "[]", elements.get(i)));
    }
    return result;
  }

  /** One of the words of an enum, in lower case; {@code unstated} is not one of them. */
  public static <E extends Enum<E>> E word(String field, JsonValue value, E[] constants)
      throws MalformedRecord {
    String word = text(field, value);
    StringBuilder allowed = new StringBuilder();
    for (E constant : constants) {
      String name = word(constant);
      if (name.equals(UNSTATED)) {
        continue;
      }
      if (name.equals(word)) {
        return constant;
      }
      allowed.append(allowed.isEmpty() ? "" : ", ").append(name);
    }
    throw new MalformedRecord(
        DeadLetterCode.UNKNOWN_VALUE, field + " must be one of " + allowed, value.start());
  }

  /** The word an enum constant is written as. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Never written: a field that would say it is left out. */
  static final String UNSTATED = "unstated";
}
