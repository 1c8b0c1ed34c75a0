package org.twinline.core.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twinline.core.Require;

/**
 * Why a score has its value: a rule code, the value, short arguments and the parts it was made of.
 *
 * <p>Explanations travel with every record, so they stay small: arguments are numbers, concept
 * codes ({@code ICD10CM:I21.9}), option labels and character ranges ({@code 12-17}), never record
 * text. Sentences are rendered when an explanation is shown.
 *
 * @param code the rule, lower_snake
 * @param value what the rule gave, finite
 */
public record Explanation(
    String code, double value, List<String> arguments, List<Explanation> parts) {

  public Explanation {
    Require.argument(!code.isBlank(), "Cannot make an explanation without a code");
    Require.argument(
        Double.isFinite(value), "illegal value of %s: %s, must be finite", code, value);
    arguments = List.copyOf(arguments);
    parts = List.copyOf(parts);
  }

  /** A leaf. */
  public static Explanation of(String code, double value, String... arguments) {
    return new Explanation(code, value, List.of(arguments), List.of());
  }

  /** An inner node over its parts. */
  public static Explanation of(String code, double value, List<Explanation> parts) {
    return new Explanation(code, value, List.of(), parts);
  }

  /**
   * The weighted mean Σ wᵢvᵢ / Σ wᵢ of the parts; the weights are kept as arguments.
   *
   * @throws IllegalArgumentException if sizes differ, a weight is negative or their sum is not
   *     positive
   */
  public static Explanation weightedMean(
      String code, List<Explanation> parts, List<Double> weights) {
    Require.argument(
        parts.size() == weights.size(),
        "Cannot weigh %s parts with %s weights",
        parts.size(),
        weights.size());
    double sum = 0;
    double total = 0;
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      double weight = weights.get(i);
      Require.argument(weight >= 0, "illegal weight: %s, must not be negative", weight);
      sum += weight * parts.get(i).value();
      total += weight;
      shown.add(number(weight));
    }
    Require.argument(total > 0, "illegal sum of weights: %s, must be positive", total);
    return new Explanation(code, sum / total, shown, parts);
  }

  /** A number as an argument: at most six decimals, no trailing zeros, locale-free. */
  public static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    String fixed = String.format(Locale.ROOT, "%.6f", value);
    return fixed.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
