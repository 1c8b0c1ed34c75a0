package org.twinline.terminology;

import org.twinline.core.Require;
import org.twinline.core.triple.Language;

/** One of a concept's names. */
public record Designation(String text, Language language, Kind kind) {
  /** The rank of a name; earlier is stronger. The order is part of the index format. */
  public enum Kind {
    PREFERRED,
    SYNONYM,
    /** Capital letters that are only a name when written as such: {@code ALL}, {@code AMI}. */
    ABBREVIATION,
    /** A name that a source without codes gives: found like any other, trusted less. */
    ALIAS,
    /** A code that stands where a category has no name; never found as a name. */
    STRUCTURAL
  }

  public Designation {
    Require.argument(!text.isBlank(), "Cannot make a blank designation");
    Require.argument(language != Language.UNSTATED, "Cannot make a designation without a language");
  }
}
