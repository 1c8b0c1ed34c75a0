package org.twinline.terminology.graph;

import java.util.Arrays;

/**
 * A walk from two concepts up to their roots, the most informative node first.
 *
 * <p>Nodes leave in the order of their ranks (see {@link HierarchyCounts#byContent}), in which
 * every node comes before its ancestors: when one leaves, its least distances from both starts are
 * final, and the first that both starts reach is their most informative common ancestor. The open
 * nodes are few, so they stand in a sorted array.
 */
final class UpwardWalk {
  /** The distance of a start that the node is not above. */
  private static final int FAR = 1 << 29;

  private final ConceptGraph graph;

  /** Ranks descending: the next to leave is the last. */
  private int[] ranks = new int[16];

  private int[] fromA = new int[16];
  private int[] fromB = new int[16];
  private int open;
  private int node;
  private int distanceA;
  private int distanceB;

  UpwardWalk(ConceptGraph graph, int a, int b) {
    this.graph = graph;
    offer(graph.rank(a), 0, FAR);
    offer(graph.rank(b), FAR, 0);
  }

  /** Moves to the next node; false after the last. */
  boolean next() {
    if (open == 0) {
      return false;
    }
    open--;
    node = graph.atRank(ranks[open]);
    distanceA = fromA[open];
    distanceB = fromB[open];
    int a = distanceA == FAR ? FAR : distanceA + 1;
    int b = distanceB == FAR ? FAR : distanceB + 1;
    int end = graph.parentsEnd(node);
    for (int p = graph.parentsBegin(node); p < end; p++) {
      offer(graph.rank(graph.parentAt(p)), a, b);
    }
    return true;
  }

  /** Moves to the next common ancestor; false after the last. */
  boolean nextCommon() {
    while (next()) {
      if (common()) {
        return true;
      }
    }
    return false;
  }

  int node() {
    return node;
  }

  boolean common() {
    return distanceA != FAR && distanceB != FAR;
  }

  /** The least number of edges up from the first start. */
  int distanceA() {
    return distanceA;
  }

  /** The least number of edges up from the second start. */
  int distanceB() {
    return distanceB;
  }

  private void offer(int rank, int a, int b) {
    int at = open;
    while (at > 0 && ranks[at - 1] < rank) {
      at--;
    }
    if (at > 0 && ranks[at - 1] == rank) {
      fromA[at - 1] = Math.min(fromA[at - 1], a);
      fromB[at - 1] = Math.min(fromB[at - 1], b);
      return;
    }
    if (open == ranks.length) {
      ranks = Arrays.copyOf(ranks, open * 2);
      fromA = Arrays.copyOf(fromA, open * 2);
      fromB = Arrays.copyOf(fromB, open * 2);
    }
    System.arraycopy(ranks, at, ranks, at + 1, open - at);
    System.arraycopy(fromA, at, fromA, at + 1, open - at);
    System.arraycopy(fromB, at, fromB, at + 1, open - at);
    ranks[at] = rank;
    fromA[at] = a;
    fromB[at] = b;
    open++;
  }
}
