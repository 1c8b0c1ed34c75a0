package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * Tells what each step of a chain of thought does.
 *
 * <p>A linear score per action: the sum of the weights of the cues found in the step (each once, a
 * longer cue hiding those inside it) and of features (place in the chain, question mark, list,
 * overlap with the question …), all data in {@code cues.tsv}. The highest wins, of equals the one
 * that stands first in {@link ThinkingAction}; the confidence is its share by softmax, in (0,1].
 * The cues and weights were set by hand, by reading (docs/measurements.md).
 */
final class ActionReader {
  private ActionReader() {}

  /**
   * An action with its confidence.
   *
   * @param confidence in (0,1], the softmax share of the winning score; not a calibrated chance
   */
  record Reading(ThinkingAction action, double confidence) {}

  static List<Reading> read(String question, String cot, List<Step> steps) {
    StepText.Shingles shingles = StepText.Shingles.of(question);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      readings.add(read(StepText.of(cot, steps.get(i), i, steps.size(), shingles)));
    }
    return readings;
  }

  static Reading read(StepText step) {
    EnumMap<ThinkingAction, Double> scores = CueTable.STANDARD.scores(step);
    ThinkingAction best = ThinkingAction.PLAN;
    for (ThinkingAction action : ThinkingAction.values()) {
      if (score(scores, action) > score(scores, best)) {
        best = action;
      }
    }
    double sum = 0;
    for (ThinkingAction action : ThinkingAction.values()) {
      sum += Math.exp(score(scores, action) - score(scores, best));
    }
    return new Reading(best, 1 / sum);
  }

  private static double score(EnumMap<ThinkingAction, Double> scores, ThinkingAction action) {
    return scores.getOrDefault(action, 0.0);
  }
}
