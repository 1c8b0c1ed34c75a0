package org.twinline.terminology;

import org.twinline.core.Require;

/**
 * An edge of the relation graph as seen from one concept.
 *
 * @param to the concept at the other end
 * @param outgoing whether this concept is the edge's source; every edge is seen from both ends
 * @param weight in (0,1], the edge is 1/weight long
 */
public record Relation(RelationType type, ConceptId to, boolean outgoing, double weight) {
  public Relation {
    Require.argument(
        weight > 0 && weight <= 1, "illegal weight: %s, must be above 0 and at most 1", weight);
  }
}
