package org.twinline.reward.process;

/** What is measured of a step beside its words; each in [0,1]. */
enum Feature {
  /** 1 always: what is so without any cue. */
  ALWAYS,
  /** The first step. */
  FIRST,
  /** Among the first fifth, the first step not counted. */
  EARLY,
  /** Among the last tenth, the last step not counted. */
  LATE,
  /** The last step. */
  LAST,
  /** Ends in a question mark. */
  QUESTION,
  /** A list of items. */
  LIST,
  /** At most eight words. */
  SHORT,
  /** Speaks of the patient. */
  PATIENT,
  /** Speaks of nobody: knowledge. */
  IMPERSONAL,
  /** The share of its content that the question has. */
  OVERLAP,
  /** Speaks of the options or of what the task demands. */
  TASK
}
