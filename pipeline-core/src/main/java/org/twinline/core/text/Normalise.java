package org.twinline.core.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/** Forms of a text under which equal meanings written differently become equal. */
public final class Normalise {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private Normalise() {}

  /**
   * The form for identity of questions and look-up of names.
   *
   * <p>Steps: NFKC with case folding and without default-ignorable code points, as Unicode defines
   * NFKC_Casefold (UAX #44): full-width letters, digits and punctuation become half-width, upper
   * case lower case, zero-width characters and byte order marks vanish; then a run of white space
   * becomes one space, and none at either end or beside a Han character. The full stop {@code 。}
   * stays what it is. Idempotent: {@code key(key(x))} equals {@code key(x)}.
   */
  public static String key(String text) {
    String key = squeeze(FOLD.normalize(text));
    // Taking white space away can bring a combining mark to its base; a second pass composes them.
    for (int pass = 0; pass < 8 && !FOLD.isNormalized(key); pass++) {
      key = squeeze(FOLD.normalize(key));
    }
    return key;
  }

  private static String squeeze(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    int last = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (UCharacter.isUWhiteSpace(c)) {
        space = true;
        continue;
      }
      if (space && last >= 0 && !isHan(last) && !isHan(c)) {
        out.append(' ');
      }
      out.appendCodePoint(c);
      space = false;
      last = c;
    }
    return out.toString();
  }

  /** Whether a code point is a Han character. */
  public static boolean isHan(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    return (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
        || UScript.getScript(codePoint) == UScript.HAN;
  }
}
