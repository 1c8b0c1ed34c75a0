package org.twinline.reward.process;

import java.util.List;
import org.twinline.core.text.Span;
import org.twinline.core.verdict.Explanation;

/**
 * Clear structure: 0.5 × the share of steps that say something new, 0.3 × order (a conclusion in
 * the last fifth; facts, knowledge or hypotheses before the first conclusion), 0.2 × the share of
 * steps of at most {@value #LONG} half-words.
 */
final class Structure {
  private static final int LONG = 120;
  private static final double END = 0.8;

  private Structure() {}

  static Explanation of(Reasoning reasoning, List<JudgedStep> steps) {
    return Explanation.weightedMean(
        Quality.CLEAR_STRUCTURE.score(),
        List.of(fresh(steps), order(reasoning), length(reasoning)),
        List.of(0.5, 0.3, 0.2));
  }

  private static Explanation fresh(List<JudgedStep> steps) {
    long stale =
        steps.stream()
            .filter(
                step ->
                    step.comments().stream()
                        .anyMatch(
                            comment ->
                                comment.kind() == StepComment.Kind.REPEATS
                                    || comment.kind() == StepComment.Kind.NO_CONTENT))
            .count();
    return Explanation.of(
        "structure_fresh",
        1 - (double) stale / steps.size(),
        Long.toString(stale),
        Integer.toString(steps.size()));
  }

  private static Explanation order(Reasoning reasoning) {
    int first = -1;
    int last = -1;
    int ground = -1;
    for (int i = 0; i < reasoning.size(); i++) {
      ThinkingAction action = reasoning.action(i);
      if (action == ThinkingAction.CONCLUDE) {
        first = first < 0 ? i : first;
        last = i;
      } else if (ground < 0 && action != ThinkingAction.PLAN) {
        ground = i;
      }
    }
    boolean closes = last >= 0 && last + 1 >= END * reasoning.size();
    boolean grounded = ground >= 0 && (first < 0 || ground < first);
    return Explanation.of(
        "structure_order",
        (closes ? 0.5 : 0) + (grounded ? 0.5 : 0),
        closes ? "closes" : "open",
        grounded ? "grounded" : "ungrounded");
  }

  private static Explanation length(Reasoning reasoning) {
    long tooLong =
        reasoning.steps().stream()
            .filter(
                step -> Steps.halfWords(reasoning.cot(), new Span(step.start(), step.end())) > LONG)
            .count();
    return Explanation.of(
        "structure_length",
        1 - (double) tooLong / reasoning.size(),
        Long.toString(tooLong),
        Integer.toString(reasoning.size()));
  }
}
