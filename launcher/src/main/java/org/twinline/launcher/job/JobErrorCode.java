package org.twinline.launcher.job;

import java.util.Locale;

/** What is wrong with a place of a job file, for programs; the codes are frozen. */
public enum JobErrorCode {
  /** The file cannot be read at all. */
  UNREADABLE,
  /** It is larger, deeper or longer than any job file. */
  TOO_LARGE,
  NOT_UTF8,
  NOT_YAML,
  /** YAML that job files do without: anchors, aliases, tags, second documents. */
  FORBIDDEN_YAML,
  DUPLICATE_KEY,
  UNKNOWN_KEY,
  MISSING_KEY,
  WRONG_TYPE,
  OUT_OF_RANGE,
  /** Not one of the words that may stand here. */
  UNKNOWN_WORD,
  /** A text of another form. */
  WRONG_FORM,
  UNKNOWN_PARAMETER,
  /** A {@code --set} that is no {@code key=value} or leads nowhere. */
  BAD_SETTING,
  /** Values that are right alone and not together, or that a reward refuses. */
  UNFIT,
  /** Something that is named is not there, or is not what it must be. */
  MISSING_FILE,
  /** The output is taken. */
  NOT_EMPTY;

  /** The code as printed. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
