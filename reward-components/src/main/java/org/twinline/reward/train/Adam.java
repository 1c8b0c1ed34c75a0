package org.twinline.reward.train;

/** Parameters with their moments (Adam, Kingma and Ba 2015). */
final class Adam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  final float[] values;
  private final double learningRate;
  private final double[] first;
  private final double[] second;

  /** Parameters that start at the given numbers, which are changed in place. */
  Adam(float[] values, double learningRate) {
    this.values = values;
    this.learningRate = learningRate;
    first = new double[values.length];
    second = new double[values.length];
  }

  /**
   * Moves the parameters against a gradient.
   *
   * @param step from 1
   */
  void update(float[] gradient, int step) {
    double rate =
        learningRate * Math.sqrt(1 - Math.pow(BETA_2, step)) / (1 - Math.pow(BETA_1, step));
    for (int i = 0; i < values.length; i++) {
      first[i] = BETA_1 * first[i] + (1 - BETA_1) * gradient[i];
      second[i] = BETA_2 * second[i] + (1 - BETA_2) * gradient[i] * gradient[i];
      values[i] -= (float) (rate * first[i] / (Math.sqrt(second[i]) + EPSILON));
    }
  }
}
