package org.twinline.reward.train;

import java.util.List;

/**
 * Brings features to a common size for the fit, and a fitted head back to plain features: a head w,
 * b on (x − m) · s is the head w · s, b − Σ w m s on x.
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one place to another, never compared.
record FeatureScale(double[] mean, double[] factor) {
  private static final double CONSTANT = 1e-9;

  /**
   * By so much more than the vectors' features the few figures of overlap are scaled, which is a
   * penalty 400 times smaller: otherwise thirteen numbers would drown among two thousand. Chosen by
   * cross-validation on explanations of exam questions (docs/measurements.md).
   */
  private static final double FIGURE = 20;

  /**
   * Means and deviations over rows; a constant feature is scaled to 0.
   *
   * @param figures how many of the last features are figures, not of vectors
   */
  static FeatureScale of(List<float[]> rows, int figures) {
    int width = rows.get(0).length;
    double[] mean = new double[width];
    double[] factor = new double[width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        factor[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
      }
    }
    for (int i = 0; i < width; i++) {
      double deviation = Math.sqrt(factor[i]);
      factor[i] = deviation < CONSTANT ? 0 : (i < width - figures ? 1 : FIGURE) / deviation;
    }
    return new FeatureScale(mean, factor);
  }

  float[] scaled(float[] row) {
    float[] scaled = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      scaled[i] = (float) ((row[i] - mean[i]) * factor[i]);
    }
    return scaled;
  }

  /** The scaled difference of two rows; the mean cancels. */
  float[] scaledDifference(float[] a, float[] b) {
    float[] scaled = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      scaled[i] = (float) ((a[i] - b[i]) * factor[i]);
    }
    return scaled;
  }

  /** The sum of two scaled rows. */
  float[] scaledSum(float[] a, float[] b) {
    float[] scaled = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      scaled[i] = (float) ((a[i] + b[i] - 2 * mean[i]) * factor[i]);
    }
    return scaled;
  }

  float[] unscaledWeights(float[] weights) {
    float[] plain = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      plain[i] = (float) (weights[i] * factor[i]);
    }
    return plain;
  }

  float unscaledBias(float bias, float[] weights) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum -= weights[i] * factor[i] * mean[i];
    }
    return (float) sum;
  }
}
