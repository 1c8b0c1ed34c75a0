package org.twinline.terminology.link;

import com.ibm.icu.text.Transliterator;

/**
 * The syllable a Chinese character is read as, without its tone: what dictation and hasty typing
 * keep of a word. One reading, the most common, for each character of CJK's first block, by ICU's
 * {@code Han-Latin}. The first use in a process takes a second or two, for ICU reads its rules.
 */
final class Syllables {
  private static final char FIRST = 0x4e00;
  private static final char LAST = 0x9fff;
  private static final int LETTERS = 27;
  private static final int[] NUMBERS = numbers();

  private Syllables() {}

  private static int[] numbers() {
    Transliterator reader =
        Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");
    int[] numbers = new int[LAST - FIRST + 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(reader.transliterate(String.valueOf((char) (FIRST + i))).strip());
    }
    return numbers;
  }

  /**
   * A number of a syllable's letters alone, so that it is the same for ever; 0 of anything else.
   */
  private static int number(String syllable) {
    int number = 0;
    for (int i = 0; i < syllable.length(); i++) {
      char c = syllable.charAt(i);
      if (c < 'a' || c > 'z') {
        return 0;
      }
      number = number * LETTERS + (c - 'a' + 1);
    }
    return number;
  }

  /** A number of the character's syllable, negative; the sign itself where it has none. */
  static int of(int sign) {
    return sign >= FIRST && sign <= LAST && NUMBERS[sign - FIRST] > 0
        ? -NUMBERS[sign - FIRST]
        : sign;
  }
}
