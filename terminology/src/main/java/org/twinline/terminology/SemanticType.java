package org.twinline.terminology;

/** What kind of thing a concept is. The order is part of the index format. */
public enum SemanticType {
  DIAGNOSIS,
  PROCEDURE,
  DRUG,
  /** A test or imaging study. */
  EXAM,
  OTHER
}
