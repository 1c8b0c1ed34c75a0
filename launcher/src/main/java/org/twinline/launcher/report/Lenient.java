package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Reads what is there: the report may be of a run that stopped half-way, so a missing or ill-typed
 * value is empty and never an error.
 */
final class Lenient {
  private Lenient() {}

  /** A scalar as text, empty where there is none. */
  static String text(JsonNode object, String field) {
    return scalar(object.path(field));
  }

  /** The node itself as text, empty unless it is a scalar. */
  static String scalar(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asText() : "";
  }

  /** A whole number, 0 where there is none. */
  static long count(JsonNode object, String field) {
    return count(object.path(field));
  }

  /** The node itself as a whole number, 0 unless it is one. */
  static long count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : 0;
  }

  /** A finite number. */
  static OptionalDouble number(JsonNode object, String field) {
    JsonNode node = object.path(field);
    return node.isNumber() && Double.isFinite(node.doubleValue())
        ? OptionalDouble.of(node.doubleValue())
        : OptionalDouble.empty();
  }

  /** The elements of an array, at most {@code limit}. */
  static List<JsonNode> list(JsonNode array, int limit) {
    List<JsonNode> result = new ArrayList<>();
    if (array.isArray()) {
      for (int i = 0; i < Math.min(limit, array.size()); i++) {
        result.add(array.get(i));
      }
    }
    return result;
  }

  /** The scalars of an array as texts, at most {@code limit}. */
  static List<String> texts(JsonNode array, int limit) {
    return list(array, limit).stream().filter(JsonNode::isValueNode).map(Lenient::scalar).toList();
  }

  /** The whole numbers of an object by name, sorted. */
  static Map<String, Long> counts(JsonNode object) {
    Map<String, Long> result = new TreeMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> i = object.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      if (field.getValue().isIntegralNumber()) {
        result.put(field.getKey(), count(field.getValue()));
      }
    }
    return result;
  }

  /** The first {@code limit} characters and an ellipsis, for labels in figures. */
  static String brief(String text, int limit) {
    if (text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, limit)) + "…";
  }

  /** The first {@code limit} characters and how many were left out; no surrogate pair is cut. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end)
        + " … ["
        + Numbers.count(text.length() - end)
        + " more characters left out]";
  }
}
