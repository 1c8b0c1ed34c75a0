package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What an unquoted scalar means: YAML 1.2's core schema, so that {@code no} is a text. Numbers are
 * bounded to 30 digits and a two-digit exponent; what is longer is a text, and then of the wrong
 * type.
 */
final class Scalars {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,30}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][-+]?[0-9]{1,2})?");

  private Scalars() {}

  static JsonNode resolve(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> JsonNodeFactory.instance.nullNode();
      case "true", "True", "TRUE" -> JsonNodeFactory.instance.booleanNode(true);
      case "false", "False", "FALSE" -> JsonNodeFactory.instance.booleanNode(false);
      default -> number(text);
    };
  }

  private static JsonNode number(String text) {
    if (WHOLE.matcher(text).matches()) {
      BigInteger value = new BigInteger(text);
      return value.bitLength() < Long.SIZE
          ? JsonNodeFactory.instance.numberNode(value.longValue())
          : JsonNodeFactory.instance.numberNode(value);
    }
    return NUMBER.matcher(text).matches()
        ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
        : JsonNodeFactory.instance.textNode(text);
  }
}
