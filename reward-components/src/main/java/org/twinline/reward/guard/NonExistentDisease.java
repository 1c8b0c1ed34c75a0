package org.twinline.reward.guard;

import java.util.Optional;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.reward.Guard;
import org.twinline.terminology.Terminology;

public final class NonExistentDisease implements Guard {
  private final Optional<Terminology> terminology;
  private NonExistentDisease(Optional<Terminology> terminology) { this.terminology = terminology; }
  public static NonExistentDisease by(Terminology terminology) { return new NonExistentDisease(Optional.of(terminology)); }
  public static NonExistentDisease unasked() { return new NonExistentDisease(Optional.empty()); }
  @Override public String name() { return "non_existent_disease"; }
  @Override public Optional<Rejection> check(Question question, Candidate candidate) { return Optional.empty(); }
}
