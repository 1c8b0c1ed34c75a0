package org.twinline.reward.step;

import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;

/** Turns a verifier's decision into the outcome of a candidate. */
final class Outcome {
  private Outcome() {}

  /** The candidate after a decision that rests on its score of the given name. */
  static Judged decide(Judged judged, Decision decision, String by) {
    if (decision == Decision.UNSURE) {
      return judged;
    }
    double value = judged.score(by).orElseThrow().value();
    Judged decided =
        judged.with(
            new Score(ScoreNames.OUTCOME, value, Explanation.of("outcome_by_" + by, value)));
    return decision == Decision.ACCEPT
        ? decided
        : decided.reject(Rejection.of(RejectionReason.WRONG_ANSWER, value, by));
  }
}
