package org.twinline.launcher.report;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinline.launcher.report.ExplanationText.Node;

/** Sentences for the rules' comparisons; an argument that is not as expected is left unsaid. */
final class RuleSentences {
  private static final Set<String> NO_CONCEPT = Set.of("unlinked", "unrelated");

  private static final Map<String, String> RELATIONS =
      Map.ofEntries(
          entry("same", "the same concept"),
          entry("same_stem", "the same name but for spelling or an ending"),
          entry("narrower", "narrower than expected"),
          entry("broader", "broader than expected"),
          entry("other", "another concept"),
          entry("other_loose", "probably another concept"),
          entry("names", "compared as names"),
          entry("head", "ends in the expected name"),
          entry("not_comparable", "in another script, which cannot be compared"));

  private RuleSentences() {}

  /** The sentence of a node, empty where its code is none of these. */
  static Optional<String> of(Node node) {
    return switch (node.code()) {
      case "pair" -> Optional.of(pair(node));
      case "rule_choice" -> Optional.of(options(node));
      case "rule_no_answer" -> Optional.of("There is no answer");
      case "choice_unrecognised" -> Optional.of("No option can be made out" + where(node));
      case "boolean_unrecognised" ->
          Optional.of("Neither yes nor no can be made out" + where(node));
      default -> Optional.empty();
    };
  }

  /**
   * Arguments: the index of the required item where it is known, the codes of what is expected and
   * of what was said, their relation, the offsets in the answer where they are known.
   */
  private static String pair(Node node) {
    List<String> arguments = node.arguments();
    boolean indexed = !arguments.isEmpty() && arguments.get(0).matches("\\d{1,6}");
    List<String> rest = arguments.subList(indexed ? 1 : 0, arguments.size());
    StringBuilder text = new StringBuilder("Expected");
    if (indexed) {
      text.append(" item ").append(Integer.parseInt(arguments.get(0)) + 1);
    }
    text.append(concept(rest, 0)).append(" against what the answer says").append(concept(rest, 1));
    rest.stream()
        .skip(2)
        .filter(argument -> argument.matches("\\d{1,9}-\\d{1,9}"))
        .findFirst()
        .ifPresent(range -> text.append(" at ").append(range));
    String relations =
        rest.stream()
            .skip(2)
            .filter(argument -> !argument.matches("\\d{1,9}-\\d{1,9}"))
            .map(argument -> RELATIONS.getOrDefault(argument, Node.shown(argument)))
            .collect(Collectors.joining(", "));
    return text.append(relations.isEmpty() ? "" : ": " + relations)
        .append(", ")
        .append(node.shownValue())
        .toString();
  }

  private static String concept(List<String> arguments, int index) {
    if (arguments.size() <= index) {
      return "";
    }
    String label = arguments.get(index);
    return NO_CONCEPT.contains(label) ? " (no known concept)" : " (" + Node.shown(label) + ")";
  }

  private static String options(Node node) {
    return node.arguments().size() == 2
        ? "Expected options %s, said %s: %s"
            .formatted(
                Node.shown(node.arguments().get(0)),
                Node.shown(node.arguments().get(1)),
                node.shownValue())
        : "The options are compared: " + node.shownValue();
  }

  private static String where(Node node) {
    return switch (node.arguments().stream().findFirst().orElse("")) {
      case "reference" -> " in the reference";
      case "answer" -> " in the answer";
      default -> "";
    };
  }
}
