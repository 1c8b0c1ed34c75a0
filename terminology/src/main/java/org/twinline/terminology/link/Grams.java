package org.twinline.terminology.link;

import org.twinline.terminology.NameNormaliser;

/**
 * The grams of a matching form, each as an int.
 *
 * <p>A blank-separated token with a Chinese character gives its characters and character bigrams; a
 * token in an alphabet gives itself (hashed) and the character trigrams of itself padded by one
 * blank on both sides. Grams are distinct, in order of first occurrence.
 */
public final class Grams {
  /** A longer form is cut after so many grams. */
  public static final int MAX = 192;

  private static final int WORD = 0x0800_0000;
  private static final int TRIGRAM = 0x0400_0000;

  private Grams() {}

  /**
   * Writes the distinct grams of a form.
   *
   * @param out at least {@link #MAX} long
   * @return how many there are
   */
  public static int of(CharSequence form, int[] out) {
    return of(form, 0, form.length(), out);
  }

  static int of(CharSequence form, int from, int end, int[] out) {
    int n = 0;
    for (int i = from; i < end && n < MAX; ) {
      int to = i;
      boolean chinese = false;
      while (to < end && form.charAt(to) != ' ') {
        chinese |= NameNormaliser.unspaced(form.charAt(to++));
      }
      if (chinese) {
        n = characters(form, i, to, out, n);
      } else if (to > i) {
        n = word(form, i, to, out, n);
      }
      i = to + 1;
    }
    return n;
  }

  /** Whether the gram is a character bigram of a Chinese run or a word: more than a single sign. */
  static boolean wide(int gram) {
    return (gram >>> 16) != 0 && (gram & 0xff00_0000) != TRIGRAM;
  }

  private static int characters(CharSequence form, int from, int to, int[] out, int count) {
    int n = count;
    for (int i = from; i < to; i++) {
      n = add(form.charAt(i), out, n);
      if (i + 1 < to) {
        n = add((form.charAt(i) << 16) | form.charAt(i + 1), out, n);
      }
    }
    return n;
  }

  private static int word(CharSequence form, int from, int to, int[] out, int count) {
    int hash = 0x811c9dc5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ form.charAt(i)) * 0x01000193;
    }
    int n = add(WORD | ((hash ^ (hash >>> 15)) & 0x03ff_ffff), out, count);
    for (int i = from; i < to && to - from > 2; i++) {
      int before = i > from ? form.charAt(i - 1) & 0x7f : ' ';
      int after = i + 1 < to ? form.charAt(i + 1) & 0x7f : ' ';
      n = add(TRIGRAM | (before << 14) | ((form.charAt(i) & 0x7f) << 7) | after, out, n);
    }
    return n;
  }

  private static int add(int gram, int[] out, int n) {
    if (n == MAX) {
      return n;
    }
    for (int i = 0; i < n; i++) {
      if (out[i] == gram) {
        return n;
      }
    }
    out[n] = gram;
    return n + 1;
  }
}
