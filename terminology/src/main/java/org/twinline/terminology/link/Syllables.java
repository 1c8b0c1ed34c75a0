package org.twinline.terminology.link;

/**
 * The syllable a Chinese character is read as, without its tone: what dictation and hasty typing
 * keep of a word. From {@code syllables.tsv}; one reading, the most common, for each character.
 */
final class Syllables {
  private static final char[] TABLE = new char[0x9fff - 0x4e00 + 1];

  static {
    char number = 0;
    for (String[] row : Resource.rows("syllables.tsv")) {
      number++;
      for (int i = 0; i < row[1].length(); i++) {
        TABLE[row[1].charAt(i) - 0x4e00] = number;
      }
    }
  }

  private Syllables() {}

  /** A number of the character's syllable, negative; the sign itself where it has none. */
  static int of(int sign) {
    int at = sign - 0x4e00;
    return at >= 0 && at < TABLE.length && TABLE[at] > 0 ? -TABLE[at] : sign;
  }
}
