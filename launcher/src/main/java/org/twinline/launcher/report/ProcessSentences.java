package org.twinline.launcher.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sentences for the quality of the reasoning and for its agreement with the answer. */
final class ProcessSentences {
  static final Map<String, Function<ExplanationNode, String>> ALL =
      Map.ofEntries(
          entry("process", n -> "The quality of the reasoning is " + n.shownValue()),
          entry("medical_logic", n -> "Medical logic is " + n.shownValue()),
          entry("clear_structure", n -> "The clarity of structure is " + n.shownValue()),
          entry(
              "reasoning_completeness",
              n -> "The completeness of the reasoning is " + n.shownValue()),
          entry("steps", ProcessSentences::steps),
          entry("step", ProcessSentences::step),
          entry("logic_conclusion", ProcessSentences::conclusion),
          entry("logic_contradictions", n -> counted(n, "contradiction between steps")),
          entry("logic_weighing", ProcessSentences::weighing),
          entry("structure_fresh", n -> outOf(n, "steps repeat others or say nothing")),
          entry("structure_order", ProcessSentences::order),
          entry("structure_length", n -> outOf(n, "steps are too long")),
          entry("completeness_findings", n -> outOf(n, "clauses of the question are used")),
          entry("completeness_numbers", n -> outOf(n, "numbers of the question are used")),
          entry("difficulty", n -> "The difficulty of the reasoning is " + n.shownValue()),
          entry("difficulty_steps", n -> counted(n, "step")),
          entry("difficulty_hypotheses", n -> counted(n, "possible answer")),
          entry("difficulty_exclusions", n -> counted(n, "step that rules something out")),
          entry("difficulty_reflections", n -> counted(n, "step that checks or doubts")),
          entry("difficulty_knowledge", n -> counted(n, "step that recalls knowledge")),
          entry("step_repeats", StepCommentText::english),
          entry("step_no_content", StepCommentText::english),
          entry("step_copies_question", StepCommentText::english),
          entry("step_unsupported", StepCommentText::english),
          entry("step_concludes_excluded", StepCommentText::english),
          entry("step_contradicts", StepCommentText::english),
          entry("consistency", ProcessSentences::consistency),
          entry("consistency_names", ProcessSentences::names),
          entry("consistency_options", n -> compared(n, "options")),
          entry("consistency_truth", n -> compared(n, "values")),
          entry("consistency_number", n -> "The numbers agree to " + n.shownValue()),
          entry("consistency_words", ProcessSentences::words));

  private ProcessSentences() {}

  private static String steps(ExplanationNode node) {
    return "The mean of the steps"
        + node.argument(0).map(" (%s)"::formatted).orElse("")
        + " is "
        + node.shownValue();
  }

  private static String step(ExplanationNode node) {
    return "The step"
        + node.argument(1).map(" at %s"::formatted).orElse("")
        + node.argument(0).map(", which was read as: %s,"::formatted).orElse("")
        + " is worth "
        + node.shownValue();
  }

  private static String conclusion(ExplanationNode node) {
    String what =
        switch (node.raw(0).orElse("")) {
          case "supported" -> "rests on steps before it";
          case "named" -> "is named before, but no step speaks for it";
          case "unsupported" -> "is named by no step before it";
          case "unnamed" -> "names no known answer";
          case "none" -> "is missing";
          default -> "is judged";
        };
    return "The conclusion"
        + node.argument(1).map(" at %s "::formatted).orElse(" ")
        + what
        + ": "
        + node.shownValue();
  }

  private static String weighing(ExplanationNode node) {
    return node.arguments().size() == 2
        ? "%s steps weigh %s possible answers: %s"
            .formatted(node.argument(0).orElse(""), node.argument(1).orElse(""), node.shownValue())
        : "Possible answers are weighed: " + node.shownValue();
  }

  private static String order(ExplanationNode node) {
    boolean closes = node.raw(0).filter("closes"::equals).isPresent();
    boolean grounded = node.raw(1).filter("grounded"::equals).isPresent();
    return "The reasoning "
        + (closes ? "ends in a conclusion" : "does not end in a conclusion")
        + (grounded ? ", with grounds before it" : ", without grounds before it")
        + ": "
        + node.shownValue();
  }

  private static String counted(ExplanationNode node, String what) {
    Optional<Integer> count = node.count(0);
    String shown =
        count
            .map(
                n ->
                    n == 1
                        ? "There is 1 " + what
                        : "There are "
                            + (n == 0 ? "no" : n)
                            + " "
                            + what.replaceFirst("^(\\w+(?: answer)?)", "$1s"))
            .orElse("Counted: " + what);
    return shown + ": " + node.shownValue();
  }

  private static String outOf(ExplanationNode node, String what) {
    return node.arguments().size() == 2
        ? "%s of %s %s: %s"
            .formatted(
                node.argument(0).orElse(""), node.argument(1).orElse(""), what, node.shownValue())
        : "The share for " + what + ": " + node.shownValue();
  }

  private static String consistency(ExplanationNode node) {
    return "The answer agrees with what the chain of thought concludes"
        + node.argument(0).map(" at %s"::formatted).orElse("")
        + " to "
        + node.shownValue();
  }

  private static String names(ExplanationNode node) {
    String against =
        switch (node.raw(0).orElse("")) {
          case "answer" -> ", the answer standing for the reference,";
          case "conclusion" -> ", the conclusion standing for the reference,";
          default -> "";
        };
    return "The names are compared" + against + " and give " + node.shownValue();
  }

  private static String compared(ExplanationNode node, String what) {
    return node.arguments().size() == 2
        ? "The conclusion says %s, the answer %s: %s"
            .formatted(node.argument(0).orElse(""), node.argument(1).orElse(""), node.shownValue())
        : "The " + what + " are compared: " + node.shownValue();
  }

  private static String words(ExplanationNode node) {
    return node.arguments().size() == 2
        ? "%s of %s words that tell what is concluded are in the answer: %s"
            .formatted(node.argument(0).orElse(""), node.argument(1).orElse(""), node.shownValue())
        : "The words are compared: " + node.shownValue();
  }
}
