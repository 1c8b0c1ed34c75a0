package org.twinline.core.triple;

import java.util.List;

/**
 * A question with its candidates.
 *
 * @param bare places of the input lines of this question that brought no candidate; each counts as
 *     one triple in the ledger
 */
public record CandidateGroup(Question question, List<Candidate> candidates, List<Place> bare) {
  public CandidateGroup {
    candidates = List.copyOf(candidates);
    bare = List.copyOf(bare);
  }
}
