package org.twinline.terminology.existence;

import org.twinline.terminology.NameNormaliser;

/** How the names of a language are cut into parts. */
enum Script {
  /** Names with a Chinese character; their smallest meaningful part has two of them. */
  UNSPACED(2, ""),
  /** Names of words between blanks; one word means something. */
  SPACED(1, " ");

  /** How many tokens make the smallest meaningful part. */
  final int unit;

  private final String between;

  Script(int unit, String between) {
    this.unit = unit;
    this.between = between;
  }

  /** The script of a folded name. */
  static Script of(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (NameNormaliser.unspaced(name.charAt(i))) {
        return UNSPACED;
      }
    }
    return SPACED;
  }

  /** One name of two parts. */
  String join(String first, String second) {
    return first + between + second;
  }
}
