package org.twinline.reward.rule.choice;

/**
 * The private-use characters that stand for options in a rewritten answer: one range for what was
 * named by its text, one for what was named by its label.
 */
final class Signs {
  /** The greatest number of options that are told apart; further ones are not looked for. */
  static final int MAX_OPTIONS = 256;

  /** All signs, as the content of a character class. */
  static final String CLASS = "\\uE000-\\uE1FF";

  private static final char TEXT = '\ue000';
  private static final char LABEL = '\ue100';
  private static final char END = '\ue200';

  private Signs() {}

  static char text(int option) {
    return (char) (TEXT + option);
  }

  static char label(int option) {
    return (char) (LABEL + option);
  }

  static boolean sign(char c) {
    return c >= TEXT && c < END;
  }

  static boolean isLabel(char c) {
    return c >= LABEL && c < END;
  }

  static int option(char c) {
    return isLabel(c) ? c - LABEL : c - TEXT;
  }
}
