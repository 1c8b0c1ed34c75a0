package org.twinline.core.text;

import org.twinline.core.triple.Language;

/** Tells Chinese from English by how much of a text is Han characters. */
public final class LanguageGuess {
  private LanguageGuess() {}

  /**
   * Chinese where at least half of the units are Han characters, a run of Latin letters being one
   * unit; English where fewer are; unstated where there are neither.
   *
   * <p>Counting words rather than letters keeps 服用 omeprazole 治疗 Chinese.
   */
  public static Language of(String text) {
    int han = 0;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean latin =
          Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
      if (latin && !inWord) {
        words++;
      } else if (!latin && Normalise.isHan(c)) {
        han++;
      }
      inWord = latin;
    }
    if (han == 0 && words == 0) {
      return Language.UNSTATED;
    }
    return han >= words ? Language.ZH : Language.EN;
  }
}
