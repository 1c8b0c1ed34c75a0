package org.twinline.reward.step;

/** The names of scores that more than one step reads. */
public final class ScoreNames {
  /** What the rules gave the final answer. */
  public static final String RULE = "rule";

  /** What a verifier model gave an answer the rules were unsure of. */
  public static final String VERIFIER = "verifier";

  /** The outcome reward: set once a verifier, rule or model, has decided. */
  public static final String OUTCOME = "outcome";

  /** What a preference model gave a long answer. */
  public static final String PREFERENCE = "preference";

  /** How hard the reasoning was; no reward, but a measure to select by. */
  public static final String DIFFICULTY = "difficulty";

  private ScoreNames() {}
}
