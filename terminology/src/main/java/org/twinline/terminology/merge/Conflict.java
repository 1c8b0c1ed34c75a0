package org.twinline.terminology.merge;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Something two sources, or two rows, say differently, and what was done about it.
 *
 * @param line counted from 1, 0 where no line is meant
 * @param detail codes only, never a name's text
 */
public record Conflict(Kind kind, Path file, long line, String detail) {
  /** What does not fit together. */
  public enum Kind {
    /** One code has different names in one file; the first stays preferred. */
    CODE_NAMED_TWICE("one code, several names in one file: the first is preferred"),
    /** Crosswalk rows that are not one to one: the source code is narrower. */
    CROSSWALK_NOT_ONE_TO_ONE("crosswalk row not one to one: narrower, not equal"),
    /** A join that would put two codes of one edition into one concept. */
    JOIN_REFUSED("joining would put two codes of one edition into one concept: kept apart"),
    /** Equal names in one category of one edition: which to join is not known. */
    NAME_AMBIGUOUS("equal names in the same place of one edition: kept apart"),
    /** A name that is to be attached belongs to another concept of that kind. */
    NAME_TAKEN("name already belongs to another concept: left there"),
    /** The names of one row belong to several concepts. */
    NAMES_DISAGREE("names said to be equal belong to several concepts: not joined"),
    /** A name that is to be attached, and the row's code, are in no source. */
    TARGET_UNKNOWN("code or standard name in no source: left out"),
    /** A parent edge that would close a loop after editions were joined. */
    HIERARCHY_LOOP("parent edge would close a loop: left out");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /** What it means and what was done, for people. */
    public String sentence() {
      return sentence;
    }

    /** The name in files: lower_snake. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
