package org.twinline.core.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value with its place in the bytes it was read from, so that it can be copied verbatim. */
public abstract sealed class JsonValue {
  private final byte[] source;
  private final int start;
  private final int end;

  private JsonValue(byte[] source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** The byte offset of the value's first byte in the line. */
  public final int start() {
    return start;
  }

  /** The value as it was written, byte for byte. */
  public final String raw() {
    return new String(source, start, end - start, StandardCharsets.UTF_8);
  }

  /** The JSON name of the type, for messages. */
  public abstract String kind();

  /** Whether this is {@code null}, which counts as absent wherever a field is known. */
  public final boolean isNull() {
    return this instanceof Literal && source[start] == 'n';
  }

  /** An object; members keep the order of the input. */
  public static final class Obj extends JsonValue {
    private final Map<String, JsonValue> members;

    Obj(byte[] source, int start, int end, Map<String, JsonValue> members) {
      super(source, start, end);
      this.members = members;
    }

    /** All members, {@code null} values included. */
    public Map<String, JsonValue> members() {
      return members;
    }

    /** The member of that name; a {@code null} counts as absent. */
    public Optional<JsonValue> find(String name) {
      JsonValue value = members.get(name);
      return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** Whether there is a member of that name that is not {@code null}. */
    public boolean has(String name) {
      return find(name).isPresent();
    }

    @Override
    public String kind() {
      return "object";
    }
  }

  /** An array. */
  public static final class Arr extends JsonValue {
    private final List<JsonValue> elements;

    Arr(byte[] source, int start, int end, List<JsonValue> elements) {
      super(source, start, end);
      this.elements = elements;
    }

    public List<JsonValue> elements() {
      return elements;
    }

    @Override
    public String kind() {
      return "array";
    }
  }

  /** A string. */
  public static final class Text extends JsonValue {
    private final String text;

    Text(byte[] source, int start, int end, String text) {
      super(source, start, end);
      this.text = text;
    }

    public String text() {
      return text;
    }

    @Override
    public String kind() {
      return "string";
    }
  }

  /** A number, kept as it was written. */
  public static final class Num extends JsonValue {
    Num(byte[] source, int start, int end) {
      super(source, start, end);
    }

    /** The nearest double, infinite beyond its range. */
    public double value() {
      return Double.parseDouble(raw());
    }

    @Override
    public String kind() {
      return "number";
    }
  }

  /** {@code true}, {@code false} or {@code null}. */
  public static final class Literal extends JsonValue {
    Literal(byte[] source, int start, int end) {
      super(source, start, end);
    }

    @Override
    public String kind() {
      return isNull() ? "null" : "boolean";
    }
  }
}
