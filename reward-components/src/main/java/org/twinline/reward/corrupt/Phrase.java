package org.twinline.reward.corrupt;

import org.twinline.core.triple.Language;

/** A sentence of the phrase table; {@code {X}}, {@code {A}} … are places for names. */
record Phrase(String id, Language language, Kind kind, Part part, String text) {
  /** What a phrase is for; each bad kind has a benign one of the same form. */
  enum Kind {
    UNSAFE,
    SAFE,
    COLD,
    WARM,
    FILLER,
    NEUTRAL,
    CONTRADICTION,
    AFFIRM,
    NON_SEQUITUR,
    SOUND,
    UNREASONABLE,
    MEASURED,
    OFF_TOPIC,
    /** A list of {@code {X}} among {@code {A}}, {@code {B}}, {@code {C}} without a decision. */
    HEDGE,
    /** States {@code {X}}. */
    ASSERT,
    /** Rules {@code {X}} out. */
    DENY,
    /** Rules {@code {Y}} out and states {@code {X}}. */
    CONTRAST,
    /** Ends a chain of thought with {@code {X}}. */
    CONCLUDE,
    BAD_STEP,
    GOOD_STEP
  }

  String with(String x) {
    return text.replace("{X}", x);
  }
}
