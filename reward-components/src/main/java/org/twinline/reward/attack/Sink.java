package org.twinline.reward.attack;

/** Takes what is planted. */
interface Sink {
  void plant(String kind, Expectation expectation, String answer);

  /** Plants answers that must not be accepted. */
  default void tricks(String kind, String... answers) {
    for (String answer : answers) {
      plant(kind, Expectation.TRICK, answer);
    }
  }

  /** Plants answers that must not be rejected. */
  default void honest(String kind, String... answers) {
    for (String answer : answers) {
      plant(kind, Expectation.HONEST, answer);
    }
  }
}
