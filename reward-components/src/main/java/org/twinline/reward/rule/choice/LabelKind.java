package org.twinline.reward.rule.choice;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What the labels of a question are. */
enum LabelKind {
  /** A, B, C … in either case. */
  LETTER,
  /** 1, 2, 3 … or ①, ②, ③ … */
  DIGIT,
  /** 甲, 乙, 丙 … */
  STEM,
  /** Anything else: only found where the whole answer is a label. */
  OTHER;

  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  // Greek and Cyrillic capitals that look like the Latin letter below them.
  private static final String LOOK_ALIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΧАВЕЅІЈКМНОРСТХҮ";
  private static final String LATIN = "ABEZHIKMNOPTXABESIJKMHOPCTXY";

  /** A label as it is compared: NFKC, upper case, without brackets and full stops around it. */
  static String fold(String label) {
    String text = Normalizer.normalize(Prepared.of(label), Normalizer.Form.NFKC);
    int from = 0;
    int to = text.length();
    while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    String core = from < to ? text.substring(from, to) : text.strip();
    String upper = core.toUpperCase(Locale.ROOT);
    return upper.length() == 1 ? Character.toString(latin(upper.charAt(0))) : upper;
  }

  /** The Latin capital a Greek or Cyrillic one looks like; else the character itself. */
  static char latin(char c) {
    int at = c < 0x370 || c > 0x4ff ? -1 : LOOK_ALIKE.indexOf(c);
    return at < 0 ? c : LATIN.charAt(at);
  }

  static LabelKind of(List<String> folded) {
    LabelKind kind = OTHER;
    for (int i = 0; i < folded.size(); i++) {
      LabelKind one = of(folded.get(i));
      if (i > 0 && one != kind) {
        return OTHER;
      }
      kind = one;
    }
    return kind;
  }

  private static LabelKind of(String folded) {
    if (folded.length() == 1) {
      char c = folded.charAt(0);
      if (c >= 'A' && c <= 'Z') {
        return LETTER;
      }
      if (STEMS.indexOf(c) >= 0) {
        return STEM;
      }
    }
    boolean digits = !folded.isEmpty() && folded.length() <= 2;
    for (int i = 0; i < folded.length(); i++) {
      digits &= Prepared.digit(folded.charAt(i));
    }
    return digits ? DIGIT : OTHER;
  }
}
