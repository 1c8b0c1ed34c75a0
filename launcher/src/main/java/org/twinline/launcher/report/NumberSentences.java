package org.twinline.launcher.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;

/** Sentences for numbers with units. */
final class NumberSentences {
  static final Map<String, Function<ExplanationNode, String>> ALL =
      Map.ofEntries(
          entry(
              "rule_number",
              n -> n.value() == 1 ? "The number is as expected" : "The number is wrong" + off(n)),
          entry(
              "rule_numbers",
              n -> "Each expected number is compared; the worst counts, " + n.shownValue()),
          entry("number_unit_left_out", n -> "The number is as expected, its unit is not complete"),
          entry(
              "number_bound_left_out",
              n -> "The number is as expected, but only one of the two is a bound (at least …)"),
          entry(
              "number_in_range",
              n -> "The number lies in the expected range or bound, " + n.shownValue()),
          entry(
              "number_range_for_value", n -> "The answer gives a range around the expected number"),
          entry(
              "number_ranges_overlap",
              n -> "The range overlaps with the expected one, " + n.shownValue()),
          entry(
              "number_rounded",
              n -> "The number may be the expected one, coarsely rounded" + off(n)),
          entry("number_ratio_inverted", n -> "The ratio is the expected one turned round"),
          entry(
              "number_substance_unknown",
              n -> "Moles and grams are compared, but it is not clear of which substance"),
          entry("number_dimension", NumberSentences::dimension),
          entry("unit_unknown", n -> "It cannot be told whether the units mean the same"),
          entry("number_unrecognised", NumberSentences::unrecognised),
          entry("number_ambiguous", NumberSentences::ambiguous));

  private NumberSentences() {}

  private static String off(ExplanationNode node) {
    return node.argument(0)
        .filter(difference -> !difference.equals("0"))
        .map(", off by the share %s"::formatted)
        .orElse("");
  }

  /** Arguments: the units of what is expected and of what is said, in base units. */
  private static String dimension(ExplanationNode node) {
    return node.arguments().size() == 2
        ? "The number measures something else: expected %s, said %s (in base units)"
            .formatted(node.argument(0).orElse(""), node.argument(1).orElse(""))
        : "The number measures something else than expected";
  }

  private static String unrecognised(ExplanationNode node) {
    return node.raw(0).filter("reference"::equals).isPresent()
        ? "No number can be made out in the reference"
        : "No number for it can be made out in the answer";
  }

  private static String ambiguous(ExplanationNode node) {
    return node.count(0)
        .filter(n -> n > 1)
        .map("The answer has %d numbers, and it is not clear which one it means"::formatted)
        .orElse("The answer has several numbers, and it is not clear which one it means");
  }
}
