package org.twinline.reward.process;

import java.util.Locale;
import org.twinline.core.Require;

/**
 * What a rule found in a step.
 *
 * @param other the index of the step it refers to, −1 where it refers to none
 */
public record StepComment(Kind kind, int other) {
  /** What is wrong, and which share of the step's score it takes. */
  public enum Kind {
    /** Says what an earlier step said, word for word but for marks. */
    REPEATS(0.6),
    /** Says nothing: filler only. */
    NO_CONTENT(0.3),
    /** Long, and hardly a word that the question has not. */
    COPIES_QUESTION(0.2),
    /** Concludes an answer that no step before it names. */
    UNSUPPORTED(0.4),
    /** Concludes an answer that an earlier step ruled out, without reconsidering. */
    CONCLUDES_EXCLUDED(0.7),
    /** Concludes another answer than an earlier step did, without reconsidering. */
    CONTRADICTS(0.5);

    private final double penalty;

    Kind(double penalty) {
      this.penalty = penalty;
    }

    /** The share of the score it takes, in [0,1]. */
    public double penalty() {
      return penalty;
    }

    /** The code in explanations: {@code step_} and the name in lower case. */
    public String code() {
      return "step_" + name().toLowerCase(Locale.ROOT);
    }
  }

  public StepComment {
    Require.argument(other >= -1, "illegal step: %s, must be an index or -1", other);
  }
}
