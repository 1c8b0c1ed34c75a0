package org.twinline.reward.process;

import java.util.Locale;

/** The qualities of a chain of thought; the names of their scores are the lower-case names. */
public enum Quality {
  /** Whether the conclusion follows from the steps and none contradicts another. */
  MEDICAL_LOGIC(0.35),
  /** Whether the steps are in order, none empty or said before, none too long. */
  CLEAR_STRUCTURE(0.15),
  /** How much of what the question gives is used. */
  COMPLETENESS(0.2);

  private final double weight;

  Quality(double weight) {
    this.weight = weight;
  }

  /** The weight in the score {@code process}, in which the mean of the steps has 0.3. */
  double weight() {
    return weight;
  }

  /** The name of the score. */
  public String score() {
    return name().toLowerCase(Locale.ROOT);
  }
}
