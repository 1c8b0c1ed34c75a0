package org.twinline.reward.process;

import org.twinline.core.triple.Language;

/**
 * A step as an encoder reads it: the step, then what stands before it and behind it in the chain of
 * thought, bars between them. Of a long step the middle is left out, of what stands around it only
 * the nearest part is taken; a Han character counts as much as four others.
 */
public final class ActionText {
  private static final int HALF_STEP = 40;
  private static final int BEFORE = 40;
  private static final int BEHIND = 20;
  private static final int OTHER_CHARACTERS = 4;
  private static final String BAR = " | ";

  private ActionText() {}

  /**
   * The text of a step.
   *
   * @param language of the chain of thought
   */
  public static String of(String cot, Step step, Language language) {
    int unit = language == Language.ZH ? 1 : OTHER_CHARACTERS;
    return middleLeftOut(step.of(cot), HALF_STEP * unit)
        + BAR
        + end(before(cot, step.start(), BEFORE * unit), BEFORE * unit)
        + BAR
        + beginning(behind(cot, step.end(), BEHIND * unit), BEHIND * unit);
  }

  /** One character more than is wanted, which tells whether a word would be cut. */
  private static String before(String cot, int end, int length) {
    return cot.substring(Math.max(0, end - length - 1), end);
  }

  private static String behind(String cot, int start, int length) {
    return cot.substring(start, Math.min(cot.length(), start + length + 1));
  }

  private static String middleLeftOut(String text, int half) {
    return text.length() <= 2 * half ? text : beginning(text, half) + " " + end(text, half);
  }

  /** The first characters; a word or surrogate pair that would be cut is left out. */
  private static String beginning(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int to = length;
    while (to > 0 && inside(text, to)) {
      to--;
    }
    return text.substring(0, to == 0 ? whole(text, length) : to);
  }

  private static String end(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int from = text.length() - length;
    while (from < text.length() && inside(text, from)) {
      from++;
    }
    return text.substring(from == text.length() ? whole(text, text.length() - length) : from);
  }

  /** Whether a place is inside a word of ASCII letters and digits, or a surrogate pair. */
  private static boolean inside(String text, int at) {
    return word(text.charAt(at - 1)) && word(text.charAt(at)) || whole(text, at) != at;
  }

  /** The place, or the one before it where that would part a surrogate pair. */
  private static int whole(String text, int at) {
    return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)) ? at - 1 : at;
  }

  private static boolean word(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }
}
