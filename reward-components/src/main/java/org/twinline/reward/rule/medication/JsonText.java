package org.twinline.reward.rule.medication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;

/**
 * The JSON in a text: the whole, or the outermost objects and arrays among other words, code fences
 * included. Strict: no comments, single quotes, trailing commas or doubled keys.
 */
final class JsonText {
  private static final Limits LIMITS = new Limits(1 << 20, 60, 100, 200, 20_000);
  private static final int MOST_PARTS = 64;

  private JsonText() {}

  /**
   * The objects and arrays of a text, the elements of arrays not counted; empty if any is broken.
   */
  static Optional<List<JsonValue>> read(String text) {
    List<JsonValue> values = new ArrayList<>();
    for (String part : parts(text)) {
      Optional<JsonValue> value = parse(part);
      if (value.isEmpty() || values.size() == MOST_PARTS) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private static Optional<JsonValue> parse(String part) {
    try {
      byte[] line = ("{\"v\":" + part + "}").getBytes(StandardCharsets.UTF_8);
      return line.length > LIMITS.lineBytes()
          ? Optional.empty()
          : Json.readStrict(line, LIMITS).find("v");
    } catch (MalformedRecord e) {
      // What it says of the place is of no use here.
      return Optional.empty();
    }
  }

  /** The outermost bracketed parts that can be JSON: {@code [1]} of a citation or (a) is none. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth > 0 && quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '{' || c == '[') {
        start = depth++ == 0 ? i : start;
      } else if (depth > 0 && c == '"') {
        quoted = true;
      } else if (depth > 0 && (c == '}' || c == ']') && --depth == 0) {
        String part = text.substring(start, i + 1);
        if (part.indexOf('{') >= 0 || part.indexOf('"') >= 0) {
          parts.add(part);
        }
      }
    }
    if (depth > 0) {
      parts.add(text.substring(start));
    }
    return parts.isEmpty() && text.strip().startsWith("[") ? List.of(text.strip()) : parts;
  }
}
