package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.text.Normalizer;

/**
 * The numbers of a text in lay words, written as they are spoken: {@code 38.5}, {@code 38度5},
 * {@code 38°5}, {@code 385} and {@code 三十八度五} are one measured value; {@code 四次} and {@code 4次} one
 * count.
 *
 * <p>A measured value (two digits, or with a decimal) marks itself, its half unit and its unit; a
 * count itself up to 20; both what stands beside them.
 */
final class Quantities {
  private static final int VALUE = 11;
  private static final int HALF = 12;
  private static final int UNIT = 13;
  private static final int COUNT = 14;
  private static final int BESIDE = 15;
  private static final char MEASURED = '°';
  private static final char COUNTED = '#';
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String POINTS = "点.。,，:：;°度℃";

  private Quantities() {}

  /** Adds the marks of a text's numbers. */
  static void of(String raw, IntSet marks) {
    boolean any = false;
    for (int i = 0; i < raw.length() && !any; i++) {
      any = numeral(raw.charAt(i));
    }
    if (!any) {
      return;
    }
    String text = arabic(Normalizer.normalize(raw, Normalizer.Form.NFKC));
    StringBuilder pattern = new StringBuilder("^");
    for (int i = 0; i < text.length(); ) {
      if (digit(text, i)) {
        i = number(text, i, pattern, marks);
      } else {
        if (Character.isLetter(text.charAt(i))) {
          pattern.append(text.charAt(i));
        }
        i++;
      }
    }
    pattern.append('$');
    for (int i = 0; i + 1 < pattern.length(); i++) {
      char a = pattern.charAt(i);
      char b = pattern.charAt(i + 1);
      if (a == MEASURED || a == COUNTED || b == MEASURED || b == COUNTED) {
        marks.add(Wording.mark(BESIDE, a, b));
      }
    }
  }

  private static boolean numeral(char c) {
    return Character.isDigit(c) || c == '十' || c == '两' || DIGITS.indexOf(c) >= 0;
  }

  private static boolean digit(String text, int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /** Takes the number that begins there; returns where it ends. */
  private static int number(String text, int from, StringBuilder pattern, IntSet marks) {
    int to = from;
    int whole = 0;
    while (digit(text, to)) {
      whole = Math.min(99_999, whole * 10 + text.charAt(to++) - '0');
    }
    int tenths = whole * 10;
    boolean measured = to - from == 2;
    int at = to;
    while (at < text.length() && at - to < 2 && POINTS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (measured && at > to && digit(text, at) && !counted(text, at + 1)) {
      tenths += text.charAt(at) - '0';
      to = at + 1;
    } else if (to - from == 3 && (text.charAt(from) == '3' || text.charAt(from) == '4')) {
      tenths = whole;
      measured = true;
    }
    if (measured) {
      marks.add(Wording.mark(VALUE, tenths, 0));
      marks.add(Wording.mark(HALF, tenths / 5, 0));
      marks.add(Wording.mark(UNIT, tenths / 10, 0));
      pattern.append(MEASURED);
    } else {
      marks.add(Wording.mark(COUNT, Math.min(20, whole), 0));
      pattern.append(COUNTED);
    }
    return to;
  }

  /** Whether a digit before that place goes on, or counts days or times. */
  private static boolean counted(String text, int at) {
    return at < text.length() && (digit(text, at) || "次天".indexOf(text.charAt(at)) >= 0);
  }

  /** The text with Chinese numerals up to 99 as Arabic ones. */
  private static String arabic(String text) {
    StringBuilder out = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); ) {
      int to = i;
      while (to < text.length() && (text.charAt(to) == '十' || chinese(text.charAt(to)) >= 0)) {
        to++;
      }
      if (to == i) {
        out.append(text.charAt(i++));
        continue;
      }
      int ten = text.indexOf('十', i);
      if (ten >= i && ten <= i + 1 && ten < to && to - ten <= 2) {
        int tens = ten > i ? chinese(text.charAt(i)) : 1;
        int ones = to - ten == 2 ? Math.max(0, chinese(text.charAt(ten + 1))) : 0;
        out.append(tens * 10 + ones);
      } else {
        for (int k = i; k < to; k++) {
          int value = chinese(text.charAt(k));
          out.append(value >= 0 ? value : 10);
        }
      }
      i = to;
    }
    return out.toString();
  }

  private static int chinese(char c) {
    return c == '两' ? 2 : DIGITS.indexOf(c);
  }
}
