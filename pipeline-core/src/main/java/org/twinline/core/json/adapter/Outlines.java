package org.twinline.core.json.adapter;

import java.util.Map;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Read;

/**
 * Structures as text a person reads: a line {@code Key: value} for each member, underscores as
 * spaces, inner structures indented by two spaces, elements of arrays after a dash.
 */
final class Outlines {
  private static final String INDENT = "  ";

  private Outlines() {}

  static void append(String key, JsonValue value, int depth, StringBuilder out) {
    String label = key.replace('_', ' ').strip();
    if (value instanceof JsonValue.Obj object) {
      line(out, depth, label + ":");
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        append(member.getKey(), member.getValue(), depth + 1, out);
      }
    } else if (value instanceof JsonValue.Arr array) {
      line(out, depth, label + ":");
      for (JsonValue element : array.elements()) {
        element(element, depth + 1, out);
      }
    } else {
      scalar(label + ": ", value, depth, out);
    }
  }

  private static void element(JsonValue value, int depth, StringBuilder out) {
    if (value instanceof JsonValue.Obj object) {
      line(out, depth, "-");
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        append(member.getKey(), member.getValue(), depth + 1, out);
      }
    } else if (value instanceof JsonValue.Arr array) {
      line(out, depth, "-");
      for (JsonValue element : array.elements()) {
        element(element, depth + 1, out);
      }
    } else {
      scalar("- ", value, depth, out);
    }
  }

  private static void scalar(String before, JsonValue value, int depth, StringBuilder out) {
    String text = value.isNull() ? "" : Read.textOrJson(value).strip();
    if (!text.isEmpty()) {
      line(out, depth, before + text);
    }
  }

  private static void line(StringBuilder out, int depth, String text) {
    out.append(out.isEmpty() ? "" : "\n").append(INDENT.repeat(depth)).append(text);
  }
}
