package org.twinline.reward.rule;

import java.util.Arrays;

/**
 * An answer as the rules read it: characters that nobody sees (zero-width, bidirectional and other
 * format characters) are left out, emphasis becomes blanks, look-alikes of Latin letters and
 * Chinese characters become what they look like.
 *
 * @param text what is read
 * @param origin where each character stands in the answer as given, and its length at the end;
 *     empty where nothing was left out
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record AnswerText(String text, int[] origin) {
  private static final int[] SAME = {};

  static AnswerText of(String answer) {
    String plain = Lookalikes.fold(answer.contains("**") ? answer.replace("**", "  ") : answer);
    int hidden = 0;
    for (int i = 0; i < plain.length(); i++) {
      hidden += hidden(plain.charAt(i)) ? 1 : 0;
    }
    if (hidden == 0) {
      return new AnswerText(plain, SAME);
    }
    StringBuilder text = new StringBuilder(plain.length());
    int[] origin = new int[plain.length() + 1];
    for (int i = 0; i < plain.length(); i++) {
      if (!hidden(plain.charAt(i))) {
        origin[text.length()] = i;
        text.append(plain.charAt(i));
      }
    }
    origin[text.length()] = plain.length();
    return new AnswerText(text.toString(), Arrays.copyOf(origin, text.length() + 1));
  }

  private static boolean hidden(char c) {
    return c >= 0xad && Character.getType(c) == Character.FORMAT;
  }

  /** Without what is said to the judge, lengths kept; itself where nothing is. */
  AnswerText withoutNotes() {
    String blanked = JudgeNotes.blank(text);
    return blanked.equals(text) ? this : new AnswerText(blanked, origin);
  }

  /** Where a character stands in the answer as given. */
  int at(int index) {
    return origin.length == 0 ? index : origin[index];
  }
}
