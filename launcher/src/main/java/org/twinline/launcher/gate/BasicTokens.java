package org.twinline.launcher.gate;

import java.lang.Character.UnicodeScript;

/**
 * Counts tokens without a model's vocabulary: a Chinese character, kana or Hangul syllable is one,
 * so is a run of other letters and digits, and so is every other mark but white space. These are
 * the pieces that BERT's basic tokeniser makes before it splits words (Devlin et al., NAACL 2019);
 * models split long words further.
 */
final class BasicTokens {
  private BasicTokens() {}

  static long count(String text) {
    long count = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      boolean single = single(point);
      boolean word = !single && (Character.isLetterOrDigit(point) || mark(point));
      if (single || (word && !inWord) || (!word && !blank(point))) {
        count++;
      }
      inWord = word;
    }
    return count;
  }

  private static boolean single(int point) {
    if (point < 0x2E80) {
      return false;
    }
    if (point >= 0x4E00 && point <= 0x9FA5) {
      return true; // most Chinese characters, without a look into the table of scripts
    }
    UnicodeScript script = UnicodeScript.of(point);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }

  private static boolean mark(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private static boolean blank(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point);
  }
}
