package org.twinline.terminology.link.trees;

import java.util.stream.IntStream;

/** Each row for itself: the log loss of the chance 1 / (1 + e<sup>−score</sup>). */
record LogisticLoss(boolean[] labels, float[] weights) implements Loss {
  @Override
  public double start() {
    double positive = 1e-6;
    double all = 2e-6;
    for (int r = 0; r < labels.length; r++) {
      positive += labels[r] ? weights[r] : 0;
      all += weights[r];
    }
    return StrictMath.log(positive / (all - positive));
  }

  @Override
  public void derive(double[] score, double[] gradient, double[] hessian) {
    IntStream.range(0, 2)
        .parallel()
        .forEach(
            half -> {
              int from = half * (labels.length / 2);
              int to = half == 0 ? labels.length / 2 : labels.length;
              for (int r = from; r < to; r++) {
                double p = 1 / (1 + StrictMath.exp(-score[r]));
                gradient[r] = weights[r] * (p - (labels[r] ? 1 : 0));
                hessian[r] = weights[r] * Math.max(p * (1 - p), 1e-12);
              }
            });
  }
}
