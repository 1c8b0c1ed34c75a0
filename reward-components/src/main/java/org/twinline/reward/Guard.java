package org.twinline.reward;

import java.util.Optional;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;

/** Rejects candidates that cheat or are malformed, whatever their answer. Thread-safe. */
public interface Guard {

  /** The guard's name in job files. */
  String name();

  /** Why the candidate must be dropped, empty where it passes. */
  Optional<Rejection> check(Question question, Candidate candidate);
}
