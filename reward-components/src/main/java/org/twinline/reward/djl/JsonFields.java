package org.twinline.reward.djl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A JSON object read strictly: every key is asked for with its type, and {@link #end} refuses those
 * that nobody asked for. Duplicate keys and content after the object are errors.
 */
public final class JsonFields {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
          .build();

  private final JsonNode node;
  private final String path;
  private final Function<String, ? extends RuntimeException> error;
  private final Set<String> asked = new TreeSet<>();

  private JsonFields(
      JsonNode node, String path, Function<String, ? extends RuntimeException> error) {
    this.node = node;
    this.path = path;
    this.error = error;
  }

  /**
   * Parses one object.
   *
   * @param error makes the exception from what is wrong; told apart by the caller's context
   */
  public static JsonFields parse(byte[] json, Function<String, ? extends RuntimeException> error) {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (!node.isObject()) {
        throw error.apply("expected a JSON object");
      }
      return new JsonFields(node, "", error);
    } catch (JsonProcessingException e) {
      throw error.apply(
          "invalid JSON at line %d, column %d: %s"
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()));
    } catch (IOException e) {
      throw error.apply("invalid JSON: " + e.getMessage());
    }
  }

  /** A new object to write into. */
  static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  /** Indented by two spaces, lines ended by a line feed, on every system. */
  static byte[] write(ObjectNode object) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return (MAPPER.writer(printer).writeValueAsString(object) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a JSON tree", e);
    }
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return node.has(key);
  }

  /** The names of all keys, for objects whose keys are data. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      keys.add(names.next());
    }
    return keys;
  }

  /** A string. */
  public String text(String key) {
    JsonNode value = value(key);
    check(value.isTextual(), key, "a string");
    return value.textValue();
  }

  /** A string, or {@code absent} where the key is not there. */
  public String text(String key, String absent) {
    asked.add(key);
    return has(key) ? text(key) : absent;
  }

  /** A whole number in [low, high]. */
  public int integer(String key, int low, int high) {
    JsonNode value = value(key);
    check(
        value.isIntegralNumber()
            && value.canConvertToInt()
            && value.intValue() >= low
            && value.intValue() <= high,
        key,
        "a whole number between " + low + " and " + high);
    return value.intValue();
  }

  long longInteger(String key) {
    JsonNode value = value(key);
    check(value.isIntegralNumber() && value.canConvertToLong(), key, "a whole number of 64 bits");
    return value.longValue();
  }

  /** A finite number. */
  public double number(String key) {
    JsonNode value = value(key);
    check(value.isNumber() && Double.isFinite(value.doubleValue()), key, "a finite number");
    return value.doubleValue();
  }

  /** True or false. */
  public boolean flag(String key) {
    JsonNode value = value(key);
    check(value.isBoolean(), key, "true or false");
    return value.booleanValue();
  }

  /** An object. */
  public JsonFields object(String key) {
    JsonNode value = value(key);
    check(value.isObject(), key, "an object");
    return new JsonFields(value, name(key), error);
  }

  /** An array of strings. */
  public List<String> texts(String key) {
    JsonNode value = array(key);
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      check(item.isTextual(), key, "an array of strings");
      texts.add(item.textValue());
    }
    return texts;
  }

  List<Double> numbers(String key) {
    JsonNode value = array(key);
    List<Double> numbers = new ArrayList<>();
    for (JsonNode item : value) {
      check(item.isNumber() && Double.isFinite(item.doubleValue()), key, "an array of numbers");
      numbers.add(item.doubleValue());
    }
    return numbers;
  }

  /** An array of whole numbers from 0. */
  public List<Long> longIntegers(String key) {
    JsonNode value = array(key);
    List<Long> numbers = new ArrayList<>();
    for (JsonNode item : value) {
      check(
          item.isIntegralNumber() && item.canConvertToLong() && item.longValue() >= 0,
          key,
          "an array of whole numbers from 0");
      numbers.add(item.longValue());
    }
    return numbers;
  }

  /** An array of objects. */
  public List<JsonFields> objects(String key) {
    JsonNode value = array(key);
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode item : value) {
      check(item.isObject(), key, "an array of objects");
      objects.add(new JsonFields(item, name(key) + "[" + objects.size() + "]", error));
    }
    return objects;
  }

  /** Refuses keys that were not asked for. */
  public void end() {
    for (String key : keys()) {
      if (!asked.contains(key)) {
        throw error.apply(
            "unknown key '%s', known here: %s".formatted(name(key), String.join(", ", asked)));
      }
    }
  }

  /** The error for a key whose value is wrong in a way the types above do not cover. */
  public RuntimeException invalid(String key, String expected) {
    return error.apply("'%s' must be %s".formatted(name(key), expected));
  }

  private JsonNode array(String key) {
    JsonNode value = value(key);
    check(value.isArray(), key, "an array");
    return value;
  }

  private JsonNode value(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      throw error.apply("missing key '%s'".formatted(name(key)));
    }
    return value;
  }

  private void check(boolean condition, String key, String expected) {
    if (!condition) {
      throw invalid(key, expected);
    }
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
