package org.twinline.reward.step;

import java.util.List;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.Score;

/** Gives every candidate that is still in the running the score of a preference model. */
public final class ScorePreference extends ModelStep {
  private static final long serialVersionUID = 1;

  private ScorePreference(ModelJob job) {
    super(job);
  }

  /** Scores with a bundle. */
  public static ScorePreference by(ModelJob job) {
    return new ScorePreference(job);
  }

  @Override
  boolean concerns(Question question, Judged judged) {
    return !judged.rejected();
  }

  @Override
  Judged judge(Judged judged, List<Score> scores) {
    return scores.isEmpty()
        ? judged
        : judged.with(
            new Score(ScoreNames.PREFERENCE, scores.get(0).value(), scores.get(0).explanation()));
  }
}
