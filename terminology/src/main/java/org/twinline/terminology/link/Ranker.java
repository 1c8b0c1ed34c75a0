package org.twinline.terminology.link;

import org.twinline.terminology.link.trees.Trees;

/**
 * The trees that judge candidates one by one, averaged. Thread-safe.
 *
 * <p>Fitted by lists, their scores say nothing but the order and the distances within a list; they
 * become log odds by taking every candidate's share of the list's softmax for its chance.
 *
 * @param lists whether the trees were fitted by lists
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Ranker(Trees[] trees, boolean lists) {
  /** Chances by lists are kept this far from 0 and 1. */
  private static final double LEAST = 1e-6;

  /**
   * Writes the log odds of the rows of one text.
   *
   * @param rows rows of {@code width} features, row by row
   */
  void odds(float[] rows, int width, int from, int to, float[] out) {
    for (int i = from; i < to; i++) {
      float sum = 0;
      for (Trees one : trees) {
        sum += one.score(rows, i * width);
      }
      out[i] = sum / trees.length;
    }
    if (lists) {
      shares(out, from, to);
    }
  }

  /** Turns the scores of a list into the log odds of their softmax. */
  private static void shares(float[] scores, int from, int to) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      most = Math.max(most, scores[i]);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += StrictMath.exp(scores[i] - most);
    }
    for (int i = from; i < to; i++) {
      double own = StrictMath.exp(scores[i] - most);
      double share = Math.max(LEAST, Math.min(1 - LEAST, own / sum));
      scores[i] = (float) StrictMath.log(share / (1 - share));
    }
  }
}
