package org.twinline.reward.train;

/**
 * Logistic regression as the fit sees it: rows of features with a sign each. A comparison is the
 * row chosen − rejected with sign +1 and no bias, which makes the logistic loss that of Bradley and
 * Terry (1952): −log σ(s_chosen − s_rejected).
 *
 * @param features {@code [rows][features]}, scaled
 * @param levels what should score 0 on average: chosen + rejected of every comparison, scaled, or
 *     no rows at all. A comparison says nothing of the level of its two answers; without this the
 *     levels of different questions drift apart and their scores saturate.
 * @param signs +1 right, −1 wrong
 * @param weights of each row; a tie is two rows of half the weight, one either way
 * @param folds of each row, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one place to another, never compared.
record FitProblem(
    float[][] features,
    float[][] levels,
    float[] signs,
    float[] weights,
    int[] folds,
    int foldCount) {
  int rows() {
    return signs.length;
  }

  /** Only labels tell the bias. */
  boolean bias() {
    return levels.length == 0;
  }

  int width() {
    return features[0].length;
  }
}
