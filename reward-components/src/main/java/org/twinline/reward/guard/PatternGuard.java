package org.twinline.reward.guard;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;

/** Rejects a candidate in which a pattern of the job is found; linear time in its length. */
final class PatternGuard implements Guard {
  private final GuardPattern settings;
  private final Pattern pattern;

  PatternGuard(GuardPattern settings) {
    this.settings = settings;
    pattern = settings.compiled();
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    return switch (settings.field()) {
      case ANSWER -> find("answer", candidate.answer());
      case COT -> find("cot", candidate.cot());
      case BOTH -> find("answer", candidate.answer()).or(() -> find("cot", candidate.cot()));
    };
  }

  private Optional<Rejection> find(String part, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(
            Rejection.of(
                RejectionReason.GUARD_PATTERN,
                1,
                settings.name(),
                part,
                Integer.toString(matcher.start())))
        : Optional.empty();
  }
}
