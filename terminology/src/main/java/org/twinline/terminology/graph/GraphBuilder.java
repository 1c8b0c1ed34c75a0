package org.twinline.terminology.graph;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntRBTreeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.twinline.core.Require;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.store.Sections;

/** Collects the edges of a {@link ConceptGraph} and computes what it stores. */
@SuppressWarnings("EnumOrdinal") // The order of these enums is part of the file format.
public final class GraphBuilder {
  private final int size;
  private final IntRBTreeSet[] parents;
  private final IntRBTreeSet[] children;
  private final List<TreeSet<Arc>> relations = new ArrayList<>();

  /** An edge as one end sees it; {@code type} is as in the file. */
  private record Arc(int target, int type, double weight) implements Comparable<Arc> {
    @Override
    public int compareTo(Arc other) {
      return target != other.target
          ? Integer.compare(target, other.target)
          : Integer.compare(type, other.type);
    }
  }

  /** A graph of that many concepts without edges. */
  public GraphBuilder(int size) {
    this.size = size;
    parents = new IntRBTreeSet[size];
    children = new IntRBTreeSet[size];
    for (int i = 0; i < size; i++) {
      parents[i] = new IntRBTreeSet();
      children[i] = new IntRBTreeSet();
      relations.add(new TreeSet<>());
    }
  }

  /** Adds a hierarchy edge. */
  public GraphBuilder parent(int child, int parent) {
    Require.argument(child != parent, "Cannot make concept %s its own parent", child);
    parents[child].add(parent);
    children[parent].add(child);
    return this;
  }

  /** Adds a relation; the first of several equal ones counts. */
  public GraphBuilder relation(int from, RelationType type, int to, double weight) {
    relations.get(from).add(new Arc(to, type.ordinal() * 2, weight));
    relations.get(to).add(new Arc(from, type.ordinal() * 2 + 1, weight));
    return this;
  }

  /** A concept that is its own ancestor, or −1 where the hierarchy is sound. */
  public int cycle() {
    int[] open = new int[size];
    IntArrayList ready = new IntArrayList();
    for (int i = 0; i < size; i++) {
      open[i] = parents[i].size();
      if (open[i] == 0) {
        ready.add(i);
      }
    }
    for (int head = 0; head < ready.size(); head++) {
      for (int child : children[ready.getInt(head)].toIntArray()) {
        if (--open[child] == 0) {
          ready.add(child);
        }
      }
    }
    if (ready.size() == size) {
      return -1;
    }
    // What stays open lies on a cycle or below one: walking up among the open must repeat.
    int node = 0;
    while (open[node] == 0) {
      node++;
    }
    IntOpenHashSet seen = new IntOpenHashSet();
    while (seen.add(node)) {
      node =
          Arrays.stream(parents[node].toIntArray())
              .filter(p -> open[p] > 0)
              .findFirst()
              .orElse(node);
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
    Sections.Writer writer = new Sections.Writer();
    adjacency(parents, writer);
    adjacency(children, writer);
    writer.ints(depths()).doubles(contents());
    int[] offsets = new int[size + 1];
    List<Arc> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.addAll(relations.get(i));
      offsets[i + 1] = all.size();
    }
    return writer
        .ints(offsets)
        .ints(all.stream().mapToInt(Arc::target).toArray())
        .ints(all.stream().mapToInt(Arc::type).toArray())
        .doubles(all.stream().mapToDouble(Arc::weight).toArray());
  }

  private void adjacency(IntRBTreeSet[] sets, Sections.Writer writer) {
    int[] offsets = new int[size + 1];
    IntArrayList values = new IntArrayList();
    for (int i = 0; i < size; i++) {
      values.addAll(sets[i]);
      offsets[i + 1] = values.size();
    }
    writer.ints(offsets).ints(values.toIntArray());
  }

  private int[] depths() {
    int[] depths = new int[size];
    IntArrayList queue = new IntArrayList();
    for (int i = 0; i < size; i++) {
      if (parents[i].isEmpty()) {
        depths[i] = 1;
        queue.add(i);
      }
    }
    for (int head = 0; head < queue.size(); head++) {
      int node = queue.getInt(head);
      for (int child : children[node].toIntArray()) {
        if (depths[child] == 0) {
          depths[child] = depths[node] + 1;
          queue.add(child);
        }
      }
    }
    return depths;
  }

  private double[] contents() {
    double[] contents = new double[size];
    double log = Math.log(size);
    int[] seen = new int[size];
    Arrays.fill(seen, -1);
    IntArrayList stack = new IntArrayList();
    for (int i = 0; i < size; i++) {
      int descendants = 0;
      stack.add(i);
      seen[i] = i;
      while (!stack.isEmpty()) {
        for (int child : children[stack.popInt()].toIntArray()) {
          if (seen[child] != i) {
            seen[child] = i;
            descendants++;
            stack.add(child);
          }
        }
      }
      contents[i] = size == 1 ? 1 : 1 - Math.log(descendants + 1) / log;
    }
    return contents;
  }
}
