package org.twinline.launcher.gate;

import java.util.Locale;

/** Whose scores, lengths and categories are meant. */
enum Whose {
  KEPT,
  DROPPED,
  ALL;

  /** The word in gate files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of a distribution or of categories in a {@link Cell}. */
  String key(String name) {
    return word() + "." + name;
  }
}
