package org.twinline.reward.process;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * A folded step as tokens: a Han character, a Latin word, a number (written 0) or any other mark.
 *
 * @param joined the tokens, a blank behind each
 * @param starts of each token in it, and its length
 */
record StepTokens(String joined, IntArrayList starts) {
  static StepTokens of(String folded) {
    StringBuilder joined = new StringBuilder();
    IntArrayList starts = new IntArrayList();
    int at = 0;
    while (at < folded.length()) {
      int end = end(folded, at);
      char c = folded.charAt(at);
      if (!Character.isWhitespace(c)) {
        starts.add(joined.length());
        joined.append(digit(c) ? "0" : folded.substring(at, end)).append(' ');
      }
      at = end;
    }
    starts.add(joined.length());
    return new StepTokens(joined.toString(), starts);
  }

  int size() {
    return starts.size() - 1;
  }

  /** The tokens from one to before another, with a blank between them. */
  String run(int from, int to) {
    return joined.substring(starts.getInt(from), starts.getInt(to) - 1);
  }

  /** Whether a text has Han characters. */
  static boolean han(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if (han(folded.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** How many words and Han characters a text has. */
  static int words(String folded) {
    int words = 0;
    int at = 0;
    while (at < folded.length()) {
      char c = folded.charAt(at);
      words += han(c) || latin(c) || digit(c) ? 1 : 0;
      at = end(folded, at);
    }
    return words;
  }

  private static int end(String folded, int at) {
    int end = at + 1;
    char first = folded.charAt(at);
    if (latin(first)) {
      while (end < folded.length() && (latin(folded.charAt(end)) || folded.charAt(end) == '\'')) {
        end++;
      }
    } else if (digit(first)) {
      while (end < folded.length() && (digit(folded.charAt(end)) || folded.charAt(end) == '.')) {
        end++;
      }
      end -= folded.charAt(end - 1) == '.' ? 1 : 0;
    }
    return end;
  }

  private static boolean han(char c) {
    return c >= 0x4e00 && c <= 0x9fff;
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
