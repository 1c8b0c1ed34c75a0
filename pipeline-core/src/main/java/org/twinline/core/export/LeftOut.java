package org.twinline.core.export;

import java.util.Locale;

/** Why a record is not in a file: a trainer would misread it, or skip it without a word. */
public enum LeftOut {
  /**
   * The turns are not: at most one of the system, first; then user and assistant, ending with user.
   */
  TURN_ORDER,
  /** A chain of thought or an answer holds {@code <think>} or {@code </think>} itself. */
  THINK_MARK,
  /** An answer is blank. */
  EMPTY_ANSWER,
  /** The two sides of a pair read the same. */
  EQUAL_SIDES;

  /** The code in manifests. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
