package org.twinline.launcher.job;

import java.lang.Character.UnicodeScript;

/** Text as a terminal may show it: no control characters, and with its width in cells. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** A value in quotes, cut to a readable length. */
  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    int[] points = text.codePoints().limit(LONGEST + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, LONGEST); i++) {
      shown.append(points[i] == '\t' ? "\\t" : character(points[i]));
    }
    return shown.append(points.length > LONGEST ? "…'" : "'").toString();
  }

  /** A text whole, without what would act on a terminal. */
  static String plain(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> shown.append(point == '\t' ? "\\t" : character(point)));
    return shown.toString();
  }

  /** A character, or its escape where it would act on a terminal. */
  static String character(int point) {
    boolean acts =
        switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              point != '\t';
          default -> false;
        };
    if (!acts) {
      return Character.toString(point);
    }
    return point < 0x100 ? String.format("\\x%02x", point) : String.format("\\u%04x", point);
  }

  /** How many cells of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(Shown::cells).sum();
  }

  private static int cells(int point) {
    UnicodeScript script = UnicodeScript.of(point);
    boolean wide =
        script == UnicodeScript.HAN
            || script == UnicodeScript.HIRAGANA
            || script == UnicodeScript.KATAKANA
            || script == UnicodeScript.HANGUL
            || (point >= 0x3000 && point <= 0x303E)
            || (point >= 0xFF01 && point <= 0xFF60);
    if (wide) {
      return 2;
    }
    return Character.getType(point) == Character.NON_SPACING_MARK ? 0 : 1;
  }
}
