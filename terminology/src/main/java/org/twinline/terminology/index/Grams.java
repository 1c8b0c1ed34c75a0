package org.twinline.terminology.index;

import java.util.Arrays;
import org.twinline.terminology.NameNormaliser;

/**
 * The distinct grams of a folded name as numbers, in ascending order; reusable, not thread-safe.
 *
 * <p>Words between blanks. One with a Chinese character gives its characters and character bigrams;
 * any other gives itself and the character trigrams of {@code " word "}. A character is its UTF-16
 * code, a bigram and a trigram two and three of them (below 2<sup>32</sup> and 2<sup>48</sup>), a
 * word a 63-bit hash with the sign bit set, so that no two kinds meet.
 */
final class Grams {
  /** What is beyond so many grams of a form is cut. */
  static final int MAX = 256;

  private final long[] keys = new long[MAX];
  private int size;

  /** Takes the grams of a form. */
  void of(CharSequence form) {
    size = 0;
    int n = form.length();
    for (int from = 0; from < n && size < MAX; ) {
      int to = from;
      boolean chinese = false;
      while (to < n && form.charAt(to) != ' ') {
        chinese |= NameNormaliser.unspaced(form.charAt(to++));
      }
      if (chinese) {
        characters(form, from, to);
      } else if (to > from) {
        word(form, from, to);
      }
      from = to + 1;
    }
    Arrays.sort(keys, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[distinct++] = keys[i];
      }
    }
    size = distinct;
  }

  private void characters(CharSequence form, int from, int to) {
    for (int i = from; i < to; i++) {
      add(form.charAt(i));
      if (i + 1 < to) {
        add((long) form.charAt(i) << 16 | form.charAt(i + 1));
      }
    }
  }

  private void word(CharSequence form, int from, int to) {
    long hash = 0xcbf29ce484222325L; // FNV-1a over UTF-16 units
    long gram = ' ';
    for (int i = from; i <= to; i++) {
      char c = i < to ? form.charAt(i) : ' ';
      if (i < to) {
        hash = (hash ^ c) * 0x100000001b3L;
      }
      gram = (gram << 16 | c) & 0xffff_ffff_ffffL;
      if (i > from) {
        add(gram);
      }
    }
    add(hash | Long.MIN_VALUE);
  }

  private void add(long key) {
    if (size < MAX) {
      keys[size++] = key;
    }
  }

  /** How many grams there are. */
  int size() {
    return size;
  }

  /** The gram at that rank. */
  long key(int index) {
    return keys[index];
  }

  /** Writes a gram's bytes, big-endian without leading zeros, and returns how many they are. */
  static int encode(long key, byte[] into) {
    int length = (71 - Long.numberOfLeadingZeros(key)) >>> 3;
    for (int i = 0; i < length; i++) {
      into[i] = (byte) (key >>> (8 * (length - 1 - i)));
    }
    return length;
  }
}
