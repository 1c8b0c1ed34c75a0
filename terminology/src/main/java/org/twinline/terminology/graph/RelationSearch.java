package org.twinline.terminology.graph;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.PriorityQueue;

/** Dijkstra's algorithm (1959, Numer Math 1:269) over relation edges, given up at a bound. */
final class RelationSearch {
  private final ConceptGraph graph;
  private final double bound;
  private final IntOpenHashSet settled = new IntOpenHashSet();
  private final PriorityQueue<Reached> queue = new PriorityQueue<>();

  private record Reached(int concept, double distance) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int byDistance = Double.compare(distance, other.distance);
      return byDistance != 0 ? byDistance : Integer.compare(concept, other.concept);
    }
  }

  RelationSearch(ConceptGraph graph, double bound) {
    this.graph = graph;
    this.bound = bound;
  }

  /** The length of the shortest way, infinite where it exceeds the bound. */
  double distance(int from, int to) {
    queue.add(new Reached(from, 0));
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (!settled.add(reached.concept)) {
        continue;
      }
      if (reached.concept == to) {
        return reached.distance;
      }
      int end = graph.relationsEnd(reached.concept);
      for (int i = graph.relationsBegin(reached.concept); i < end; i++) {
        double distance = reached.distance + 1 / graph.relationWeight(i);
        if (distance <= bound && !settled.contains(graph.relationTarget(i))) {
          queue.add(new Reached(graph.relationTarget(i), distance));
        }
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
