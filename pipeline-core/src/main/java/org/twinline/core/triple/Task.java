package org.twinline.core.triple;

/** What kind of medical question it is; {@code exam} means tests and imaging. */
public enum Task {
  DIAGNOSIS,
  PROCEDURE,
  DRUG,
  EXAM,
  KNOWLEDGE,
  /** The record does not say; never written. */
  UNSTATED
}
