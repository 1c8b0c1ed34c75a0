package org.twinline.core.verdict;

/** The three-way outcome of a verifier. */
public enum Decision {
  ACCEPT,
  REJECT,
  /** The verifier does not know; the next verifier may. */
  UNSURE
}
