package org.twinline.terminology.graph;

import java.util.Arrays;
import org.twinline.terminology.store.Sections;

/** For each node its neighbours, ascending and distinct, in two flat arrays. */
final class Adjacency {
  private final int[] offsets;
  private final int[] values;

  private Adjacency(int[] offsets, int[] values) {
    this.offsets = offsets;
    this.values = values;
  }

  /** Of edges {@code node << 32 | neighbour}, which may repeat and are sorted in place. */
  static Adjacency of(int size, long[] edges) {
    Arrays.sort(edges);
    int[] offsets = new int[size + 1];
    int[] values = new int[edges.length];
    int kept = 0;
    for (int i = 0; i < edges.length; i++) {
      if (i == 0 || edges[i] != edges[i - 1]) {
        values[kept++] = (int) edges[i];
        offsets[(int) (edges[i] >>> 32) + 1] = kept;
      }
    }
    for (int i = 1; i <= size; i++) {
      offsets[i] = Math.max(offsets[i], offsets[i - 1]);
    }
    return new Adjacency(offsets, kept == values.length ? values : Arrays.copyOf(values, kept));
  }

  /** The same edges from their other end. */
  Adjacency reversed() {
    long[] edges = new long[values.length];
    for (int node = 0; node < size(); node++) {
      for (int i = from(node); i < to(node); i++) {
        edges[i] = (long) values[i] << 32 | node;
      }
    }
    return of(size(), edges);
  }

  int size() {
    return offsets.length - 1;
  }

  /** Where the node's neighbours begin. */
  int from(int node) {
    return offsets[node];
  }

  /** One past the node's last neighbour. */
  int to(int node) {
    return offsets[node + 1];
  }

  int count(int node) {
    return to(node) - from(node);
  }

  /** The neighbour at a place between {@link #from} and {@link #to}. */
  int at(int place) {
    return values[place];
  }

  void write(Sections.Writer writer) {
    writer.ints(offsets).ints(values);
  }
}
