package org.twinline.terminology.graph;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.twinline.core.Require;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.store.Sections;

/**
 * Collects the edges of a {@link ConceptGraph} and computes what it stores.
 *
 * <p>Edges stand in flat arrays that are sorted once; 700,000 concepts take about a second.
 */
@SuppressWarnings("EnumOrdinal") // The order of these enums is part of the file format.
public final class GraphBuilder {
  private final int size;

  /** Child in the upper half, parent in the lower. */
  private final LongArrayList hierarchy = new LongArrayList();

  /** Each relation twice, from both ends: the concept in the upper half, the other in the lower. */
  private final LongArrayList relationEnds = new LongArrayList();

  private final IntArrayList relationTypes = new IntArrayList();
  private final DoubleArrayList relationWeights = new DoubleArrayList();

  /** The edges sorted, until more are added. */
  private @Nullable Hierarchy sorted;

  /** A graph of that many concepts without edges. */
  public GraphBuilder(int size) {
    this.size = size;
  }

  /** Adds a hierarchy edge. */
  public GraphBuilder parent(int child, int parent) {
    Require.argument(child != parent, "Cannot make concept %s its own parent", child);
    hierarchy.add(edge(child, parent));
    sorted = null;
    return this;
  }

  /** Adds a relation; the first of several equal ones counts. */
  public GraphBuilder relation(int from, RelationType type, int to, double weight) {
    relation(edge(from, to), type.ordinal() * 2, weight);
    relation(edge(to, from), type.ordinal() * 2 + 1, weight);
    return this;
  }

  private void relation(long ends, int type, double weight) {
    relationEnds.add(ends);
    relationTypes.add(type);
    relationWeights.add(weight);
  }

  private long edge(int from, int to) {
    Require.argument(
        from >= 0 && from < size && to >= 0 && to < size,
        "Cannot join concepts %s and %s: there are %s",
        from,
        to,
        size);
    return (long) from << 32 | to;
  }

  /** Both directions of the hierarchy and its nodes, parents first, those on cycles left out. */
  private record Hierarchy(Adjacency parents, Adjacency children, IntArrayList order) {
    static Hierarchy of(int size, long[] edges) {
      Adjacency parents = Adjacency.of(size, edges);
      Adjacency children = parents.reversed();
      int[] open = new int[size];
      IntArrayList order = new IntArrayList(size);
      for (int i = 0; i < size; i++) {
        open[i] = parents.count(i);
        if (open[i] == 0) {
          order.add(i);
        }
      }
      for (int head = 0; head < order.size(); head++) {
        int node = order.getInt(head);
        for (int c = children.from(node); c < children.to(node); c++) {
          if (--open[children.at(c)] == 0) {
            order.add(children.at(c));
          }
        }
      }
      return new Hierarchy(parents, children, order);
    }
  }

  private Hierarchy hierarchy() {
    Hierarchy known = sorted;
    if (known == null) {
      known = Hierarchy.of(size, hierarchy.toLongArray());
      sorted = known;
    }
    return known;
  }

  /** A concept that is its own ancestor, or −1 where the hierarchy is sound. */
  public int cycle() {
    Hierarchy known = hierarchy();
    if (known.order.size() == size) {
      return -1;
    }
    // What is not ordered lies on a cycle or below one: walking up among such must repeat.
    boolean[] ordered = new boolean[size];
    known.order.forEach((int node) -> ordered[node] = true);
    int node = 0;
    while (ordered[node]) {
      node++;
    }
    IntOpenHashSet seen = new IntOpenHashSet();
    while (seen.add(node)) {
      int up = known.parents.from(node);
      while (ordered[known.parents.at(up)]) {
        up++;
      }
      node = known.parents.at(up);
    }
    return node;
  }

  /**
   * The sections of the graph, as {@link ConceptGraph} lists them.
   *
   * @throws IllegalArgumentException if the hierarchy has a cycle
   */
  public Sections.Writer sections() {
    int cycle = cycle();
    Require.argument(cycle < 0, "Cannot order the hierarchy: concept %s is above itself", cycle);
    Hierarchy known = hierarchy();
    int[] order = known.order.toIntArray();
    HierarchyCounts counts = new HierarchyCounts(known.parents, known.children, order);
    Sections.Writer writer = new Sections.Writer();
    known.parents.write(writer);
    known.children.write(writer);
    writer.ints(counts.depths).doubles(counts.seco());
    relations(writer);
    writer.doubles(counts.sanchez());
    writer.ints(counts.ancestors).ints(counts.descendants).ints(counts.leaves);
    int[] byContent = counts.byContent();
    int[] ranks = new int[size];
    for (int i = 0; i < size; i++) {
      ranks[byContent[i]] = i;
    }
    writer.ints(byContent).ints(ranks);
    TreeLabels.write(known.parents, known.children, order, counts.depths, counts.ancestors, writer);
    return writer.ints(new int[] {counts.maxDepth(), counts.leafTotal()});
  }

  private void relations(Sections.Writer writer) {
    int[] sequence = new int[relationEnds.size()];
    Arrays.setAll(sequence, i -> i);
    IntArrays.mergeSort(sequence, this::compareRelations); // stable: the first stays first
    int[] offsets = new int[size + 1];
    int[] targets = new int[sequence.length];
    int[] types = new int[sequence.length];
    double[] weights = new double[sequence.length];
    int kept = 0;
    for (int i = 0; i < sequence.length; i++) {
      int one = sequence[i];
      if (i == 0 || compareRelations(sequence[i - 1], one) != 0) {
        targets[kept] = (int) relationEnds.getLong(one);
        types[kept] = relationTypes.getInt(one);
        weights[kept++] = relationWeights.getDouble(one);
        offsets[(int) (relationEnds.getLong(one) >>> 32) + 1] = kept;
      }
    }
    for (int i = 1; i <= size; i++) {
      offsets[i] = Math.max(offsets[i], offsets[i - 1]);
    }
    writer
        .ints(offsets)
        .ints(targets, kept)
        .ints(types, kept)
        .doubles(Arrays.copyOf(weights, kept));
  }

  private int compareRelations(int a, int b) {
    int byEnds = Long.compare(relationEnds.getLong(a), relationEnds.getLong(b));
    return byEnds != 0 ? byEnds : Integer.compare(relationTypes.getInt(a), relationTypes.getInt(b));
  }
}
