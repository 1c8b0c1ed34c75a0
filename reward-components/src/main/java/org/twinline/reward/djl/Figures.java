package org.twinline.reward.djl;

import java.util.OptionalDouble;
import org.twinline.core.Require;

/** How well a model does on rows it was not trained on. */
public final class Figures {
  private final int n;
  private final double accuracy;
  private final double auc;

  /**
   * @param n rows, or pairs for a preference
   * @param accuracy share judged rightly: score ≥ 0.5 against the label, or chosen above rejected
   * @param auc empty where all rows are right or all are wrong
   */
  public Figures(int n, double accuracy, OptionalDouble auc) {
    Require.argument(n > 0, "illegal number of rows: %s, must be positive", n);
    this.n = n;
    this.accuracy = Require.inRange("accuracy", accuracy, 0, 1);
    auc.ifPresent(value -> Require.inRange("auc", value, 0, 1));
    this.auc = auc.orElse(Double.NaN);
  }

  public int n() {
    return n;
  }

  public double accuracy() {
    return accuracy;
  }

  public OptionalDouble auc() {
    return Double.isNaN(auc) ? OptionalDouble.empty() : OptionalDouble.of(auc);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures that
        && n == that.n
        && Double.compare(accuracy, that.accuracy) == 0
        && Double.compare(auc, that.auc) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(accuracy) * 31 + n;
  }

  @Override
  public String toString() {
    return "n %d, accuracy %.3f%s"
        .formatted(n, accuracy, Double.isNaN(auc) ? "" : ", AUC %.3f".formatted(auc));
  }
}
