package org.twinline.reward.djl;

import org.twinline.core.Require;

/**
 * From a logit to a score in [0,1]: σ(a · logit + b), σ the logistic function (Platt 1999).
 *
 * @param a positive, so that calibration never changes an order
 */
public record Calibration(double a, double b) {
  /** The plain σ(logit). */
  public static final Calibration NONE = new Calibration(1, 0);

  public Calibration {
    Require.argument(
        a > 0 && Double.isFinite(a) && Double.isFinite(b),
        "illegal calibration: a %s, b %s, a must be positive and both finite",
        a,
        b);
  }

  /** The score of a logit. */
  public double score(double logit) {
    double x = a * logit + b;
    // Both branches avoid the overflow of exp.
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }
}
