package org.twinline.reward;

import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Verdict;

/** Checks a candidate's final answer against the question's reference answer. Thread-safe. */
public interface Verifier {

  /**
   * Judges the final answer.
   *
   * @param question with a reference answer and a stated answer kind
   * @throws IllegalArgumentException if the question has no reference answer
   */
  Verdict verify(Question question, Candidate candidate);
}
