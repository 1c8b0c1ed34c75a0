package org.twinline.reward.corrupt;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/** The pairs of neighbouring characters of a text. */
record Grams(IntSet pairs) {
  private static final int MOST = 4_000;

  static Grams of(String text) {
    IntSet pairs = new IntOpenHashSet();
    for (int i = 0; i + 1 < Math.min(text.length(), MOST); i++) {
      pairs.add(pair(text, i));
    }
    return new Grams(pairs);
  }

  /** Dice's coefficient with the pairs of another text, in [0,1]. */
  double share(Grams other) {
    IntSet theirs = other.pairs;
    int common = 0;
    for (int pair : theirs) {
      common += pairs.contains(pair) ? 1 : 0;
    }
    int total = pairs.size() + theirs.size();
    return total == 0 ? 0 : 2.0 * common / total;
  }

  private static int pair(String text, int at) {
    return (Character.toLowerCase(text.charAt(at)) << Character.SIZE)
        | Character.toLowerCase(text.charAt(at + 1));
  }
}
