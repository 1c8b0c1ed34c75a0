package org.twinline.terminology.existence;

import java.util.Arrays;
import org.twinline.core.Require;

/**
 * From which score on a name is called absent, and what a score means.
 *
 * @param threshold the least score of an absent name; infinite where no score is precise enough
 * @param slope of the log odds over the score
 * @param intercept log odds at score 0
 * @param recall share of the absent names at or above the threshold
 */
record Cutoff(double threshold, double slope, double intercept, double recall) {
  private static final int STEPS = 50;

  /**
   * The lowest threshold that reaches a precision on as many existing as absent names, with the
   * probabilities fitted to the scores by logistic regression (Platt 1999).
   */
  static Cutoff of(float[] existing, float[] absent, double precision) {
    Require.argument(
        existing.length > 0 && absent.length > 0, "Cannot choose a threshold without scores");
    float[] low = existing.clone();
    float[] high = absent.clone();
    Arrays.sort(low);
    Arrays.sort(high);
    double threshold = Double.POSITIVE_INFINITY;
    double recall = 0;
    int above = low.length;
    for (int i = high.length - 1; i >= 0; i--) {
      if (i > 0 && high[i - 1] == high[i]) {
        continue;
      }
      while (above > 0 && low[above - 1] >= high[i]) {
        above--;
      }
      double right = (double) (high.length - i) / high.length;
      double wrong = (double) (low.length - above) / low.length;
      if (right >= precision * (right + wrong)) {
        threshold = high[i];
        recall = right;
      }
    }
    double[] line = platt(low, high);
    return new Cutoff(threshold, line[0], line[1], recall);
  }

  /** Slope and intercept by Newton's method, both classes weighing the same. */
  private static double[] platt(float[] existing, float[] absent) {
    double slope = 1;
    double intercept = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] sums = new double[5];
      add(existing, 0, slope, intercept, sums);
      add(absent, 1, slope, intercept, sums);
      double a = sums[2] + 1e-6;
      double c = sums[4] + 1e-6;
      double determinant = a * c - sums[3] * sums[3];
      slope -= (c * sums[0] - sums[3] * sums[1]) / determinant;
      intercept -= (a * sums[1] - sums[3] * sums[0]) / determinant;
      slope = Math.max(0.05, Math.min(5, slope));
      intercept = Math.max(-10, Math.min(10, intercept));
    }
    return new double[] {slope, intercept};
  }

  private static void add(
      float[] scores, int label, double slope, double intercept, double[] sums) {
    for (float score : scores) {
      double p = 1 / (1 + StrictMath.exp(-slope * score - intercept));
      double residual = (p - label) / scores.length;
      double weight = p * (1 - p) / scores.length;
      sums[0] += residual * score;
      sums[1] += residual;
      sums[2] += weight * score * score;
      sums[3] += weight * score;
      sums[4] += weight;
    }
  }

  /** The probability, in (0,1), that a name of that score is absent. */
  double probability(double score) {
    return 1 / (1 + StrictMath.exp(-slope * score - intercept));
  }
}
