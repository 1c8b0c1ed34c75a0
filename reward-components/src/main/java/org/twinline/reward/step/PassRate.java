package org.twinline.reward.step;

import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;

/** The share of a group's candidates that verify: the measure of its difficulty. */
public final class PassRate {
  private PassRate() {}

  /** Whether a verifier accepted a candidate and nothing rejected it. */
  public static boolean passes(Judged judged) {
    return !judged.rejected() && judged.score(ScoreNames.OUTCOME).isPresent();
  }

  /** In [0,1], over all the group's candidates; 0 of a group without any. */
  public static double of(JudgedGroup group) {
    long right = group.candidates().stream().filter(PassRate::passes).count();
    return group.candidates().isEmpty() ? 0 : (double) right / group.candidates().size();
  }
}
