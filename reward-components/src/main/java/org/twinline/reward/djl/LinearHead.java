package org.twinline.reward.djl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.Require;

/**
 * A linear head: one weight vector and one bias per dimension. Immutable; evaluated in Java in a
 * fixed order, in double precision, so that a logit is the same on every machine that gives the
 * same features.
 */
public final class LinearHead {
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";

  private final float[][] weights;
  private final float[] bias;

  /**
   * A head of copies of the given numbers.
   *
   * @param weights {@code [dimensions][features]}
   * @param bias {@code [dimensions]}
   */
  public LinearHead(float[][] weights, float[] bias) {
    Require.argument(
        weights.length > 0 && weights.length == bias.length,
        "Cannot make a head of %s weight vectors and %s biases",
        weights.length,
        bias.length);
    this.weights = new float[weights.length][];
    for (int i = 0; i < weights.length; i++) {
      Require.argument(
          weights[i].length == weights[0].length,
          "Cannot make a head of weight vectors of %s and %s features",
          weights[0].length,
          weights[i].length);
      this.weights[i] = weights[i].clone();
    }
    this.bias = bias.clone();
  }

  /** The dimensions of several heads on the same features, in order. */
  public static LinearHead stacked(List<LinearHead> heads) {
    List<float[]> rows = new ArrayList<>();
    float[] biases = new float[heads.stream().mapToInt(LinearHead::dimensions).sum()];
    for (LinearHead head : heads) {
      for (int d = 0; d < head.dimensions(); d++) {
        biases[rows.size()] = head.bias[d];
        rows.add(head.weights[d]);
      }
    }
    return new LinearHead(rows.toArray(float[][]::new), biases);
  }

  /** A copy of the weights of one dimension. */
  public float[] weights(int dimension) {
    return weights[dimension].clone();
  }

  /** The bias of one dimension. */
  public float bias(int dimension) {
    return bias[dimension];
  }

  int dimensions() {
    return bias.length;
  }

  int features() {
    return weights[0].length;
  }

  /** The logit of one dimension: Σ wᵢxᵢ + b. */
  public double logit(int dimension, float[] features) {
    float[] w = weights[dimension];
    Require.argument(
        features.length == w.length, "Cannot weigh %s features by %s", features.length, w.length);
    double sum = bias[dimension];
    for (int i = 0; i < w.length; i++) {
      sum += (double) w[i] * features[i];
    }
    return sum;
  }

  /** The content of {@code head.safetensors}. */
  public byte[] toBytes() {
    float[] flat = new float[weights.length * features()];
    for (int i = 0; i < weights.length; i++) {
      System.arraycopy(weights[i], 0, flat, i * features(), features());
    }
    SortedMap<String, Safetensors.Tensor> tensors = new TreeMap<>();
    tensors.put(
        WEIGHT, new Safetensors.Tensor(List.of((long) dimensions(), (long) features()), flat));
    tensors.put(BIAS, new Safetensors.Tensor(List.of((long) dimensions()), bias));
    return Safetensors.write(tensors);
  }

  /**
   * Reads {@code head.safetensors}.
   *
   * @param file only named in messages
   * @throws UnusableModel if it is not a head of so many dimensions and features
   */
  public static LinearHead read(byte[] content, Path file, int dimensions, int features) {
    SortedMap<String, Safetensors.Tensor> tensors = Safetensors.read(content, file);
    List<Long> weightShape = List.of((long) dimensions, (long) features);
    List<Long> biasShape = List.of((long) dimensions);
    Safetensors.Tensor weight = tensors.get(WEIGHT);
    Safetensors.Tensor bias = tensors.get(BIAS);
    if (weight == null
        || bias == null
        || tensors.size() != 2
        || !weight.shape().equals(weightShape)
        || !bias.shape().equals(biasShape)) {
      List<String> found = new ArrayList<>();
      tensors.forEach((name, tensor) -> found.add(name + " " + tensor.shape()));
      throw new UnusableModel(
          "Cannot use %s: expected tensors bias %s and weight %s, found %s; restore the bundle or train it again"
              .formatted(file, biasShape, weightShape, found));
    }
    float[][] rows = new float[dimensions][];
    for (int i = 0; i < dimensions; i++) {
      rows[i] = Arrays.copyOfRange(weight.values(), i * features, (i + 1) * features);
    }
    return new LinearHead(rows, bias.values());
  }
}
