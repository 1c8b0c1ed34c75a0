package org.twinline.reward.train;

import java.util.List;
import org.twinline.reward.djl.Calibration;

/**
 * Fits σ(a · logit + b) by Newton's method on the regularised targets of Platt (1999), in the form
 * of Lin, Lin and Weng (2007).
 */
final class PlattFit {
  private static final int STEPS = 100;
  private static final double RIDGE = 1e-9;
  private static final double ENOUGH = 1e-10;

  private PlattFit() {}

  /**
   * The calibration of logits of rows that the logits' model did not see; none where they carry no
   * order to calibrate (the slope would not be positive).
   */
  static Calibration of(List<Ranking.Judged> logits) {
    double right = logits.stream().filter(Ranking.Judged::right).count();
    double wrong = logits.size() - right;
    double high = (right + 1) / (right + 2);
    double low = 1 / (wrong + 2);
    double a = 1;
    double b = 0;
    for (int step = 0; step < STEPS; step++) {
      double gradientA = 0;
      double gradientB = 0;
      double haa = RIDGE;
      double hab = 0;
      double hbb = RIDGE;
      for (Ranking.Judged row : logits) {
        double p = 1 / (1 + Math.exp(-(a * row.value() + b)));
        double error = p - (row.right() ? high : low);
        double weight = Math.max(p * (1 - p), RIDGE);
        gradientA += error * row.value();
        gradientB += error;
        haa += weight * row.value() * row.value();
        hab += weight * row.value();
        hbb += weight;
      }
      double determinant = haa * hbb - hab * hab;
      if (!(determinant > 0)) {
        break;
      }
      double stepA = (hbb * gradientA - hab * gradientB) / determinant;
      double stepB = (haa * gradientB - hab * gradientA) / determinant;
      // Full Newton steps can overshoot on a flat likelihood; a bounded step cannot.
      double scale = Math.min(1, 1 / Math.max(Math.abs(stepA), Math.abs(stepB)));
      a -= scale * stepA;
      b -= scale * stepB;
      if (Math.abs(stepA) + Math.abs(stepB) < ENOUGH) {
        break;
      }
    }
    return a > 0 && Double.isFinite(a) && Double.isFinite(b)
        ? new Calibration.Platt(a, b)
        : Calibration.NONE;
  }
}
