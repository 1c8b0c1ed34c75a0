package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells what each step of a chain of thought does.
 *
 * <p>A linear score per action over {@link ActionFeatures} with the weights of {@link ActionModel}.
 * The highest wins, of equals the one that stands first in {@link ThinkingAction}; the confidence
 * is its share by softmax, in (0,1]. Some of the features are the scores of cues written by hand
 * ({@code cues.tsv}); the weights are learnt (docs/measurements.md).
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
    ActionFeatures features = ActionFeatures.of(question, cot, steps);
    List<Reading> readings = new ArrayList<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      readings.add(reading(ActionModel.STANDARD.scores(features.at(i))));
    }
    return readings;
  }

  private static Reading reading(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - scores[best]);
    }
    return new Reading(ThinkingAction.values()[best], 1 / sum);
  }
}
