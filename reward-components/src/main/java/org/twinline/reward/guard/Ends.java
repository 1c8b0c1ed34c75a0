package org.twinline.reward.guard;

/**
 * Beginning and end of a long text: where an answer states its conclusion. Reading a conclusion
 * takes more than linear time, so no more is read of an answer of {@value #LONG} characters and
 * more.
 */
final class Ends {
  static final int LONG = 4_000;

  private Ends() {}

  static String of(String text) {
    return text.length() <= LONG
        ? text
        : text.substring(0, LONG / 2) + "\n" + text.substring(text.length() - LONG / 2);
  }
}
