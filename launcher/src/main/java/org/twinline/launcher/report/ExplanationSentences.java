package org.twinline.launcher.report;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.launcher.report.ExplanationText.Node;

/** The table of codes and their sentences, without the closing mark. */
final class ExplanationSentences {
  private static final int MAX_ARGUMENTS = 12;

  private static final Map<String, Function<Node, String>> KNOWN =
      Map.ofEntries(
          entry(
              "rule_entity",
              n -> "The similarity of the answer to the reference is %s".formatted(value(n))),
          entry("path", n -> "The similarity by place in the hierarchy is %s".formatted(value(n))),
          entry(
              "graph",
              n -> "The similarity by relations in the concept graph is %s".formatted(value(n))),
          entry("term", n -> "The similarity of wording is %s".formatted(value(n))),
          entry("atoms", ExplanationSentences::atoms),
          entry(
              "matching",
              n ->
                  "Each expected answer is matched with the best given one: %s overall"
                      .formatted(value(n))),
          entry("no_rule_for_kind", ExplanationSentences::noRule),
          entry("model_head", ExplanationSentences::model),
          entry(
              "outcome_by_rule",
              n -> "The rules decided the outcome, %s".formatted(value(n)) + rest(n, 0)),
          entry(
              "outcome_by_verifier",
              n -> "The verifier model decided the outcome, %s".formatted(value(n)) + rest(n, 0)));

  /** Codes whose arguments are told by the template itself. */
  private static final List<String> OWN_ARGUMENTS =
      List.of("atoms", "no_rule_for_kind", "model_head", "outcome_by_rule", "outcome_by_verifier");

  private ExplanationSentences() {}

  /** The sentence of one node. */
  static String of(Node node) {
    Function<Node, String> known = KNOWN.get(node.code());
    if (known != null) {
      boolean told = OWN_ARGUMENTS.contains(node.code()) || node.weighted();
      return known.apply(node) + (told ? "" : rest(node, 0));
    }
    Optional<String> rule = RuleSentences.of(node);
    if (rule.isPresent()) {
      return rule.get();
    }
    Optional<RejectionReason> reason = ReasonText.reason(node.code());
    if (reason.isPresent()) {
      return rejection(reason.get(), node);
    }
    return Inert.line(Lenient.cut(node.code(), 120))
        + (node.hasValue() ? ": " + value(node) : "")
        + (node.weighted() ? "" : rest(node, 0));
  }

  private static String rejection(RejectionReason reason, Node node) {
    return switch (reason) {
      case WRONG_ANSWER -> wrong(node);
      case GROUP_OVERFLOW ->
          argument(node, 0).isPresent()
              ? "The question has more than %s candidates or more than %s bytes"
                  .formatted(value(node), argument(node, 0).get())
              : "The question has more than %s candidates or too many bytes".formatted(value(node));
      case PASS_RATE ->
          "The share of right answers to the question is %s, outside the selected band"
                  .formatted(value(node))
              + rest(node, 0);
      case NOT_SELECTED ->
          "Right, but better answers to the question are kept, at most %s".formatted(value(node))
              + rest(node, 0);
      case LOW_REWARD ->
          "The preference reward is %s, below the bound".formatted(value(node)) + rest(node, 0);
      case NO_PAIR ->
          "Not the best answer; its reward, %s, is too close to the best to make a pair"
                  .formatted(value(node))
              + rest(node, 0);
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
          MISSING_SCORE ->
          measured(reason, node);
    };
  }

  /** A value of 1 without arguments says no more than the reason itself. */
  private static String measured(RejectionReason reason, Node node) {
    String meaning = ReasonText.of(reason.code()).meaning();
    String sentence = meaning.substring(0, meaning.length() - 1);
    boolean bare = !node.hasValue() || node.value() == 1 && node.arguments().isEmpty();
    return bare ? sentence : sentence + "; measured: " + value(node) + rest(node, 0);
  }

  private static String wrong(Node node) {
    return switch (argument(node, 0).orElse("")) {
      case "rule" ->
          "The rules reject the answer: its similarity to the reference is only %s"
                  .formatted(value(node))
              + rest(node, 1);
      case "verifier" ->
          "The verifier model rejects the answer: it gives only %s".formatted(value(node))
              + rest(node, 1);
      default -> "The answer is wrong: %s".formatted(value(node)) + rest(node, 0);
    };
  }

  /** Arguments "2", "3" beside 0.67 are the count and the total. */
  private static String atoms(Node node) {
    if (node.arguments().size() >= 2
        && node.arguments().stream().limit(2).allMatch(a -> a.matches("\\d{1,6}"))) {
      int agreeing = Integer.parseInt(node.arguments().get(0));
      int all = Integer.parseInt(node.arguments().get(1));
      if (all > 0 && Math.abs((double) agreeing / all - node.value()) < 0.01) {
        return "%d of %d atomic entities (site, morphology, cause …) agree".formatted(agreeing, all)
            + rest(node, 2);
      }
    }
    return "The similarity of the atomic entities (site, morphology, cause …) is %s"
            .formatted(value(node))
        + (node.weighted() ? "" : rest(node, 0));
  }

  private static String noRule(Node node) {
    return argument(node, 0)
        .map(kind -> "No rule checks answers of the kind " + kind + rest(node, 1))
        .orElse("No rule checks answers of this kind");
  }

  /** Arguments: the model's name, its raw score, how many tokens did not fit. */
  private static String model(Node node) {
    String name = argument(node, 0).map(n -> "The model " + n).orElse("The model");
    String raw = argument(node, 1).map(" (raw score %s)"::formatted).orElse("");
    String cut =
        argument(node, 2)
            .filter(n -> !n.equals("0"))
            .map("; %s tokens of the text did not fit"::formatted)
            .orElse("");
    return "%s gives %s%s%s".formatted(name, value(node), raw, cut) + rest(node, 3);
  }

  private static String value(Node node) {
    return node.shownValue();
  }

  private static Optional<String> argument(Node node, int index) {
    return node.arguments().stream().skip(index).findFirst().map(Node::shown);
  }

  /** The arguments from {@code from} on, in brackets; empty where there are none. */
  private static String rest(Node node, int from) {
    List<String> rest = node.arguments().stream().skip(from).toList();
    if (rest.isEmpty()) {
      return "";
    }
    if (rest.size() == 2 && rest.get(0).equals(rest.get(1)) && !Node.numeric(rest.get(0))) {
      return " (both " + Node.shown(rest.get(0)) + ")";
    }
    String more =
        rest.size() > MAX_ARGUMENTS ? " and " + (rest.size() - MAX_ARGUMENTS) + " more" : "";
    return rest.stream()
        .limit(MAX_ARGUMENTS)
        .map(Node::shown)
        .collect(Collectors.joining(", ", " (", more + ")"));
  }
}
