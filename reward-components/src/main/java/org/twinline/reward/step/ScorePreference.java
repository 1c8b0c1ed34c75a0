package org.twinline.reward.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
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

  /** One dimension is the preference; of several it is the mean, and each is told beside it. */
  @Override
  Judged judge(Judged judged, List<Score> scores) {
    if (scores.isEmpty()) {
      return judged;
    }
    if (scores.size() == 1) {
      return judged.with(
          new Score(ScoreNames.PREFERENCE, scores.get(0).value(), scores.get(0).explanation()));
    }
    Judged after = judged;
    List<Explanation> parts = new ArrayList<>();
    for (Score score : scores) {
      after = after.with(score);
      parts.add(score.explanation());
    }
    Explanation mean =
        Explanation.weightedMean(
            "preference_mean", parts, Collections.nCopies(parts.size(), 1.0 / parts.size()));
    return after.with(new Score(ScoreNames.PREFERENCE, Math.min(1, mean.value()), mean));
  }
}
