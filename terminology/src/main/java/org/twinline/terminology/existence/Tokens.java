package org.twinline.terminology.existence;

import org.twinline.terminology.NameNormaliser;

/**
 * A folded name as tokens: each Chinese character, each word or number of an alphabet, each sign.
 *
 * <p>Token 0 is the beginning and token {@code size()+1} the end of the name. What is beyond {@link
 * #MAX} tokens is cut. Reusable, not thread-safe.
 */
final class Tokens {
  static final int MAX = 48;

  private static final long EDGE = 0x5bf03635d1c2a3e7L;

  private final long[] hashes = new long[MAX + 2];
  private final int[] from = new int[MAX + 2];
  private final int[] to = new int[MAX + 2];
  private String name = "";
  private int size;

  /** Takes the tokens of a folded name. */
  Tokens of(String folded) {
    name = folded;
    size = 0;
    int n = folded.length();
    hashes[0] = EDGE;
    for (int i = 0; i < n && size < MAX; ) {
      char c = folded.charAt(i);
      int end = i + 1;
      long hash = 0xcbf29ce484222325L;
      if (NameNormaliser.word(c)) {
        while (end < n && NameNormaliser.word(folded.charAt(end))) {
          end++;
        }
        int stop = plural(folded, i, end) ? end - 1 : end;
        for (int k = i; k < stop; k++) {
          hash = (hash ^ folded.charAt(k)) * 0x100000001b3L;
        }
      } else {
        hash = (hash ^ c) * 0x100000001b3L;
      }
      if (c != ' ') {
        size++;
        hashes[size] = mix(hash);
        from[size] = i;
        to[size] = end;
      }
      i = end;
    }
    hashes[size + 1] = ~EDGE;
    from[size + 1] = n;
    to[size + 1] = n;
    return this;
  }

  private static boolean plural(String name, int from, int end) {
    return end - from > 3 && name.charAt(end - 1) == 's' && "sui".indexOf(name.charAt(end - 2)) < 0;
  }

  /** How many tokens there are, the two edges not counted. */
  int size() {
    return size;
  }

  /** The name. */
  String name() {
    return name;
  }

  /** Where a token begins in the name, in UTF-16 units. */
  int from(int token) {
    return from[token];
  }

  /** Where a token ends in the name. */
  int to(int token) {
    return to[token];
  }

  /** The hash of one token. */
  long hash(int token) {
    return hashes[token];
  }

  /** The key of a run of tokens, edges included. */
  long gram(int first, int length) {
    long key = length;
    for (int i = first; i < first + length; i++) {
      key = (key ^ hashes[i]) * 0x9e3779b97f4a7c15L;
      key ^= key >>> 32;
    }
    return key;
  }

  /** Spreads the bits of a number (Steele, Lea, Flood 2014, SplitMix64). */
  static long mix(long value) {
    long h = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }
}
