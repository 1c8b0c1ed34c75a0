package org.twinline.core.dataset;

/** The folders of a finished run. */
public final class DatasetNames {
  /** Verified triples of the verifiable line. */
  public static final String TRIPLES = "triples";

  /** Questions with a reference answer and without candidates. */
  public static final String PROMPTS = "prompts";

  /** Chosen and rejected answers of the unverifiable line. */
  public static final String PREFERENCES = "preferences";

  /** The best answer of each question of the unverifiable line. */
  public static final String BEST_ANSWERS = "best-answers";

  /** Dropped triples, each with its reason. */
  public static final String REJECTED = "rejected";

  /** Lines that could not be read: place and code, never their text. */
  public static final String DEAD_LETTERS = "dead-letters";

  private DatasetNames() {}
}
