package org.twinline.reward.guard;

import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;

/** Rejects an answer of blanks, punctuation or a placeholder (略, 见上, "N/A", "see above"). */
public final class EmptyAnswer implements Guard {
  /**
   * Taken away piece by piece: a repeated group would need a stack as deep as the answer is long.
   */
  private static final Pattern HOLLOW =
      Pattern.compile(
          "[\\s\\p{P}\\p{Cf}|~]+|略|见上文?|如上|同上|待补充|(?i:n/?a|null|nan|see above|as above|tbd|todo)");

  @Override
  public String name() {
    return "empty_answer";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    return HOLLOW.matcher(candidate.answer()).replaceAll("").isEmpty()
        ? Optional.of(
            Rejection.of(
                RejectionReason.EMPTY_ANSWER, 1, Integer.toString(candidate.answer().length())))
        : Optional.empty();
  }
}
