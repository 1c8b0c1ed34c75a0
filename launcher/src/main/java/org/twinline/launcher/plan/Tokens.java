package org.twinline.launcher.plan;

import java.lang.Character.UnicodeScript;

/**
 * How many tokens a text has for an encoder, about: one for each Chinese character, one for each
 * four other characters (word pieces of English medical text).
 */
final class Tokens {
  private static final double OTHERS_A_TOKEN = 4;

  private Tokens() {}

  static double of(String text) {
    long han = text.codePoints().filter(p -> UnicodeScript.of(p) == UnicodeScript.HAN).count();
    long others = text.codePoints().count() - han;
    return han + others / OTHERS_A_TOKEN;
  }
}
