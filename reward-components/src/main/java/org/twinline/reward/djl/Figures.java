package org.twinline.reward.djl;

import java.util.OptionalDouble;
import org.twinline.core.Require;

/**
 * How well a model does on rows it was not trained on.
 *
 * @param n rows, or pairs for a preference
 * @param accuracy share judged rightly: score ≥ 0.5 against the label, or chosen above rejected
 */
public record Figures(int n, double accuracy, OptionalDouble auc) {
  public Figures {
    Require.argument(n > 0, "illegal number of rows: %s, must be positive", n);
    Require.inRange("accuracy", accuracy, 0, 1);
    auc.ifPresent(value -> Require.inRange("auc", value, 0, 1));
  }
}
