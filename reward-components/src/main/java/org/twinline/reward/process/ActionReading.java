package org.twinline.reward.process;

import org.twinline.core.Require;

/**
 * What a step was read to do.
 *
 * @param confidence in (0,1], the action's share among all nine; not a calibrated chance
 */
public record ActionReading(ThinkingAction action, double confidence) {
  public ActionReading {
    Require.argument(
        confidence > 0 && confidence <= 1,
        "illegal confidence: %s, must be above 0 and at most 1",
        confidence);
  }

  /**
   * The action with the greatest share, of equals the one that stands first in {@link
   * ThinkingAction}.
   */
  static ActionReading of(double[] shares) {
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return new ActionReading(ThinkingAction.values()[best], Math.min(1, shares[best]));
  }

  /** Softmax of scores, one an action. */
  static double[] shares(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    double[] shares = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      shares[i] = Math.exp(scores[i] - most);
      sum += shares[i];
    }
    for (int i = 0; i < scores.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
