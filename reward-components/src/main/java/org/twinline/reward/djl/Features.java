package org.twinline.reward.djl;

import java.util.List;
import java.util.Locale;

/** How a head's features are made of a bundle's inputs and their vectors. */
public enum Features {
  /** {@code [u; v; |u−v|; u⊙v]} of two inputs u and v (InferSent, Conneau et al. 2017). */
  PAIR(2),

  /** {@link #PAIR} and the {@value Overlap#SIZE} figures of {@link Overlap}. */
  PAIR_OVERLAP(2),

  /** The vector of one input as it is. */
  SINGLE(1);

  private final int inputs;

  Features(int inputs) {
    this.inputs = inputs;
  }

  /** How many inputs it takes. */
  int inputs() {
    return inputs;
  }

  /** How many features vectors of a length give. */
  public int size(int hidden) {
    return blocks() * hidden + figures();
  }

  private int blocks() {
    return this == SINGLE ? 1 : 4;
  }

  /** How many features, the last ones, are not of vectors. */
  public int figures() {
    return this == PAIR_OVERLAP ? Overlap.SIZE : 0;
  }

  /** The features of one row, in float32. */
  public float[] of(List<Text> texts, List<Encoded> encoded) {
    float[] u = encoded.get(0).vector();
    if (this == SINGLE) {
      return u.clone();
    }
    float[] v = encoded.get(1).vector();
    int n = u.length;
    float[] features = new float[size(n)];
    for (int i = 0; i < n; i++) {
      features[i] = u[i];
      features[n + i] = v[i];
      features[2 * n + i] = Math.abs(u[i] - v[i]);
      features[3 * n + i] = u[i] * v[i];
    }
    if (this == PAIR_OVERLAP) {
      float[] overlap = Overlap.of(texts.get(0).content(), texts.get(1).content());
      System.arraycopy(overlap, 0, features, blocks() * n, overlap.length);
    }
    return features;
  }

  /** The name in a card. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
