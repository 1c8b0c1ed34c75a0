package org.twinline.terminology.graph;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.Set;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.store.Sections;

/**
 * The hierarchy (a directed acyclic graph, several roots allowed) and the relations of concepts,
 * which are numbered 0 to size − 1.
 *
 * <p>Similarities are symmetric and in [0,1]; 1 for a concept with itself. The most used stand
 * here; {@link PathSimilarity} and {@link InformationSimilarity} have the rest. Immutable,
 * memory-mapped, thread-safe.
 *
 * <p>A concept is <i>plain</i> if its ancestors form a chain. The lowest common subsumer of two
 * plain concepts is found in constant time and without allocation ({@link TreeLabels}); where one
 * of the two has several ways up, the ancestors of both are walked from the most informative one
 * until the two meet ({@link UpwardWalk}), a few dozen nodes at most in a classification of
 * diseases. Both give the same answer: on chains the deepest common ancestor is the most
 * informative one.
 *
 * <p>Sections of the file: 0 and 1 parents (n + 1 offsets, values), 2 and 3 children, 4 depths, 5
 * information contents of Seco et al. (doubles), 6 relation offsets (n + 1), 7 relation targets, 8
 * relation types (ordinal × 2, plus 1 where the concept is the target), 9 relation weights
 * (doubles), 10 information contents of Sánchez et al. (doubles), 11 ancestors, 12 descendants, 13
 * leaves (numbers, the concept included), 14 the concepts from the most to the least informative,
 * 15 each concept's place in 14, 16 to 18 the labels of {@link TreeLabels}, 19 the greatest depth
 * and the number of all leaves.
 */
@SuppressWarnings("EnumOrdinal") // The order of these enums is part of the file format.
public final class ConceptGraph {
  private static final RelationType[] TYPES = RelationType.values();

  private final IntBuffer parentOffsets;
  private final IntBuffer parents;
  private final IntBuffer childOffsets;
  private final IntBuffer children;
  private final IntBuffer depths;
  private final DoubleBuffer seco;
  private final IntBuffer relationOffsets;
  private final IntBuffer relationTargets;
  private final IntBuffer relationTypes;
  private final DoubleBuffer relationWeights;
  private final DoubleBuffer sanchez;
  private final IntBuffer ancestorCounts;
  private final IntBuffer descendantCounts;
  private final IntBuffer leafCounts;
  private final IntBuffer byRank;
  private final IntBuffer ranks;
  private final TreeLabels labels;
  private final int maxDepth;
  private final int leafTotal;
  private final PathSimilarity paths;
  private final InformationSimilarity information;

  /** A graph over sections that {@link GraphBuilder} wrote. */
  public ConceptGraph(Sections sections) {
    parentOffsets = sections.ints(0);
    parents = sections.ints(1);
    childOffsets = sections.ints(2);
    children = sections.ints(3);
    depths = sections.ints(4);
    seco = sections.doubles(5);
    relationOffsets = sections.ints(6);
    relationTargets = sections.ints(7);
    relationTypes = sections.ints(8);
    relationWeights = sections.doubles(9);
    sanchez = sections.doubles(10);
    ancestorCounts = sections.ints(11);
    descendantCounts = sections.ints(12);
    leafCounts = sections.ints(13);
    byRank = sections.ints(14);
    ranks = sections.ints(15);
    labels =
        new TreeLabels(
            sections.ints(16),
            sections.ints(17),
            sections.ints(18),
            parentOffsets,
            parents,
            depths);
    maxDepth = sections.ints(19).get(0);
    leafTotal = sections.ints(19).get(1);
    paths = new PathSimilarity(this);
    information = new InformationSimilarity(this, InformationContent.SECO);
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

  /** The greatest depth of all concepts. */
  public int maxDepth() {
    return maxDepth;
  }

  /** How many distinct ancestors there are, the concept included. */
  public int ancestorCount(int concept) {
    return ancestorCounts.get(concept);
  }

  /** How many distinct descendants there are, the concept included. */
  public int descendantCount(int concept) {
    return descendantCounts.get(concept);
  }

  /** How many distinct leaves there are among the descendants, 1 for a leaf. */
  public int leafCount(int concept) {
    return leafCounts.get(concept);
  }

  /** Whether the concept has no children. */
  public boolean leaf(int concept) {
    return descendantCounts.get(concept) == 1;
  }

  /** How many leaves the graph has. */
  public int leafTotal() {
    return leafTotal;
  }

  /** The concept's ancestors and itself, each with its least distance in edges. */
  public Int2IntMap ancestors(int concept) {
    Int2IntOpenHashMap distances = new Int2IntOpenHashMap(16);
    distances.defaultReturnValue(-1);
    UpwardWalk walk = new UpwardWalk(this, concept, concept);
    while (walk.next()) {
      distances.put(walk.node(), walk.distanceA());
    }
    return distances;
  }

  /** The concept's descendants and itself, ascending. */
  public int[] descendants(int concept) {
    IntOpenHashSet seen = new IntOpenHashSet();
    IntArrayList found = new IntArrayList();
    seen.add(concept);
    found.add(concept);
    for (int head = 0; head < found.size(); head++) {
      int node = found.getInt(head);
      for (int c = childOffsets.get(node); c < childOffsets.get(node + 1); c++) {
        if (seen.add(children.get(c))) {
          found.add(children.get(c));
        }
      }
    }
    found.sort(null);
    return found.toIntArray();
  }

  /** The least number of edges up from a concept to an ancestor, −1 where it is none. */
  public int distanceUp(int concept, int ancestor) {
    if (concept == ancestor) {
      return 0;
    }
    if (plain(concept)) {
      // Also the ancestor is plain then, if it is one.
      return plain(ancestor) && labels.lowest(concept, ancestor) == ancestor
          ? depth(concept) - depth(ancestor)
          : -1;
    }
    int last = rank(ancestor);
    UpwardWalk walk = new UpwardWalk(this, concept, concept);
    while (walk.next() && rank(walk.node()) <= last) {
      if (walk.node() == ancestor) {
        return walk.distanceA();
      }
    }
    return -1;
  }

  /** The intrinsic information content {@link InformationContent#SECO}, in [0,1]. */
  public double informationContent(int concept) {
    return seco.get(concept);
  }

  /** The stored content {@link InformationContent#SANCHEZ}. */
  double sanchez(int concept) {
    return sanchez.get(concept);
  }

  /**
   * The common subsumer with the highest information content of Seco et al. (the most informative
   * common ancestor, Resnik 1995), among equals the deepest, then the lowest number; −1 where there
   * is none.
   */
  public int lowestCommonSubsumer(int a, int b) {
    if (plain(a) && plain(b)) {
      return labels.lowest(a, b);
    }
    UpwardWalk walk = new UpwardWalk(this, a, b);
    return walk.nextCommon() ? walk.node() : -1;
  }

  /** See {@link PathSimilarity#wuPalmer}. */
  public double wuPalmer(int a, int b) {
    return paths.wuPalmer(a, b);
  }

  /** See {@link PathSimilarity#radaDistance}. */
  public int radaDistance(int a, int b) {
    return paths.radaDistance(a, b);
  }

  /** See {@link InformationSimilarity#resnik}, by the content of Seco et al. */
  public double resnik(int a, int b) {
    return information.resnik(a, b);
  }

  /** See {@link InformationSimilarity#lin}, by the content of Seco et al. */
  public double lin(int a, int b) {
    return information.lin(a, b);
  }

  /** A relation as seen from one concept. */
  public record Edge(int target, RelationType type, boolean outgoing, double weight) {}

  /** The concept's relations: those it is the source of and those it is the target of. */
  public Edge[] relations(int concept) {
    int from = relationsBegin(concept);
    Edge[] edges = new Edge[relationsEnd(concept) - from];
    for (int i = 0; i < edges.length; i++) {
      int type = relationTypes.get(from + i);
      edges[i] =
          new Edge(
              relationTarget(from + i),
              TYPES[type >> 1],
              (type & 1) == 0,
              relationWeight(from + i));
    }
    return edges;
  }

  /** Whether a relation of one of these types joins the two, in either direction. */
  public boolean related(int a, int b, Set<RelationType> types) {
    for (int i = relationsBegin(a); i < relationsEnd(a); i++) {
      if (relationTarget(i) == b && types.contains(TYPES[relationTypes.get(i) >> 1])) {
        return true;
      }
    }
    return false;
  }

  /**
   * The length of the shortest way over relation edges in either direction, an edge of weight w
   * being 1/w long; infinite where it exceeds the bound. The cost is that of the neighbourhood, so
   * keep the bound small (4).
   */
  public double relationDistance(int a, int b, double bound) {
    if (a == b) {
      return 0;
    }
    boolean lonely = relationsBegin(a) == relationsEnd(a) || relationsBegin(b) == relationsEnd(b);
    return lonely ? Double.POSITIVE_INFINITY : new RelationSearch(this, bound).distance(a, b);
  }

  /**
   * Relation similarity 1 / (1 + d), d being {@link #relationDistance}; 0 where d exceeds the
   * bound.
   */
  public double relationSimilarity(int a, int b, double bound) {
    return 1 / (1 + relationDistance(a, b, bound));
  }

  /** Whether the concept's ancestors form a chain. */
  boolean plain(int concept) {
    // As many ancestors as nodes on the shortest way up: there is no other way.
    return ancestorCounts.get(concept) == depths.get(concept);
  }

  int rank(int concept) {
    return ranks.get(concept);
  }

  int atRank(int rank) {
    return byRank.get(rank);
  }

  int parentsBegin(int concept) {
    return parentOffsets.get(concept);
  }

  int parentsEnd(int concept) {
    return parentOffsets.get(concept + 1);
  }

  int parentAt(int place) {
    return parents.get(place);
  }

  int relationsBegin(int concept) {
    return relationOffsets.get(concept);
  }

  int relationsEnd(int concept) {
    return relationOffsets.get(concept + 1);
  }

  int relationTarget(int place) {
    return relationTargets.get(place);
  }

  double relationWeight(int place) {
    return relationWeights.get(place);
  }
}
