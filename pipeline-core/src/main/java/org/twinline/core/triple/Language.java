package org.twinline.core.triple;

/** The language of a record. */
public enum Language {
  ZH,
  EN,
  /** The record does not say; never written. */
  UNSTATED
}
