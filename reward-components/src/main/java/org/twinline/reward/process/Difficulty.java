package org.twinline.reward.process;

import java.util.List;
import org.twinline.core.verdict.Explanation;

/**
 * How hard the reasoning was: the weighted mean of count / (count + half) over steps, possible
 * answers, exclusions, reflections and steps that recall knowledge. Each counts for one half at
 * about its median on o1-open-100, so that an ordinary chain of thought is near 0.5; the weights
 * are choices. Not the difficulty of the question, which the pass rate measures.
 */
final class Difficulty {
  private static final List<Double> WEIGHTS = List.of(0.2, 0.25, 0.2, 0.15, 0.2);

  private Difficulty() {}

  static Explanation of(Reasoning reasoning) {
    long raised = Math.max(reasoning.count(ThinkingAction.HYPOTHESISE), reasoning.hypotheses());
    return Explanation.weightedMean(
        "difficulty",
        List.of(
            part("difficulty_steps", reasoning.size(), 24),
            part("difficulty_hypotheses", raised, 4),
            part("difficulty_exclusions", reasoning.count(ThinkingAction.EXCLUDE), 3),
            part("difficulty_reflections", reasoning.count(ThinkingAction.REFLECT), 2),
            part("difficulty_knowledge", reasoning.count(ThinkingAction.RECALL), 8)),
        WEIGHTS);
  }

  private static Explanation part(String code, long count, int half) {
    return Explanation.of(code, (double) count / (count + half), Long.toString(count));
  }
}
