package org.twinline.reward.attack;

/** What must happen to a planted answer. */
public enum Expectation {
  /** It is wrong, or no answer: it must not be accepted. Rejected or unsure, it is caught. */
  TRICK,
  /** It is right, said in a way that tricks use too: rejected, it is a false alarm. */
  HONEST
}
