package org.twinline.reward.step;

import java.util.List;
import org.twinline.core.Require;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.Score;

/** Asks a verifier model about the candidates the rules were unsure of. */
public final class AskVerifierModel extends ModelStep {
  private static final long serialVersionUID = 1;
  private final double accept;
  private final double reject;

  private AskVerifierModel(ModelJob job, double accept, double reject) {
    super(job);
    this.accept = accept;
    this.reject = reject;
  }

  /**
   * Asks a bundle; scores from {@code accept} up are right, from {@code reject} down are wrong, in
   * between stays unsure.
   *
   * @throws IllegalArgumentException unless 0 ≤ reject ≤ accept ≤ 1
   */
  public static AskVerifierModel of(ModelJob job, double accept, double reject) {
    Require.inRange("accept", accept, 0, 1);
    Require.argument(
        reject >= 0 && reject <= accept, "illegal reject: %s, must be in [0, accept]", reject);
    return new AskVerifierModel(job, accept, reject);
  }

  @Override
  boolean concerns(Question question, Judged judged) {
    return !judged.rejected()
        && !question.reference().isEmpty()
        && judged.score(ScoreNames.OUTCOME).isEmpty();
  }

  @Override
  Judged judge(Judged judged, List<Score> scores) {
    if (scores.isEmpty()) {
      return judged;
    }
    Score given = scores.get(0);
    Judged scored = judged.with(new Score(ScoreNames.VERIFIER, given.value(), given.explanation()));
    Decision decision =
        given.value() >= accept
            ? Decision.ACCEPT
            : given.value() <= reject ? Decision.REJECT : Decision.UNSURE;
    return Outcome.decide(scored, decision, ScoreNames.VERIFIER);
  }
}
