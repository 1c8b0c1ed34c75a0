package org.twinline.reward.guard;

/**
 * Beginning and end of a long text: where an answer states its conclusion. Of a text of more than
 * {@value #LONG} characters no more is read, so that an answer of any length costs a guard no more.
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
