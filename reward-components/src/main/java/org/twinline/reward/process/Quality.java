package org.twinline.reward.process;

/** The qualities of a chain of thought. */
public enum Quality {
  /** Whether the conclusion follows from the steps and none contradicts another. */
  MEDICAL_LOGIC("medical_logic", 0.35),
  /** Whether the steps are in order, none empty or said before, none too long. */
  CLEAR_STRUCTURE("clear_structure", 0.15),
  /**
   * How much of what the question gives is used. A preference model may score the completeness of
   * the answer, so this has a name of its own.
   */
  COMPLETENESS("reasoning_completeness", 0.2);

  private final String score;
  private final double weight;

  Quality(String score, double weight) {
    this.score = score;
    this.weight = weight;
  }

  /** The weight in the score {@code process}, in which the mean of the steps has 0.3. */
  double weight() {
    return weight;
  }

  /** The name of its score, which is the code of the explanation too. */
  public String score() {
    return score;
  }
}
