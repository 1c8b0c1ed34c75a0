package org.twinline.reward.step;

import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.Score;
import org.twinline.reward.process.ProcessJudgement;

/** A judgement of the reasoning as the scores of a candidate. */
final class ProcessScores {
  private ProcessScores() {}

  /** The candidate with the scores and, where it was told, the difficulty. */
  static Judged of(Judged judged, ProcessJudgement judgement) {
    Judged after = judged;
    for (Score score : judgement.scores()) {
      after = after.with(score);
    }
    if (judgement.difficulty().isPresent()) {
      Explanation difficulty = judgement.difficulty().get();
      after = after.with(new Score(ScoreNames.DIFFICULTY, difficulty.value(), difficulty));
    }
    return after;
  }
}
