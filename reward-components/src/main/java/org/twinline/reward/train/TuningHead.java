package org.twinline.reward.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.twinline.reward.djl.LinearHead;

/** The heads of all dimensions while the encoder below them learns: on features of one scale. */
final class TuningHead {
  private final List<TrainedHead> start;
  private final FeatureScale scale;
  private final boolean bias;
  private final int width;
  private final float[] penalties;
  private final Adam weights;
  private final Adam biases;
  private int steps;

  /**
   * Heads that begin as those of the frozen encoder.
   *
   * @param rows that are learnt from
   * @param bias whether labels tell the bias
   * @param learningRate as small as the encoder's: a step of Adam moves every weight by about as
   *     much, and there are thousands
   */
  TuningHead(
      List<TrainedHead> start,
      FeatureScale scale,
      List<EncodedRow> rows,
      boolean bias,
      double learningRate) {
    this.start = List.copyOf(start);
    this.scale = scale;
    this.bias = bias;
    this.width = scale.factor().length;
    int dimensions = start.size();
    penalties = new float[dimensions];
    float[] values = new float[width * dimensions];
    float[] offsets = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      TrainedHead head = start.get(d);
      float[] plain = head.head().weights(0);
      double offset = head.head().bias(0);
      for (int i = 0; i < width; i++) {
        double factor = scale.factor()[i];
        values[i * dimensions + d] = factor == 0 ? 0 : (float) (plain[i] / factor);
        offset += plain[i] * scale.mean()[i];
      }
      offsets[d] = bias ? (float) offset : 0;
      // A mean over all rows weighs a dimension by its share of them.
      double concerned =
          rows.stream().filter(r -> HeadTraining.concerns(r.row(), head.dimension())).count();
      penalties[d] = (float) (head.fit().chosen().strength() * concerned / rows.size());
    }
    weights = new Adam(values, learningRate);
    biases = new Adam(offsets, learningRate);
  }

  int dimensions() {
    return start.size();
  }

  String dimension(int index) {
    return start.get(index).dimension();
  }

  /** The heads' numbers within one batch. */
  final class InBatch {
    private final NDArray w;
    private final NDArray b;
    private final NDManager batch;
    private final boolean teaches;

    InBatch(NDManager batch) {
      this.batch = batch;
      w = batch.create(FloatBuffer.wrap(weights.values), new Shape(width, dimensions()));
      b = batch.create(FloatBuffer.wrap(biases.values), new Shape(1, dimensions()));
      w.setRequiresGradient(true);
      b.setRequiresGradient(true);
      boolean zero = true;
      for (float weight : weights.values) {
        zero &= weight == 0;
      }
      teaches = !zero;
    }

    /** Logits {@code [answers, dimensions]} of vectors {@code [answers, hidden]}. */
    NDArray logits(NDArray u, NDArray v, NDArray figures) {
      NDArray features = NDArrays.concat(new NDList(u, v, u.sub(v).abs(), u.mul(v), figures), 1);
      NDArray scaled = features.sub(row(scale.mean())).mul(row(scale.factor()));
      return scaled.matMul(w).add(b);
    }

    private NDArray row(double[] values) {
      float[] floats = new float[values.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) values[i];
      }
      return batch.create(floats, new Shape(1, floats.length));
    }

    NDArray penalty() {
      return w.square().mul(batch.create(penalties, new Shape(1, dimensions()))).sum().div(2);
    }

    /**
     * Whether the encoder can learn from these numbers: from a head of zeros it cannot, which is
     * where the frozen encoder has told nothing. The first step makes it another one.
     */
    boolean teaches() {
      return teaches;
    }

    /** Moves the heads against the gradients of the last backward pass. */
    void step() {
      steps++;
      weights.update(w.getGradient().toFloatArray(), steps);
      if (bias) {
        biases.update(b.getGradient().toFloatArray(), steps);
      }
    }
  }

  /** The heads as they are now, on plain features. */
  List<LinearHead> heads() {
    List<LinearHead> heads = new ArrayList<>();
    for (int d = 0; d < dimensions(); d++) {
      float[] scaled = new float[width];
      for (int i = 0; i < width; i++) {
        scaled[i] = weights.values[i * dimensions() + d];
      }
      float offset = scale.unscaledBias(biases.values[d], scaled);
      heads.add(
          new LinearHead(new float[][] {scale.unscaledWeights(scaled)}, new float[] {offset}));
    }
    return heads;
  }
}
