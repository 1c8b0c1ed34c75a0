package org.twinline.reward.djl;

import java.util.List;
import java.util.Locale;

/** How a head's features are made of the vectors of a bundle's inputs. */
public enum Features {
  /** {@code [u; v; |u−v|; u⊙v]} of two inputs u and v (InferSent, Conneau et al. 2017). */
  PAIR(2, 4);

  private final int inputs;
  private final int blocks;

  Features(int inputs, int blocks) {
    this.inputs = inputs;
    this.blocks = blocks;
  }

  /** How many inputs it takes. */
  int inputs() {
    return inputs;
  }

  /** How many features vectors of a length give. */
  public int size(int hidden) {
    return blocks * hidden;
  }

  /** The features of one row, in float32. */
  public float[] of(List<float[]> vectors) {
    float[] u = vectors.get(0);
    float[] v = vectors.get(1);
    int n = u.length;
    float[] features = new float[size(n)];
    for (int i = 0; i < n; i++) {
      features[i] = u[i];
      features[n + i] = v[i];
      features[2 * n + i] = Math.abs(u[i] - v[i]);
      features[3 * n + i] = u[i] * v[i];
    }
    return features;
  }

  /** The name in a card. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
