package org.twinline.launcher.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sentences for choices, yes and no, texts, and for what the rules cannot compare at all. */
final class RuleSentences {
  static final Map<String, Function<ExplanationNode, String>> ALL =
      Map.ofEntries(
          entry("rule_no_answer", n -> "There is no answer"),
          entry("no_rule_for_kind", RuleSentences::noRule),
          entry("rule_choice", RuleSentences::options),
          entry("choice_unrecognised", n -> "No option can be made out" + where(n)),
          entry(
              "choice_contradictory",
              n ->
                  "The answer contradicts itself: the letter of one option beside the text of"
                      + " another, or two options of which only one can be meant"),
          entry("rule_boolean", RuleSentences::truth),
          entry("boolean_unrecognised", n -> "Neither yes nor no can be made out" + where(n)),
          entry("rule_keywords", RuleSentences::keywords),
          entry("keyword", RuleSentences::keyword),
          entry(
              "text_exact", n -> "The answer is the reference, letter case and punctuation aside"),
          entry("text_unmatched", n -> "The answer is not the reference text word for word"),
          entry(
              "text_coverage",
              n ->
                  "The share of the reference's wording that the answer has is %s; it decides nothing"
                      .formatted(n.shownValue())));

  private RuleSentences() {}

  private static String noRule(ExplanationNode node) {
    if (node.raw(0).filter("JSON"::equals).isPresent()) {
      return "No JSON can be read in the reference";
    }
    return node.argument(0)
        .map(kind -> "No rule checks answers of the kind " + kind + node.rest(1))
        .orElse("No rule checks answers of this kind");
  }

  private static String options(ExplanationNode node) {
    return node.arguments().size() == 2
        ? "Expected options %s, said %s: %s"
            .formatted(node.argument(0).orElse(""), node.argument(1).orElse(""), node.shownValue())
        : "The options are compared: " + node.shownValue();
  }

  private static String truth(ExplanationNode node) {
    return node.argument(0).map("The answer says %s"::formatted).orElse("The answer is compared")
        + (node.value() == 1 ? ", which is right" : ", which is wrong");
  }

  /** Arguments: how many are asserted, how many there are. */
  private static String keywords(ExplanationNode node) {
    return node.arguments().size() == 2
        ? "%s of %s keywords are in the answer and not denied: %s"
            .formatted(node.argument(0).orElse(""), node.argument(1).orElse(""), node.shownValue())
        : "The keywords are looked for: " + node.shownValue();
  }

  /** Arguments: its number from 1, what the answer says of it. */
  private static String keyword(ExplanationNode node) {
    String found =
        switch (node.raw(1).orElse("")) {
          case "asserted" -> "is there";
          case "negated" -> "is there but denied";
          case "absent" -> "is missing";
          default -> node.value() == 1 ? "is there" : "is not asserted";
        };
    return node.argument(0).map("Keyword %s "::formatted).orElse("A keyword ") + found;
  }

  private static String where(ExplanationNode node) {
    Optional<String> where = node.raw(0);
    return where.filter("reference"::equals).isPresent()
        ? " in the reference"
        : where.filter("answer"::equals).isPresent() ? " in the answer" : "";
  }
}
