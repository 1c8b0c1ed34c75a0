package org.twinline.terminology.existence;

/** Whether a name exists. */
public enum Verdict {
  /** The name is in the index. */
  KNOWN,
  /** The name is not in the index, but nothing speaks against it. */
  PLAUSIBLE,
  /** The name is not in the index, and its parts do not go together. */
  ABSENT
}
