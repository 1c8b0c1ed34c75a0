package org.twinline.core.json.adapter;

import java.util.Locale;

/** What a mapping can take from a field of the line; the key of the job file is {@link #key}. */
public enum MappedField {
  /** The question's id. */
  ID,
  /** Chain of thought, given to every candidate that has none of its own. */
  COT,
  /** Final answer; several texts are several candidates. */
  ANSWER,
  /** Chain of thought and answer in one text; several texts are several candidates. */
  RESPONSE,
  /** A word of {@link org.twinline.core.triple.Task}. */
  TASK,
  /** A word of {@link org.twinline.core.triple.AnswerKind}. */
  ANSWER_KIND,
  /** A word of {@link org.twinline.core.triple.Language}. */
  LANGUAGE,
  /** A text, an array of texts (all required) or an array of arrays (alternatives). */
  REFERENCES,
  /** An object, an array or lines of text. */
  OPTIONS,
  /** A system turn before everything else. */
  SYSTEM,
  /** Turns before the question: question and answer pairs, or messages. */
  HISTORY;

  /** The key in a job file: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
