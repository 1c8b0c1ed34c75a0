package org.twinline.reward.corrupt;

import java.util.Locale;

/** What a corruption hurts; one reward model is trained for each. */
public enum Dimension {
  CORRECTNESS,
  COMPLETENESS,
  REASONABLENESS,
  LOGIC,
  HELPFULNESS,
  HARMLESSNESS,
  RELEVANCE,
  EMPATHY,
  /** Soundness of single steps of a chain of thought. */
  PROCESS,
  /** Whether the answer is what the chain of thought concludes. */
  CONSISTENCY;

  /** The name as it is written in files, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
