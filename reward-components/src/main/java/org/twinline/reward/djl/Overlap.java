package org.twinline.reward.djl;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Locale;

/**
 * How much two texts share by their characters, letters and digits alone, in lower case. In order:
 *
 * <ol>
 *   <li>the share of the first one's character bigrams that the second has,
 *   <li>the same the other way round,
 *   <li>Dice's coefficient,
 *   <li>1 where the second contains the first,
 *   <li>the logarithm of the ratio of lengths, second to first, in [-6,6],
 *   <li>the greatest share of the first one's bigrams that one sentence of the second has,
 *   <li>where that sentence stands, the last of equals: its number over how many there are, 0 where
 *       no sentence has any,
 *   <li>the share that the last sentence has,
 *   <li>the longest run of characters that both have, over the first one's length,
 *   <li>where that run ends in the second, the last of equals, over its length, 0 for none,
 *   <li>ln(1 + length) of the first,
 *   <li>ln(1 + length) of the second,
 *   <li>ln(1 + how often the second contains the first).
 * </ol>
 *
 * <p>In [0,1] but for the fifth and the last three. A verifier's answer may name a reference to
 * rule it out: where and how whole it stands there tells that better than that it does. Of long
 * texts the runs are looked for in the first {@value #FIRST} and {@value #SECOND} characters. A
 * sentence ends with 。！？!?；; or a line, or with a full stop before white space.
 */
final class Overlap {
  /** How many figures there are. */
  static final int SIZE = 13;

  private static final float MOST = 6;
  private static final int FIRST = 256;
  private static final int SECOND = 4096;
  private static final String ENDS = "。！？!?；;\n";

  private Overlap() {}

  static float[] of(String first, String second) {
    String a = folded(first);
    String b = folded(second);
    Int2IntOpenHashMap left = bigrams(a);
    int common = common(left, b);
    int inFirst = Math.max(0, a.length() - 1);
    int inSecond = Math.max(0, b.length() - 1);
    float ratio = (float) Math.log((b.length() + 1.0) / (a.length() + 1.0));
    Sentences sentences = Sentences.of(left, second);
    Run run = Run.of(head(a, FIRST), head(b, SECOND));
    return new float[] {
      share(common, inFirst),
      share(common, inSecond),
      share(2 * common, inFirst + inSecond),
      !a.isEmpty() && b.contains(a) ? 1 : 0,
      Math.max(-MOST, Math.min(MOST, ratio)),
      share(sentences.most, inFirst),
      share(sentences.place, sentences.count),
      share(sentences.last, inFirst),
      share(run.length, a.length()),
      share(run.end, b.length()),
      (float) Math.log1p(a.length()),
      (float) Math.log1p(b.length()),
      (float) Math.log1p(times(a, b))
    };
  }

  /** What the sentences of the second text have of the first. */
  private record Sentences(int count, int most, int place, int last) {
    static Sentences of(Int2IntOpenHashMap first, String second) {
      int count = 0;
      int most = 0;
      int place = 0;
      int last = 0;
      int from = 0;
      for (int i = 0; i < second.length(); i++) {
        if (!ends(second, i)) {
          continue;
        }
        String sentence = folded(second.substring(from, i + 1));
        from = i + 1;
        if (sentence.isEmpty()) {
          continue;
        }
        count++;
        last = common(first, sentence);
        if (last > 0 && last >= most) {
          most = last;
          place = count;
        }
      }
      return new Sentences(count, most, place, last);
    }

    /** Whether a sentence ends with that character. */
    private static boolean ends(String text, int i) {
      char c = text.charAt(i);
      return i + 1 == text.length()
          || ENDS.indexOf(c) >= 0
          || (c == '.' && Character.isWhitespace(text.charAt(i + 1)));
    }
  }

  /** The longest run of characters that both have, and where it ends in the second. */
  private record Run(int length, int end) {
    static Run of(String a, String b) {
      int[] above = new int[b.length() + 1];
      int[] here = new int[b.length() + 1];
      int length = 0;
      int end = 0;
      for (int i = 0; i < a.length(); i++) {
        for (int j = 1; j <= b.length(); j++) {
          here[j] = a.charAt(i) == b.charAt(j - 1) ? above[j - 1] + 1 : 0;
          if (here[j] > 0 && (here[j] > length || (here[j] == length && j > end))) {
            length = here[j];
            end = j;
          }
        }
        int[] swap = above;
        above = here;
        here = swap;
      }
      return new Run(length, end);
    }
  }

  private static int times(String a, String b) {
    int times = 0;
    for (int at = a.isEmpty() ? -1 : b.indexOf(a); at >= 0; at = b.indexOf(a, at + a.length())) {
      times++;
    }
    return times;
  }

  private static String head(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }

  /** How many bigrams of a text, the first one's counted, another has, each as often as in both. */
  private static int common(Int2IntOpenHashMap first, String text) {
    Int2IntOpenHashMap other = bigrams(text);
    int common = 0;
    for (Int2IntOpenHashMap.Entry entry : other.int2IntEntrySet()) {
      common += Math.min(entry.getIntValue(), first.get(entry.getIntKey()));
    }
    return common;
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
