package org.twinline.terminology.link.trees;

import java.util.stream.IntStream;

/**
 * The rows of a list against each other: the cross-entropy between the list's softmax and its right
 * rows, which share a chance of one (ListNet, Cao et al. 2007). A list without a right row does not
 * count.
 *
 * @param starts where each list begins, and the end of the last
 */
record ListLoss(boolean[] labels, float[] weights, int[] starts) implements Loss {
  @Override
  public double start() {
    return 0;
  }

  @Override
  public void derive(double[] score, double[] gradient, double[] hessian) {
    IntStream.range(0, starts.length - 1)
        .parallel()
        .forEach(list -> derive(starts[list], starts[list + 1], score, gradient, hessian));
  }

  private void derive(int from, int to, double[] score, double[] gradient, double[] hessian) {
    double most = Double.NEGATIVE_INFINITY;
    int right = 0;
    for (int r = from; r < to; r++) {
      most = Math.max(most, score[r]);
      right += labels[r] ? 1 : 0;
    }
    double sum = 0;
    for (int r = from; r < to; r++) {
      gradient[r] = StrictMath.exp(score[r] - most);
      sum += gradient[r];
    }
    for (int r = from; r < to; r++) {
      double p = gradient[r] / sum;
      double weight = right == 0 ? 0 : weights[r];
      gradient[r] = weight * (p - (labels[r] ? 1.0 / right : 0));
      hessian[r] = weight * Math.max(p * (1 - p), 1e-12);
    }
  }
}
