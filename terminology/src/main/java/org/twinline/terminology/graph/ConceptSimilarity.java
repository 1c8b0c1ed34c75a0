package org.twinline.terminology.graph;

/** A symmetric similarity of two concepts of a graph, in [0,1], 1 for a concept with itself. */
@FunctionalInterface
public interface ConceptSimilarity {
  /** The similarity of two concepts, given by number. */
  double of(int a, int b);
}
