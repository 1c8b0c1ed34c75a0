package org.twinline.core.verdict;

import java.util.List;
import java.util.function.UnaryOperator;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Question;

/** A candidate group on its way through a line. */
public record JudgedGroup(Question question, List<Judged> candidates, List<Place> bare) {
  public JudgedGroup {
    candidates = List.copyOf(candidates);
    bare = List.copyOf(bare);
  }

  /** A group nothing is known about yet. */
  public static JudgedGroup fresh(CandidateGroup group) {
    return new JudgedGroup(
        group.question(), group.candidates().stream().map(Judged::fresh).toList(), group.bare());
  }

  /** The same group with each candidate replaced. */
  public JudgedGroup map(UnaryOperator<Judged> step) {
    return new JudgedGroup(question, candidates.stream().map(step).toList(), bare);
  }
}
