package org.twinline.terminology.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * How alike two sets of concepts are: the best one-to-one matching, and how far their sizes agree.
 *
 * <p>Schneider et al. 2023 (arXiv 2308.07359) compared eighty ways to compare patients by their ICD
 * codes; best agreed with physicians bipartite matching over the similarity of Leacock and
 * Chodorow, multiplied by a term for the number of diagnoses. With M a matching of greatest sum,
 *
 * <pre>
 * {@code value(A, B) = Σ_{(a,b) ∈ M} sim(a, b) / min(|A|, |B|)  ×  min(|A|, |B|) / max(|A|, |B|)}
 * </pre>
 *
 * <p>The first factor is their matching similarity; the second, the size term, is written here as
 * the plain ratio of the sizes, so that the product is the mean over the larger set with 0 for what
 * is left over. It need not be their term to the letter. {@link SetMatch} has both factors.
 *
 * <p>Cost: |A| × |B| similarities, and the method of Kuhn and Munkres (1957, J SIAM 5:32), cubic in
 * the larger size, where both sets hold two or more. Deterministic: among equal sums the matching
 * depends on the order of the arguments alone.
 */
public final class SetSimilarity {
  private SetSimilarity() {}

  /**
   * Matches two sets of concepts. Two empty sets are alike, an empty and another one are not.
   *
   * @param a distinct concepts
   * @param b distinct concepts
   */
  public static SetMatch match(int[] a, int[] b, ConceptSimilarity similarity) {
    int least = Math.min(a.length, b.length);
    if (least == 0) {
      double same = a.length == b.length ? 1 : 0;
      return new SetMatch(List.of(), same, same);
    }
    double[][] values = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        values[i][j] = similarity.of(a[i], b[j]);
      }
    }
    List<SetMatch.Pair> pairs = new ArrayList<>(least);
    double sum = 0;
    int[] columns = columns(values);
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= 0) {
        pairs.add(new SetMatch.Pair(a[i], b[columns[i]], values[i][columns[i]]));
        sum += values[i][columns[i]];
      }
    }
    pairs.sort(Comparator.comparingDouble(SetMatch.Pair::similarity).reversed());
    return new SetMatch(pairs, sum / least, (double) least / Math.max(a.length, b.length));
  }

  /** For each row its column, −1 for none, so that the sum is greatest. */
  private static int[] columns(double[][] values) {
    int rows = values.length;
    int width = values[0].length;
    int[] columns = new int[rows];
    if (rows > 1 && width > 1) {
      return assigned(values, Math.max(rows, width));
    }
    Arrays.fill(columns, -1);
    int row = 0;
    int column = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) {
        if (values[i][j] > values[row][column]) {
          row = i;
          column = j;
        }
      }
    }
    columns[row] = column;
    return columns;
  }

  private static int[] assigned(double[][] values, int size) {
    SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    Set<Integer> left = new LinkedHashSet<>();
    Set<Integer> right = new LinkedHashSet<>();
    for (int i = 0; i < size; i++) {
      graph.addVertex(i);
      left.add(i);
      graph.addVertex(size + i);
      right.add(size + i);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        // What only fills up to a square costs as much as a pair that has nothing in common.
        boolean real = i < values.length && j < values[0].length;
        graph.setEdgeWeight(graph.addEdge(i, size + j), real ? 1 - values[i][j] : 1);
      }
    }
    int[] columns = new int[values.length];
    Arrays.fill(columns, -1);
    for (DefaultWeightedEdge edge :
        new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, left, right)
            .getMatching()
            .getEdges()) {
      int row = graph.getEdgeSource(edge);
      int column = graph.getEdgeTarget(edge) - size;
      if (row < values.length && column < values[0].length) {
        columns[row] = column;
      }
    }
    return columns;
  }
}
