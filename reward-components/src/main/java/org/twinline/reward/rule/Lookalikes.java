package org.twinline.reward.rule;

import java.text.Normalizer;

/**
 * Characters that look like others, each replaced by the one it looks like, so that lengths stay:
 * Cyrillic and Greek letters in words with Latin ones (after the confusables of UTS #39), Kangxi
 * radicals and compatibility ideographs, full-width letters and digits.
 */
final class Lookalikes {
  private static final String FROM = "АВЕКМНОРСТХаеорсухіѕԁһјԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανι";
  private static final String TO = "ABEKMHOPCTXaeopcyxisdhjqwABEZHIKMNOPTYXoavi";

  private Lookalikes() {}

  static String fold(String text) {
    StringBuilder folded = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char plain = c < 0x370 ? c : plain(text, i, c);
      if (plain != c) {
        folded = folded == null ? new StringBuilder(text) : folded;
        folded.setCharAt(i, plain);
      }
    }
    return folded == null ? text : folded.toString();
  }

  private static char plain(String text, int at, char c) {
    if ((c >= 0x2e80 && c <= 0x2fdf)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xff10 && c <= 0xff5a && Character.isLetterOrDigit(c))) {
      String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
      return normal.length() == 1 ? normal.charAt(0) : c;
    }
    int known = c <= 0x52f ? FROM.indexOf(c) : -1;
    return known >= 0 && besideLatin(text, at) ? TO.charAt(known) : c;
  }

  /** Whether a letter of the same word is Latin. */
  private static boolean besideLatin(String text, int at) {
    int from = at;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    for (int i = from; i < text.length() && Character.isLetter(text.charAt(i)); i++) {
      if (text.charAt(i) < 0x250) {
        return true;
      }
    }
    return false;
  }
}
