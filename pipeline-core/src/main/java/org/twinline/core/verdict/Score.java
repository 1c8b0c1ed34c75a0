package org.twinline.core.verdict;

import org.twinline.core.Require;

/**
 * What a reward component gave a candidate.
 *
 * @param name the component or dimension, for example {@code rule} or {@code helpfulness}
 * @param value in [0,1], higher is better; a missing score is the absence of a {@code Score}
 */
public record Score(String name, double value, Explanation explanation) {
  public Score {
    Require.argument(!name.isBlank(), "Cannot make a score without a name");
    Require.inRange(name + " score", value, 0, 1);
  }
}
