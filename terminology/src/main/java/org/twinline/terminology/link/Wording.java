package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import org.twinline.terminology.SemanticType;

/**
 * What the wording of a text tells {@link LinearTerms}: marks, each an int.
 *
 * <p>For the names of professionals, the {@link Grams} of the matching form. Lay words are few and
 * free in order, and often dictated: there also which sign begins and ends the text, every two
 * signs that occur together wherever they stand (so that a linear classifier weighs conjunctions,
 * as a kernel of degree two does), the same for the syllables the signs are read as ({@link
 * Syllables}), and the {@link Quantities}. A sign is a Chinese character, a digit, or a word in an
 * alphabet. For one thread.
 */
final class Wording {
  /** So many marks at most. */
  static final int MAX = 768;

  /** So many distinct signs of a text, from its beginning, are paired. */
  private static final int PAIRED = 12;

  private static final int FIRST = 1;
  private static final int LAST = 2;
  private static final int PAIR = 3;
  private static final int SYLLABLE = 4;
  private static final int SYLLABLES = 5;
  private static final int FIRST_SYLLABLE = 6;
  private static final int LAST_SYLLABLE = 7;
  private static final int SYLLABLE_PAIR = 8;

  private final boolean lay;
  private final int[] grams = new int[Grams.MAX];
  private final int[] signs = new int[Grams.MAX];
  private final int[] distinct = new int[PAIRED];
  private final IntLinkedOpenHashSet marks = new IntLinkedOpenHashSet();

  Wording(boolean lay) {
    this.lay = lay;
  }

  /** Whether texts of the type are lay words. */
  static boolean lay(SemanticType type) {
    return type == SemanticType.OTHER;
  }

  /**
   * Writes the distinct marks of a text.
   *
   * @param form the text's matching form
   * @param out at least {@link #MAX} long
   * @return how many there are
   */
  int of(String raw, String form, int[] out) {
    int n = Grams.of(form, grams);
    if (!lay) {
      System.arraycopy(grams, 0, out, 0, n);
      return n;
    }
    marks.clear();
    for (int i = 0; i < n; i++) {
      marks.add(grams[i]);
    }
    Quantities.of(raw, marks);
    int length = signs(form);
    if (length > 0) {
      marks.add(mark(FIRST, signs[0], 0));
      marks.add(mark(LAST, signs[length - 1], 0));
      pairs(length, PAIR);
      for (int i = 0; i < length; i++) {
        signs[i] = Syllables.of(signs[i]);
        marks.add(mark(SYLLABLE, signs[i], 0));
        if (i > 0) {
          marks.add(mark(SYLLABLES, signs[i - 1], signs[i]));
        }
      }
      marks.add(mark(FIRST_SYLLABLE, signs[0], 0));
      marks.add(mark(LAST_SYLLABLE, signs[length - 1], 0));
      pairs(length, SYLLABLE_PAIR);
    }
    int count = 0;
    for (var each = marks.iterator(); each.hasNext() && count < MAX; ) {
      out[count++] = each.nextInt();
    }
    return count;
  }

  private int signs(String form) {
    int n = 0;
    for (int i = 0; i < form.length() && n < signs.length; ) {
      char c = form.charAt(i++);
      if (c >= 'a' && c <= 'z') {
        int word = c;
        while (i < form.length() && form.charAt(i) >= 'a' && form.charAt(i) <= 'z') {
          word = word * 31 + form.charAt(i++);
        }
        signs[n++] = word | 0x4000_0000;
      } else if (c != ' ') {
        signs[n++] = c;
      }
    }
    return n;
  }

  private void pairs(int length, int kind) {
    int n = 0;
    for (int i = 0; i < length && n < PAIRED; i++) {
      boolean known = false;
      for (int k = 0; k < n && !known; k++) {
        known = distinct[k] == signs[i];
      }
      if (!known) {
        distinct[n++] = signs[i];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = i + 1; k < n; k++) {
        int a = Math.min(distinct[i], distinct[k]);
        marks.add(mark(kind, a, Math.max(distinct[i], distinct[k])));
      }
    }
  }

  static int mark(int kind, int a, int b) {
    return GramTable.mix(GramTable.mix(a * 31 + kind) ^ (b * 0x9e3779b9));
  }
}
