package org.twinline.terminology.graph;

/**
 * How much a concept says, from the hierarchy alone ("intrinsic"): scaled to [0,1], strictly
 * greater for a concept than for each of its ancestors.
 *
 * <p>Multiplied by its {@link #unit} a content is in nats, as most papers and libraries write it.
 */
public enum InformationContent {
  /**
   * 1 − ln(d) / ln(N), with d the number of distinct descendants, the concept included, and N that
   * of all concepts (Seco, Veale and Hayes 2004, ECAI, whose hypo(c) + 1 is d): 1 for leaves, 0 for
   * a root above everything. In nats it is −ln(d / N), Resnik's content (1999, JAIR 11, eq. 5) with
   * each concept occurring once: nxontology's {@code intrinsic_ic}.
   */
  SECO,

  /**
   * −ln((l / a + 1) / (L + 1)), with l the number of leaves strictly below the concept, a that of
   * its distinct ancestors, the concept included, and L that of all leaves, divided by its greatest
   * value ln(L + 1) (Sánchez, Batet and Isern 2011, Knowl-Based Syst 24:297, eq. 10): 1 for leaves.
   * slib's {@code IC_Sanchez} is the same as a decimal logarithm.
   */
  SANCHEZ,

  /**
   * The same with a leaf as its own leaf (l = 1), as nxontology's {@code intrinsic_ic_sanchez} has
   * it: a leaf then says the more, the more ancestors it has, and never 1.
   */
  SANCHEZ_OWN_LEAF;

  /** The content of a concept, in [0,1]. */
  public double of(ConceptGraph graph, int concept) {
    return switch (this) {
      case SECO -> graph.informationContent(concept);
      case SANCHEZ -> graph.sanchez(concept);
      case SANCHEZ_OWN_LEAF ->
          sanchez(graph.leafCount(concept), graph.ancestorCount(concept), graph.leafTotal());
    };
  }

  /** How many nats a content of 1 is. */
  public double unit(ConceptGraph graph) {
    return switch (this) {
      case SECO -> Math.log(graph.size());
      case SANCHEZ, SANCHEZ_OWN_LEAF -> Math.log(graph.leafTotal() + 1.0);
    };
  }

  static double sanchez(int leaves, int ancestors, int leafTotal) {
    return 1 - Math.log((double) leaves / ancestors + 1) / Math.log(leafTotal + 1.0);
  }
}
