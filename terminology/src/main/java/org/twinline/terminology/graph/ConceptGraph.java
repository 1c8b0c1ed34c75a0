package org.twinline.terminology.graph;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.PriorityQueue;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.store.Sections;

/**
 * The hierarchy (a directed acyclic graph, several roots allowed) and the relations of concepts,
 * which are numbered 0 to size − 1.
 *
 * <p>Similarities are symmetric and in [0,1]; 1 for a concept with itself, 0 for concepts without a
 * common ancestor. Immutable, memory-mapped, thread-safe. A query costs time linear in the number
 * of ancestors (a dozen in a classification of diseases).
 *
 * <p>Sections of the file: 0 and 1 parents (n + 1 offsets, values), 2 and 3 children, 4 depths, 5
 * information contents (doubles), 6 relation offsets (n + 1), 7 relation targets, 8 relation types
 * (ordinal × 2, plus 1 where the concept is the target), 9 relation weights (doubles).
 */
@SuppressWarnings("EnumOrdinal") // The order of these enums is part of the file format.
public final class ConceptGraph {
  private final IntBuffer parentOffsets;
  private final IntBuffer parents;
  private final IntBuffer childOffsets;
  private final IntBuffer children;
  private final IntBuffer depths;
  private final DoubleBuffer contents;
  private final IntBuffer relationOffsets;
  private final IntBuffer relationTargets;
  private final IntBuffer relationTypes;
  private final DoubleBuffer relationWeights;

  /** A graph over sections that {@link GraphBuilder} wrote. */
  public ConceptGraph(Sections sections) {
    parentOffsets = sections.ints(0);
    parents = sections.ints(1);
    childOffsets = sections.ints(2);
    children = sections.ints(3);
    depths = sections.ints(4);
    contents = sections.doubles(5);
    relationOffsets = sections.ints(6);
    relationTargets = sections.ints(7);
    relationTypes = sections.ints(8);
    relationWeights = sections.doubles(9);
  }

  /** How many concepts there are. */
  public int size() {
    return depths.capacity();
  }

  /** The direct parents, ascending. */
  public int[] parents(int concept) {
    return slice(parentOffsets, parents, concept);
  }

  /** The direct children, ascending. */
  public int[] children(int concept) {
    return slice(childOffsets, children, concept);
  }

  private static int[] slice(IntBuffer offsets, IntBuffer values, int concept) {
    int from = offsets.get(concept);
    int[] copy = new int[offsets.get(concept + 1) - from];
    values.get(from, copy);
    return copy;
  }

  /** The number of nodes on the shortest way from a root, both included: 1 for a root. */
  public int depth(int concept) {
    return depths.get(concept);
  }

  /** The concept's ancestors and itself, each with its least distance in edges. */
  public Int2IntMap ancestors(int concept) {
    Int2IntOpenHashMap distances = new Int2IntOpenHashMap(16);
    distances.defaultReturnValue(-1);
    IntArrayList queue = new IntArrayList();
    distances.put(concept, 0);
    queue.add(concept);
    for (int head = 0; head < queue.size(); head++) {
      int node = queue.getInt(head);
      int distance = distances.get(node) + 1;
      for (int p = parentOffsets.get(node); p < parentOffsets.get(node + 1); p++) {
        if (distances.putIfAbsent(parents.get(p), distance) == -1) {
          queue.add(parents.get(p));
        }
      }
    }
    return distances;
  }

  /** The least number of edges up from a concept to an ancestor, −1 where it is none. */
  public int distanceUp(int concept, int ancestor) {
    return concept == ancestor ? 0 : ancestors(concept).get(ancestor);
  }

  /**
   * The intrinsic information content 1 − ln(hypo(c) + 1) / ln(N), hypo being the number of
   * distinct descendants and N that of all concepts (Seco, Veale and Hayes 2004, ECAI): 1 for
   * leaves, 0 for a root above everything.
   */
  public double informationContent(int concept) {
    return contents.get(concept);
  }

  /**
   * The common subsumer with the highest information content (the most informative common ancestor,
   * Resnik 1995), among equals the deepest, then the lowest number; −1 where there is none.
   */
  public int lowestCommonSubsumer(int a, int b) {
    return a == b ? a : subsumer(ancestors(a), ancestors(b));
  }

  private int subsumer(Int2IntMap ofA, Int2IntMap ofB) {
    int best = -1;
    for (int candidate : ofA.keySet().toIntArray()) {
      if (ofB.containsKey(candidate) && (best < 0 || better(candidate, best))) {
        best = candidate;
      }
    }
    return best;
  }

  private boolean better(int candidate, int best) {
    int byContent = Double.compare(contents.get(candidate), contents.get(best));
    int byDepth = byContent != 0 ? byContent : Integer.compare(depth(candidate), depth(best));
    return byDepth != 0 ? byDepth > 0 : candidate < best;
  }

  /**
   * Path similarity 2·d / (l(a) + l(b) + 2·d), with d the depth of the lowest common subsumer and l
   * the edges up to it (Wu and Palmer 1994, ACL, their formula with node-counted depth).
   */
  public double wuPalmer(int a, int b) {
    if (a == b) {
      return 1;
    }
    Int2IntMap ofA = ancestors(a);
    Int2IntMap ofB = ancestors(b);
    int subsumer = subsumer(ofA, ofB);
    if (subsumer < 0) {
      return 0;
    }
    double depth = 2.0 * depth(subsumer);
    return depth / (ofA.get(subsumer) + ofB.get(subsumer) + depth);
  }

  /**
   * The edges of the shortest way through a common ancestor (Rada et al. 1989, IEEE SMC 19), −1
   * where there is none.
   */
  public int radaDistance(int a, int b) {
    Int2IntMap ofA = ancestors(a);
    Int2IntMap ofB = ancestors(b);
    int least = -1;
    for (Int2IntMap.Entry entry : ofA.int2IntEntrySet()) {
      int other = ofB.get(entry.getIntKey());
      if (other >= 0 && (least < 0 || entry.getIntValue() + other < least)) {
        least = entry.getIntValue() + other;
      }
    }
    return least;
  }

  /** The information content of the lowest common subsumer (Resnik 1995, IJCAI). */
  public double resnik(int a, int b) {
    int subsumer = lowestCommonSubsumer(a, b);
    return subsumer < 0 ? 0 : informationContent(subsumer);
  }

  /** Information similarity 2·IC(lcs) / (IC(a) + IC(b)) (Lin 1998, ICML). */
  public double lin(int a, int b) {
    if (a == b) {
      return 1;
    }
    double sum = informationContent(a) + informationContent(b);
    return sum == 0 ? 0 : 2 * resnik(a, b) / sum;
  }

  /** A relation as seen from one concept. */
  public record Edge(int target, RelationType type, boolean outgoing, double weight) {}

  /** The concept's relations: those it is the source of and those it is the target of. */
  public Edge[] relations(int concept) {
    int from = relationOffsets.get(concept);
    Edge[] edges = new Edge[relationOffsets.get(concept + 1) - from];
    for (int i = 0; i < edges.length; i++) {
      int type = relationTypes.get(from + i);
      edges[i] =
          new Edge(
              relationTargets.get(from + i),
              RelationType.values()[type >> 1],
              (type & 1) == 0,
              relationWeights.get(from + i));
    }
    return edges;
  }

  /** Whether a relation of one of these types joins the two, in either direction. */
  public boolean related(int a, int b, java.util.Set<RelationType> types) {
    for (int i = relationOffsets.get(a); i < relationOffsets.get(a + 1); i++) {
      if (relationTargets.get(i) == b
          && types.contains(RelationType.values()[relationTypes.get(i) >> 1])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Relation similarity 1 / (1 + d), d being the length of the shortest way over relation edges in
   * either direction, an edge of weight w being 1/w long; 0 where d exceeds the bound.
   *
   * <p>Dijkstra's algorithm from {@code a}, given up at the bound; the cost is that of the
   * neighbourhood, so keep the bound small (4).
   */
  public double relationSimilarity(int a, int b, double bound) {
    if (a == b) {
      return 1;
    }
    if (relationOffsets.get(a) == relationOffsets.get(a + 1)
        || relationOffsets.get(b) == relationOffsets.get(b + 1)) {
      return 0;
    }
    Int2DoubleMap settled = new Int2DoubleOpenHashMap();
    PriorityQueue<Reached> queue =
        new PriorityQueue<>(
            (x, y) ->
                x.distance != y.distance
                    ? Double.compare(x.distance, y.distance)
                    : Integer.compare(x.concept, y.concept));
    queue.add(new Reached(a, 0));
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (settled.containsKey(reached.concept)) {
        continue;
      }
      if (reached.concept == b) {
        return 1 / (1 + reached.distance);
      }
      settled.put(reached.concept, reached.distance);
      for (int i = relationOffsets.get(reached.concept);
          i < relationOffsets.get(reached.concept + 1);
          i++) {
        double distance = reached.distance + 1 / relationWeights.get(i);
        if (distance <= bound && !settled.containsKey(relationTargets.get(i))) {
          queue.add(new Reached(relationTargets.get(i), distance));
        }
      }
    }
    return 0;
  }

  private record Reached(int concept, double distance) {}
}
