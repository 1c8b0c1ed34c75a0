package org.twinline.reward.rule;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/** Optimal assignment of asserted to required entities. */
final class Matching {
  private Matching() {}

  /**
   * For each row the column matched to it, −1 for none, so that the sum of the values is greatest.
   */
  static int[] best(double[][] values) {
    int rows = values.length;
    int columns = values[0].length;
    int[] matching = new int[rows];
    Arrays.fill(matching, -1);
    if (rows == 1 || columns == 1) {
      int best = 0;
      for (int i = 1; i < Math.max(rows, columns); i++) {
        best = at(values, rows, i) > at(values, rows, best) ? i : best;
      }
      matching[rows == 1 ? 0 : best] = rows == 1 ? best : 0;
      return matching;
    }
    SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    Set<Integer> left = new LinkedHashSet<>();
    Set<Integer> right = new LinkedHashSet<>();
    for (int r = 0; r < rows; r++) {
      graph.addVertex(r);
      left.add(r);
    }
    for (int c = 0; c < columns; c++) {
      graph.addVertex(rows + c);
      right.add(rows + c);
    }
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (values[r][c] > 0) {
          graph.setEdgeWeight(graph.addEdge(r, rows + c), values[r][c]);
        }
      }
    }
    for (DefaultWeightedEdge edge :
        new MaximumWeightBipartiteMatching<>(graph, left, right).getMatching().getEdges()) {
      int a = graph.getEdgeSource(edge);
      int b = graph.getEdgeTarget(edge);
      matching[Math.min(a, b)] = Math.max(a, b) - rows;
    }
    return matching;
  }

  private static double at(double[][] values, int rows, int i) {
    return rows == 1 ? values[0][i] : values[i][0];
  }
}
