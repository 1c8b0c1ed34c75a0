package org.twinline.core.json.adapter;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.core.json.JsonValue;

/** A JSON Pointer (RFC 6901) to a field: its tokens, unescaped. */
public record FieldPointer(List<String> tokens) implements Serializable {
  public FieldPointer {
    tokens = List.copyOf(tokens);
    Require.argument(!tokens.isEmpty(), "Cannot point to a whole record; name a field");
  }

  /**
   * Reads a pointer such as {@code /OSCE/History}; a bare name means the field of that name at the
   * top.
   *
   * @throws IllegalArgumentException if it is blank or {@code ~} is not followed by 0 or 1
   */
  public static FieldPointer parse(String text) {
    Require.argument(!text.isBlank(), "Cannot point to a field by a blank name");
    if (text.charAt(0) != '/') {
      return new FieldPointer(List.of(text));
    }
    List<String> tokens = new ArrayList<>();
    for (String token : text.substring(1).split("/", -1)) {
      Require.argument(
          token.matches("([^~]|~[01])*"),
          "Cannot read JSON pointer: '%s', ~ must be followed by 0 or 1",
          text);
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return new FieldPointer(tokens);
  }

  /** The value it points to; {@code null} counts as absent. */
  Optional<JsonValue> find(JsonValue root) {
    JsonValue value = root;
    for (String token : tokens) {
      Optional<JsonValue> next = step(value, token);
      if (next.isEmpty()) {
        return next;
      }
      value = next.get();
    }
    return Optional.of(value);
  }

  private static Optional<JsonValue> step(JsonValue value, String token) {
    if (value instanceof JsonValue.Obj object) {
      return object.find(token);
    }
    if (value instanceof JsonValue.Arr array && token.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(token);
      if (index < array.elements().size() && !array.elements().get(index).isNull()) {
        return Optional.of(array.elements().get(index));
      }
    }
    return Optional.empty();
  }

  /** The last token. */
  String name() {
    return tokens.get(tokens.size() - 1);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }
}
