package org.twinline.launcher.job;

import java.util.Locale;

/** An enum constant as it is written in job files: lower case, words joined by {@code -}. */
final class Word {
  private Word() {}

  static String of(Enum<?> constant, char joint) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', joint);
  }

  /** The constant for a word that the schema has let through. */
  static <E extends Enum<E>> E read(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
