package org.twinline.reward.bench;

import java.util.Arrays;

/**
 * Multinomial logistic regression with an L2 penalty: the weighted sum of the logarithmic losses +
 * ½ λ ‖w‖², minimised by Nesterov's accelerated gradient descent with the step 1 / L, L bounded by
 * half the largest eigenvalue of XᵀCX, C being the counts (power iteration) + λ (Böhning 1992).
 */
final class MultinomialFit {
  private static final int STEPS = 200;
  private static final int POWER = 30;

  private final int[][] columns;
  private final double[][] values;
  private final int[] labels;
  private final double[] counts;
  private final int features;
  private final int classes;
  private final double penalty;

  /**
   * For a penalty λ above 0.
   *
   * @param counts how much each row counts, above 0
   */
  MultinomialFit(
      int[][] columns,
      double[][] values,
      int[] labels,
      double[] counts,
      int features,
      int classes,
      double penalty) {
    this.columns = columns;
    this.values = values;
    this.labels = labels;
    this.counts = counts;
    this.features = features;
    this.classes = classes;
    this.penalty = penalty;
  }

  /** The weights, {@code [class][feature]}. */
  double[][] weights() {
    double step = 1 / (eigenvalue() / 2 + penalty);
    double[][] now = new double[classes][features];
    double[][] ahead = new double[classes][features];
    double pace = 1;
    for (int i = 0; i < STEPS; i++) {
      double[][] gradient = gradient(ahead);
      double next = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
      for (int c = 0; c < classes; c++) {
        for (int f = 0; f < features; f++) {
          double moved = ahead[c][f] - step * gradient[c][f];
          ahead[c][f] = moved + (pace - 1) / next * (moved - now[c][f]);
          now[c][f] = moved;
        }
      }
      pace = next;
    }
    return now;
  }

  private double[][] gradient(double[][] weights) {
    double[][] gradient = new double[classes][];
    for (int c = 0; c < classes; c++) {
      gradient[c] = Arrays.stream(weights[c]).map(w -> penalty * w).toArray();
    }
    double[] scores = new double[classes];
    for (int row = 0; row < columns.length; row++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        scores[c] = dot(row, weights[c]);
        most = Math.max(most, scores[c]);
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        scores[c] = Math.exp(scores[c] - most);
        sum += scores[c];
      }
      for (int c = 0; c < classes; c++) {
        double error = counts[row] * (scores[c] / sum - (labels[row] == c ? 1 : 0));
        for (int i = 0; i < columns[row].length; i++) {
          gradient[c][columns[row][i]] += error * values[row][i];
        }
      }
    }
    return gradient;
  }

  private double dot(int row, double[] weights) {
    double sum = 0;
    for (int i = 0; i < columns[row].length; i++) {
      sum += weights[columns[row][i]] * values[row][i];
    }
    return sum;
  }

  /** The largest eigenvalue of XᵀCX. */
  private double eigenvalue() {
    double[] vector = new double[features];
    Arrays.fill(vector, 1 / Math.sqrt(features));
    double value = 0;
    for (int i = 0; i < POWER; i++) {
      double[] next = new double[features];
      for (int row = 0; row < columns.length; row++) {
        double along = counts[row] * dot(row, vector);
        for (int k = 0; k < columns[row].length; k++) {
          next[columns[row][k]] += along * values[row][k];
        }
      }
      double norm = 0;
      for (double x : next) {
        norm += x * x;
      }
      value = Math.sqrt(norm);
      for (int f = 0; f < features; f++) {
        vector[f] = next[f] / value;
      }
    }
    return value;
  }
}
