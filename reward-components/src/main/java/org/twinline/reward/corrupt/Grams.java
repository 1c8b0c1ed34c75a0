package org.twinline.reward.corrupt;

/**
 * The pairs of neighbouring characters of a text, hashed into {@value #BITS} bits: enough to choose
 * by, and a comparison costs a few nanoseconds.
 */
final class Grams {
  private static final int BITS = 4_096;
  private static final int MOST = 4_000;
  private static final int MIX = 0x9E3779B1;
  private static final int SHIFT = 20;

  private final long[] words = new long[BITS / Long.SIZE];
  private final int count;

  private Grams(String text) {
    for (int i = 0; i + 1 < Math.min(text.length(), MOST); i++) {
      int bit = ((pair(text, i) * MIX) >>> SHIFT) & (BITS - 1);
      words[bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
    }
    int set = 0;
    for (long word : words) {
      set += Long.bitCount(word);
    }
    count = set;
  }

  static Grams of(String text) {
    return new Grams(text);
  }

  /** About Dice's coefficient with another text's pairs, in [0,1]. */
  double share(Grams other) {
    int common = 0;
    for (int i = 0; i < words.length; i++) {
      common += Long.bitCount(words[i] & other.words[i]);
    }
    int total = count + other.count;
    return total == 0 ? 0 : 2.0 * common / total;
  }

  private static int pair(String text, int at) {
    return (Character.toLowerCase(text.charAt(at)) << Character.SIZE)
        | Character.toLowerCase(text.charAt(at + 1));
  }
}
