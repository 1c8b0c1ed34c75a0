package org.twinline.launcher.report;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinline.core.verdict.RejectionReason;

/** The sentence of a node, without the closing mark. */
final class ExplanationSentences {
  private static final Map<String, Function<ExplanationNode, String>> KNOWN =
      Stream.of(
              EntitySentences.ALL,
              NumberSentences.ALL,
              MedicationSentences.ALL,
              ProcessSentences.ALL,
              RuleSentences.ALL,
              Map.<String, Function<ExplanationNode, String>>of(
                  "model_head",
                  ExplanationSentences::model,
                  "outcome_by_rule",
                  n -> "The rules decided the outcome, " + value(n) + n.rest(0),
                  "outcome_by_verifier",
                  n -> "The verifier model decided the outcome, " + value(n) + n.rest(0),
                  "preference_mean",
                  n -> "The mean of the preference model's dimensions is " + value(n),
                  "reward",
                  n -> "The reward is " + value(n) + n.rest(0),
                  "component",
                  ExplanationSentences::component))
          .flatMap(known -> known.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ExplanationSentences() {}

  private static String component(ExplanationNode node) {
    return "The score %s, with %s of the weights, is %s%s"
        .formatted(
            node.argument(0).orElse("of a component"),
            node.argument(1).orElse("a share"),
            value(node),
            node.argument(2).map(code -> " by " + code).orElse(""));
  }

  /** The codes that have a sentence, those of rejections not counted. */
  static Set<String> codes() {
    return KNOWN.keySet();
  }

  /** The sentence of one node. */
  static String of(ExplanationNode node) {
    Function<ExplanationNode, String> known = KNOWN.get(node.code());
    if (known != null) {
      return known.apply(node);
    }
    Optional<RejectionReason> reason = ReasonText.reason(node.code());
    if (reason.isPresent()) {
      return rejection(reason.get(), node);
    }
    return Inert.line(Lenient.cut(node.code(), 120))
        + (node.hasValue() ? ": " + value(node) : "")
        + node.rest(0);
  }

  private static String rejection(RejectionReason reason, ExplanationNode node) {
    return switch (reason) {
      case WRONG_ANSWER -> wrong(node);
      case GROUP_OVERFLOW ->
          node.argument(0).isPresent()
              ? "The question has more than %s candidates or more than %s bytes"
                  .formatted(value(node), node.argument(0).get())
              : "The question has more than %s candidates or too many bytes".formatted(value(node));
      case PASS_RATE ->
          "The share of right answers to the question is %s, outside the selected band"
                  .formatted(value(node))
              + node.rest(0);
      case NOT_SELECTED ->
          "Right, but better answers to the question are kept, at most %s".formatted(value(node))
              + node.rest(0);
      case INCONSISTENT ->
          "The answer says something else than the chain of thought concludes; they agree to only %s"
                  .formatted(value(node))
              + node.rest(0);
      case LOW_REWARD ->
          "The preference reward is %s, below the bound".formatted(value(node)) + node.rest(0);
      case NO_PAIR ->
          "Not the best answer; its reward, %s, is too close to the best to make a pair"
                  .formatted(value(node))
              + node.rest(0);
      case UNSURE,
          DUPLICATE_ID,
          DUPLICATE_CANDIDATE,
          DUPLICATE_QUESTION,
          QUESTION_CONFLICT,
          NO_CANDIDATES,
          NO_REFERENCE,
          EMPTY_ANSWER,
          NO_REASONING,
          REPETITION,
          ANSWER_FLOOD,
          REPEATED_CONCLUSION,
          NON_EXISTENT_DISEASE,
          COPIED_QUESTION,
          FORMAT_TRICK,
          JUDGE_ADDRESSED,
          GUARD_PATTERN,
          MISSING_SCORE,
          NON_FINITE_SCORE ->
          measured(reason, node);
    };
  }

  /** A value of 1 without arguments says no more than the reason itself. */
  private static String measured(RejectionReason reason, ExplanationNode node) {
    String meaning = ReasonText.of(reason.code()).meaning();
    String sentence = meaning.substring(0, meaning.length() - 1);
    boolean bare = !node.hasValue() || node.value() == 1 && node.arguments().isEmpty();
    return bare ? sentence : sentence + "; measured: " + value(node) + node.rest(0);
  }

  private static String wrong(ExplanationNode node) {
    return switch (node.argument(0).orElse("")) {
      case "rule" ->
          "The rules reject the answer: its similarity to the reference is only %s"
                  .formatted(value(node))
              + node.rest(1);
      case "verifier" ->
          "The verifier model rejects the answer: it gives only %s".formatted(value(node))
              + node.rest(1);
      default -> "The answer is wrong: %s".formatted(value(node)) + node.rest(0);
    };
  }

  /** Arguments: the model's name, its raw score, how many tokens did not fit. */
  private static String model(ExplanationNode node) {
    String name = node.argument(0).map(n -> "The model " + n).orElse("The model");
    String raw = node.argument(1).map(" (raw score %s)"::formatted).orElse("");
    String cut =
        node.argument(2)
            .filter(n -> !n.equals("0"))
            .map("; %s tokens of the text did not fit"::formatted)
            .orElse("");
    return "%s gives %s%s%s".formatted(name, value(node), raw, cut) + node.rest(3);
  }

  private static String value(ExplanationNode node) {
    return node.shownValue();
  }
}
