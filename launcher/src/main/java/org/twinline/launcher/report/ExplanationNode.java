package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinline.core.verdict.Explanation;

/**
 * One node of an explanation from either form, bounded in depth and width.
 *
 * @param value not a number where there is none
 */
record ExplanationNode(
    String code, double value, List<String> arguments, List<ExplanationNode> parts) {
  private static final int MAX_ARGUMENTS = 12;

  /** The codes whose arguments are the weights of their parts. */
  private static final Set<String> WEIGHTED =
      Set.of(
          "medication",
          "preference_mean",
          "process",
          "medical_logic",
          "clear_structure",
          "reasoning_completeness",
          "difficulty");

  /** Weights are kept with six decimals. */
  private static final double SAME = 1e-4;

  static ExplanationNode of(Explanation from, int depth) {
    List<ExplanationNode> parts =
        depth + 1 < ExplanationText.MAX_DEPTH
            ? from.parts().stream()
                .limit(ExplanationText.MAX_SENTENCES)
                .map(p -> of(p, depth + 1))
                .toList()
            : List.of();
    return new ExplanationNode(from.code(), from.value(), from.arguments(), parts);
  }

  static ExplanationNode of(JsonNode from, int depth) {
    List<ExplanationNode> parts =
        depth + 1 < ExplanationText.MAX_DEPTH
            ? Lenient.list(from.path("parts"), ExplanationText.MAX_SENTENCES).stream()
                .map(p -> of(p, depth + 1))
                .toList()
            : List.of();
    String code = Lenient.text(from, "code");
    return new ExplanationNode(
        code.isBlank() ? "no explanation" : code,
        Lenient.number(from, "value").orElse(Double.NaN),
        Lenient.texts(from.path("arguments"), ExplanationText.MAX_SENTENCES),
        parts);
  }

  /** Whether the arguments are the weights of the parts. */
  boolean weighted() {
    return WEIGHTED.contains(code)
        && !parts.isEmpty()
        && parts.size() == arguments.size()
        && arguments.stream().allMatch(ExplanationNode::numeric);
  }

  /**
   * What leads to weighted parts: whether their mean is the value, or what the value was cut from.
   */
  String meanOf() {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < parts.size(); i++) {
      double weight = Double.parseDouble(arguments.get(i));
      sum += weight * parts.get(i).value();
      total += weight;
    }
    return sum / total - value > SAME
        ? ", lowered by what is wrong or missing from the weighted mean of:"
        : ", the weighted mean of:";
  }

  boolean hasValue() {
    return !Double.isNaN(value);
  }

  /** The value, or words that say that there is none. */
  String shownValue() {
    return hasValue() ? Numbers.score(value) : "(no value)";
  }

  /** An argument for a reader. */
  Optional<String> argument(int index) {
    return raw(index).map(ExplanationNode::shown);
  }

  /** An argument as it is, for comparison only. */
  Optional<String> raw(int index) {
    return arguments.stream().skip(index).findFirst();
  }

  /** An argument that counts something, or is an index. */
  Optional<Integer> count(int index) {
    return raw(index).filter(a -> a.matches("\\d{1,6}")).map(Integer::parseInt);
  }

  /** The arguments from {@code from} on, in brackets; empty where there are none. */
  String rest(int from) {
    List<String> rest = arguments.stream().skip(from).toList();
    if (rest.isEmpty()) {
      return "";
    }
    if (rest.size() == 2 && rest.get(0).equals(rest.get(1)) && !numeric(rest.get(0))) {
      return " (both " + shown(rest.get(0)) + ")";
    }
    String more =
        rest.size() > MAX_ARGUMENTS ? " and " + (rest.size() - MAX_ARGUMENTS) + " more" : "";
    return rest.stream()
        .limit(MAX_ARGUMENTS)
        .map(ExplanationNode::shown)
        .collect(Collectors.joining(", ", " (", more + ")"));
  }

  private static boolean numeric(String argument) {
    return argument.length() < 40 && argument.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
  }

  /** An argument for a reader: numbers rounded, everything else inert and at most 120 long. */
  static String shown(String argument) {
    return numeric(argument)
        ? Numbers.score(Double.parseDouble(argument))
        : Inert.line(Lenient.cut(argument, 120));
  }
}
