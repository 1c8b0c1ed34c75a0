package org.twinline.terminology.graph;

import java.util.List;

/**
 * The best matching of two sets of concepts, see {@link SetSimilarity}.
 *
 * @param pairs the matched pairs, the most alike first; as many as the smaller set has concepts
 * @param quality the mean similarity of the pairs, in [0,1]
 * @param sizeTerm the smaller size over the larger, in [0,1]
 */
public record SetMatch(List<Pair> pairs, double quality, double sizeTerm) {
  /** One concept of the first set with one of the second. */
  public record Pair(int a, int b, double similarity) {}

  public SetMatch {
    pairs = List.copyOf(pairs);
  }

  /** The similarity of the sets, in [0,1]. */
  public double value() {
    return quality * sizeTerm;
  }
}
