package org.twinline.reward.djl;

import org.twinline.core.triple.Language;

/** The language of a text by its script, for records that do not say. */
final class LanguageGuess {
  /**
   * Chinese medical text names genes and drugs in Latin letters; English text has no Han at all.
   */
  private static final double HAN_SHARE = 0.1;

  private LanguageGuess() {}

  /** Chinese where at least a tenth of the letters are Han characters, English otherwise. */
  static Language of(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long han =
        text.codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
            .count();
    return han > 0 && han >= HAN_SHARE * letters ? Language.ZH : Language.EN;
  }
}
