package org.twinline.reward.djl;

import java.util.List;
import org.twinline.core.Require;

/** From a logit to a score in [0,1]; never changes an order, though isotonic may make ties. */
public sealed interface Calibration {
  /** The plain σ(logit). */
  Calibration NONE = new Platt(1, 0);

  /** The score of a logit. */
  double score(double logit);

  /**
   * σ(a · logit + b), σ the logistic function (Platt 1999).
   *
   * @param a positive
   */
  record Platt(double a, double b) implements Calibration {
    public Platt {
      Require.argument(
          a > 0 && Double.isFinite(a) && Double.isFinite(b),
          "illegal calibration: a %s, b %s, a must be positive and both finite",
          a,
          b);
    }

    @Override
    public double score(double logit) {
      double x = a * logit + b;
      // Both branches avoid the overflow of exp.
      return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }
  }

  /**
   * Isotonic regression (Zadrozny and Elkan 2002): a line through points, level beyond the ends.
   *
   * @param logits of the points, increasing
   * @param scores of the points, in [0,1], not decreasing
   */
  record Isotonic(List<Double> logits, List<Double> scores) implements Calibration {
    public Isotonic {
      logits = List.copyOf(logits);
      scores = List.copyOf(scores);
      Require.argument(
          !logits.isEmpty() && logits.size() == scores.size(),
          "Cannot make a calibration of %s logits and %s scores",
          logits.size(),
          scores.size());
      for (int i = 0; i < logits.size(); i++) {
        Require.inRange("calibrated score", scores.get(i), 0, 1);
        Require.argument(
            Double.isFinite(logits.get(i))
                && (i == 0
                    || logits.get(i - 1) < logits.get(i) && scores.get(i - 1) <= scores.get(i)),
            "illegal calibration: point %s, logits must increase and scores not decrease",
            i);
      }
    }

    @Override
    public double score(double logit) {
      int high = 0;
      int end = logits.size();
      // The first point at or above the logit.
      while (high < end) {
        int middle = (high + end) >>> 1;
        if (logits.get(middle) < logit) {
          high = middle + 1;
        } else {
          end = middle;
        }
      }
      if (high == 0) {
        return scores.get(0);
      }
      if (high == logits.size()) {
        return scores.get(high - 1);
      }
      double low = logits.get(high - 1);
      double share = (logit - low) / (logits.get(high) - low);
      return scores.get(high - 1) + share * (scores.get(high) - scores.get(high - 1));
    }
  }
}
