package org.twinline.reward.guard;

import org.twinline.terminology.NameNormaliser;

/** The size of a text in words; two Chinese characters count as one word. */
final class Size {
  private Size() {}

  static double words(String raw) {
    String text = NameNormaliser.name(raw);
    int chinese = 0;
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (NameNormaliser.unspaced(c)) {
        chinese++;
      } else if (NameNormaliser.word(c) && (i == 0 || !NameNormaliser.word(text.charAt(i - 1)))) {
        words++;
      }
    }
    return chinese / 2.0 + words;
  }
}
