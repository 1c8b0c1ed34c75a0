package org.twinline.launcher.report;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sentences for medication lists and other JSON. */
final class MedicationSentences {
  static final Map<String, Function<ExplanationNode, String>> ALL =
      Map.ofEntries(
          entry(
              "rule_medication",
              n -> "The similarity of the medication list to the expected one is " + value(n)),
          entry("medication", MedicationSentences::medication),
          entry("medication_drug", n -> field(n, "The drug")),
          entry("medication_dose", n -> field(n, "The dose")),
          entry("medication_frequency", n -> field(n, "The frequency")),
          entry("medication_route", n -> field(n, "The route")),
          entry("medication_duration", n -> field(n, "The duration")),
          entry("rule_json", MedicationSentences::json),
          entry("json_unreadable", n -> "No JSON of the expected form can be read in the answer"),
          entry("json_too_many", n -> "The lists have too many medications to compare"));

  private MedicationSentences() {}

  private static String value(ExplanationNode node) {
    return node.shownValue();
  }

  private static String medication(ExplanationNode node) {
    return node.raw(0).filter("missing"::equals).isPresent()
        ? "An expected medication is missing"
        : "The similarity of a medication to the expected one is " + value(node);
  }

  /** The argument: what keeps it from being compared, the route, or the relative difference. */
  private static String field(ExplanationNode node, String what) {
    Optional<String> argument = node.raw(0);
    if (argument.filter("left_out"::equals).isPresent()) {
      return what + " is left out, " + value(node);
    }
    if (argument.filter("unreadable"::equals).isPresent()) {
      return what + " that is expected cannot be read, " + value(node);
    }
    String route = argument.filter(a -> a.matches("[A-Z]{2,20}")).map(" ("::concat).orElse("");
    String said = what + (route.isEmpty() ? "" : route.toLowerCase(Locale.ROOT) + ")");
    return said
        + (node.value() == 1
            ? " is as expected"
            : node.value() == 0 ? " is wrong" : " may be as expected, " + value(node));
  }

  /** The argument: the share of equal values, or how many values there are instead. */
  private static String json(ExplanationNode node) {
    boolean others = node.value() == 0 && node.count(0).filter(n -> n > 0).isPresent();
    return others
        ? "The answer has another number of JSON values than expected" + node.rest(0)
        : "The share of values that are as expected is "
            + node.argument(0).orElseGet(node::shownValue);
  }
}
