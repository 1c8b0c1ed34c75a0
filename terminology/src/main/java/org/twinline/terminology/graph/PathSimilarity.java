package org.twinline.terminology.graph;

/**
 * Similarities by edges and ancestors alone: 0 for concepts without a common ancestor.
 *
 * <p>Thread-safe. Constant time without allocation where the ancestors of both concepts are chains;
 * else time linear in the number of their ancestors.
 */
public final class PathSimilarity {
  private final ConceptGraph graph;

  /** Similarities over a graph. */
  public PathSimilarity(ConceptGraph graph) {
    this.graph = graph;
  }

  /**
   * 2·d / (l(a) + l(b) + 2·d), with d the depth of the lowest common subsumer, counted in nodes
   * from the nearest root, and l the least number of edges up to it (Wu and Palmer 1994, ACL). The
   * subsumer is {@link ConceptGraph#lowestCommonSubsumer}, the most informative one.
   */
  public double wuPalmer(int a, int b) {
    if (a == b) {
      return 1;
    }
    if (graph.plain(a) && graph.plain(b)) {
      int subsumer = graph.lowestCommonSubsumer(a, b);
      return subsumer < 0 ? 0 : 2.0 * graph.depth(subsumer) / (graph.depth(a) + graph.depth(b));
    }
    UpwardWalk walk = new UpwardWalk(graph, a, b);
    if (!walk.nextCommon()) {
      return 0;
    }
    double depth = 2.0 * graph.depth(walk.node());
    return depth / (walk.distanceA() + walk.distanceB() + depth);
  }

  /**
   * The edges of the shortest way through a common ancestor (Rada et al. 1989, IEEE SMC 19:17), −1
   * where there is none.
   */
  public int radaDistance(int a, int b) {
    if (graph.plain(a) && graph.plain(b)) {
      int subsumer = graph.lowestCommonSubsumer(a, b);
      return subsumer < 0 ? -1 : graph.depth(a) + graph.depth(b) - 2 * graph.depth(subsumer);
    }
    int least = Integer.MAX_VALUE;
    UpwardWalk walk = new UpwardWalk(graph, a, b);
    while (walk.nextCommon()) {
      least = Math.min(least, walk.distanceA() + walk.distanceB());
    }
    return least == Integer.MAX_VALUE ? -1 : least;
  }

  /** 1 / (1 + d), with d the distance of Rada et al. */
  public double rada(int a, int b) {
    int distance = radaDistance(a, b);
    return distance < 0 ? 0 : 1.0 / (1 + distance);
  }

  /**
   * −ln(n / 2D) / ln(2D), with n the number of nodes on the shortest way and D the greatest depth
   * of the graph in nodes (Leacock and Chodorow 1998, in WordNet, MIT Press), who do not divide by
   * the greatest value. n is one more than the distance of Rada et al. and below 2D.
   */
  public double leacockChodorow(int a, int b) {
    int distance = radaDistance(a, b);
    return distance < 0 ? 0 : 1 - Math.log(distance + 1.0) / Math.log(2.0 * graph.maxDepth());
  }

  /** How many distinct ancestors two concepts share, each concept being its own. */
  public int commonAncestors(int a, int b) {
    if (graph.plain(a) && graph.plain(b)) {
      int subsumer = graph.lowestCommonSubsumer(a, b);
      return subsumer < 0 ? 0 : graph.depth(subsumer);
    }
    int count = 0;
    UpwardWalk walk = new UpwardWalk(graph, a, b);
    while (walk.nextCommon()) {
      count++;
    }
    return count;
  }

  /**
   * Shared ancestors over all ancestors of the two, each concept being its own: the ratio inside
   * the measure of Batet et al., which nxontology calls {@code batet}.
   */
  public double ancestorOverlap(int a, int b) {
    int common = commonAncestors(a, b);
    return (double) common / (graph.ancestorCount(a) + graph.ancestorCount(b) - common);
  }

  /**
   * −ln(1 − r) / ln(u), with r the {@link #ancestorOverlap} and u the number of all ancestors of
   * the two (Batet, Sánchez and Valls 2011, J Biomed Inform 44:118, divided by its greatest value
   * for u ancestors as slib does); 1 where r is 1. A concept and its parent have r = 1 − 1/u and so
   * 1 as well: a property of the measure.
   */
  public double batet(int a, int b) {
    int common = commonAncestors(a, b);
    int all = graph.ancestorCount(a) + graph.ancestorCount(b) - common;
    // 1 − r is (all − common) / all; written so, nothing in common gives exactly 0.
    return common == all ? 1 : Math.log((double) all / (all - common)) / Math.log(all);
  }
}
