package org.twinline.reward.train;

import org.twinline.reward.djl.QuestionHash;

/**
 * Where a question's rows go. All rows of a question go together, so that nothing of a held-out
 * question is seen in training; the place depends on the question's text and the seed alone.
 */
record QuestionSplit(TrainingSettings.Fit fit) {
  /** The answer of {@link #fold} for held-out questions. */
  static final int HELD_OUT = -1;

  static final long SALT = 0x9E3779B97F4A7C15L;

  /** {@link #HELD_OUT}, or the number of the question's fold from 0. */
  int fold(String question) {
    long hash = Long.parseUnsignedLong(QuestionHash.of(question), 16);
    if (unit(hash + fit.seed()) < fit.heldOut()) {
      return HELD_OUT;
    }
    return (int) (unit(hash + fit.seed() + SALT) * fit.folds());
  }

  /** A number in [0,1) from the finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  static double unit(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
