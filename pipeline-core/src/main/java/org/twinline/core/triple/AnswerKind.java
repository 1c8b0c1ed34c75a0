package org.twinline.core.triple;

/** The form of the final answer, which decides how it can be checked. */
public enum AnswerKind {
  ENTITY(true),
  CHOICE(true),
  BOOLEAN(true),
  /** A number with its unit. */
  NUMBER(true),
  /** Structured, for example a medication list. */
  JSON(true),
  /** Free text that only preference can judge. */
  TEXT(false),
  /** The record does not say; never written. */
  UNSTATED(false);

  private final boolean checkable;

  AnswerKind(boolean checkable) {
    this.checkable = checkable;
  }

  /** Whether a rule can check such an answer against a reference answer. */
  public boolean checkable() {
    return checkable;
  }
}
