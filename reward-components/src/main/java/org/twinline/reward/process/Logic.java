package org.twinline.reward.process;

import java.util.List;
import org.twinline.core.verdict.Explanation;

/**
 * Medical logic: 0.5 × whether the conclusion rests on the steps before it, 0.3 × freedom from
 * contradiction, 0.2 × whether possible answers are weighed rather than named.
 */
final class Logic {
  private static final double NAMED = 0.7;
  private static final double UNSUPPORTED = 0.2;
  private static final double UNNAMED = 0.6;

  private Logic() {}

  static Explanation of(Reasoning reasoning, List<JudgedStep> steps) {
    return Explanation.weightedMean(
        Quality.MEDICAL_LOGIC.score(),
        List.of(conclusion(reasoning), contradictions(steps), weighing(reasoning)),
        List.of(0.5, 0.3, 0.2));
  }

  /**
   * 1 where a step speaks for the answer of the last conclusion or rules others out, 0.7 where it
   * is only named, 0.2 where no step before names it; 0.6 where a conclusion names no known answer
   * and 0 without any.
   */
  private static Explanation conclusion(Reasoning reasoning) {
    int last = reasoning.lastConclusion();
    if (last < 0) {
      boolean any = reasoning.count(ThinkingAction.CONCLUDE) > 0;
      return Explanation.of("logic_conclusion", any ? UNNAMED : 0, any ? "unnamed" : "none");
    }
    int answer = reasoning.affirmed(last);
    boolean named = false;
    for (int i = 0; i < last; i++) {
      boolean here = reasoning.names().get(i).stream().anyMatch(name -> name.key() == answer);
      named |= here;
      boolean others =
          reasoning.action(i) == ThinkingAction.EXCLUDE && !reasoning.excluded(i).contains(answer);
      if ((here && reasoning.action(i) == ThinkingAction.SUPPORT) || (named && others)) {
        return Explanation.of(
            "logic_conclusion", 1, "supported", reasoning.steps().get(last).range());
      }
    }
    return Explanation.of(
        "logic_conclusion",
        named ? NAMED : UNSUPPORTED,
        named ? "named" : "unsupported",
        reasoning.steps().get(last).range());
  }

  private static Explanation contradictions(List<JudgedStep> steps) {
    long count =
        steps.stream()
            .flatMap(step -> step.comments().stream())
            .filter(
                comment ->
                    comment.kind() == StepComment.Kind.CONCLUDES_EXCLUDED
                        || comment.kind() == StepComment.Kind.CONTRADICTS)
            .count();
    return Explanation.of(
        "logic_contradictions", Math.max(0, 1 - 0.5 * count), Long.toString(count));
  }

  /** Steps for or against, over raised answers; 1 at most, and 1 where nothing was raised. */
  private static Explanation weighing(Reasoning reasoning) {
    long raised = Math.max(reasoning.count(ThinkingAction.HYPOTHESISE), reasoning.hypotheses());
    long weighed =
        reasoning.count(ThinkingAction.SUPPORT) + reasoning.count(ThinkingAction.EXCLUDE);
    double value = raised == 0 ? 1 : Math.min(1, (double) weighed / raised);
    return Explanation.of("logic_weighing", value, Long.toString(weighed), Long.toString(raised));
  }
}
