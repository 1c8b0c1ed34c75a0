package org.twinline.terminology.graph;

/**
 * Similarities that weigh what two concepts have in common by its information content. Where two
 * concepts have no common ancestor, the content in common is 0, as if a root stood above all.
 *
 * <p>Thread-safe; costs what {@link ConceptGraph#lowestCommonSubsumer} costs, and allocates nothing
 * where the ancestors of both concepts are chains.
 */
public final class InformationSimilarity {
  private final ConceptGraph graph;
  private final InformationContent measure;

  /** Similarities over a graph by one measure of content. */
  public InformationSimilarity(ConceptGraph graph, InformationContent measure) {
    this.graph = graph;
    this.measure = measure;
  }

  /** The concept's content, in [0,1]. */
  public double content(int concept) {
    return measure.of(graph, concept);
  }

  /**
   * The common ancestor (a concept is its own) with the greatest content by this measure, among
   * equals the deepest, then the lowest number; −1 where there is none (Resnik 1995, IJCAI).
   */
  public int mostInformativeAncestor(int a, int b) {
    if (measure == InformationContent.SECO || a == b || (graph.plain(a) && graph.plain(b))) {
      return graph.lowestCommonSubsumer(a, b);
    }
    // The walk is in Seco's order, and so is this measure only along a chain.
    int best = -1;
    UpwardWalk walk = new UpwardWalk(graph, a, b);
    while (walk.nextCommon()) {
      if (best < 0 || better(walk.node(), best)) {
        best = walk.node();
      }
    }
    return best;
  }

  private boolean better(int candidate, int best) {
    int byContent = Double.compare(content(candidate), content(best));
    int byDepth =
        byContent != 0 ? byContent : Integer.compare(graph.depth(candidate), graph.depth(best));
    return byDepth != 0 ? byDepth > 0 : candidate < best;
  }

  /** The content in common: that of the most informative common ancestor (Resnik 1995, IJCAI). */
  public double resnik(int a, int b) {
    int ancestor = mostInformativeAncestor(a, b);
    return ancestor < 0 ? 0 : content(ancestor);
  }

  /**
   * 2·c / (IC(a) + IC(b)), with c the content in common (Lin 1998, ICML); the same in any unit. 1
   * for a concept with itself, also where its content is 0 and the formula has no value.
   */
  public double lin(int a, int b) {
    if (a == b) {
      return 1;
    }
    double sum = content(a) + content(b);
    return sum == 0 ? 0 : 2 * resnik(a, b) / sum;
  }

  /**
   * The distance IC(a) + IC(b) − 2·c, with c the content in common, in [0,2] (Jiang and Conrath
   * 1997, ROCLING X). Times {@link InformationContent#unit} it is in nats.
   */
  public double jiangConrathDistance(int a, int b) {
    return a == b ? 0 : content(a) + content(b) - 2 * resnik(a, b);
  }

  /**
   * 1 − d / 2, with d the distance of Jiang and Conrath over scaled contents (Seco, Veale and Hayes
   * 2004, eq. 6). Two general concepts are alike by it although they have nothing in common.
   */
  public double jiangConrath(int a, int b) {
    return 1 - jiangConrathDistance(a, b) / 2;
  }

  /** 1 / (1 + d), with d the distance of Jiang and Conrath in nats, as nxontology has it. */
  public double jiangConrathReciprocal(int a, int b) {
    return 1 / (1 + jiangConrathDistance(a, b) * measure.unit(graph));
  }
}
