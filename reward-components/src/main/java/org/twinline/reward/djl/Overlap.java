package org.twinline.reward.djl;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Locale;

/**
 * How much two texts share by their characters: the share of the first one's character bigrams that
 * the second has, the same the other way round, Dice's coefficient, whether the second contains the
 * first, and the logarithm of the ratio of lengths. All in [0,1] but the last, which is in [-6,6].
 */
final class Overlap {
  /** How many figures there are. */
  static final int SIZE = 5;

  private static final float MOST = 6;

  private Overlap() {}

  static float[] of(String first, String second) {
    String a = folded(first);
    String b = folded(second);
    Int2IntOpenHashMap left = bigrams(a);
    Int2IntOpenHashMap right = bigrams(b);
    int common = 0;
    for (Int2IntOpenHashMap.Entry entry : left.int2IntEntrySet()) {
      common += Math.min(entry.getIntValue(), right.get(entry.getIntKey()));
    }
    int inFirst = Math.max(0, a.length() - 1);
    int inSecond = Math.max(0, b.length() - 1);
    float ratio = (float) Math.log((b.length() + 1.0) / (a.length() + 1.0));
    return new float[] {
      share(common, inFirst),
      share(common, inSecond),
      share(2 * common, inFirst + inSecond),
      !a.isEmpty() && b.contains(a) ? 1 : 0,
      Math.max(-MOST, Math.min(MOST, ratio))
    };
  }

  private static float share(int part, int whole) {
    return whole == 0 ? 0 : (float) part / whole;
  }

  /** Letters and digits alone, lower-cased. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static Int2IntOpenHashMap bigrams(String text) {
    Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    for (int i = 0; i + 2 <= text.length(); i++) {
      counts.addTo(text.charAt(i) << 16 | text.charAt(i + 1), 1);
    }
    return counts;
  }
}
