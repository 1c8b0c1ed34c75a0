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
    int wordEnd = 0;
    boolean latin = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x370) {
        continue;
      }
      char plain = c;
      int known = c <= 0x52f ? FROM.indexOf(c) : -1;
      if (known >= 0) {
        if (i >= wordEnd) {
          wordEnd = wordEnd(text, i);
          latin = latinBetween(text, wordStart(text, i), wordEnd);
        }
        plain = latin ? TO.charAt(known) : c;
      } else if (compatible(c)) {
        String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        plain = normal.length() == 1 ? normal.charAt(0) : c;
      }
      if (plain != c) {
        folded = folded == null ? new StringBuilder(text) : folded;
        folded.setCharAt(i, plain);
      }
    }
    return folded == null ? text : folded.toString();
  }

  private static boolean compatible(char c) {
    return (c >= 0x2e80 && c <= 0x2fdf)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xff10 && c <= 0xff5a && Character.isLetterOrDigit(c));
  }

  private static int wordStart(String text, int at) {
    int from = at;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static int wordEnd(String text, int at) {
    int to = at;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private static boolean latinBetween(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < 0x250) {
        return true;
      }
    }
    return false;
  }
}
