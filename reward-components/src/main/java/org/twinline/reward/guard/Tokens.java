package org.twinline.reward.guard;

import java.util.Arrays;
import org.twinline.terminology.NameNormaliser;

/** A text, folded, as tokens: each Chinese character, each word or number of an alphabet. */
final class Tokens {
  private static final long BASE = 0x9e3779b97f4a7c15L | 1;

  private final String text;
  private long[] hashes;
  private int[] starts;
  private int[] ends;
  private int size;

  private Tokens(String text) {
    this.text = text;
    int capacity = Math.max(1, text.length());
    hashes = new long[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  static Tokens of(String raw) {
    Tokens tokens = new Tokens(NameNormaliser.name(raw));
    String text = tokens.text;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      long hash = c;
      int end = i + 1;
      while (NameNormaliser.word(c)
          && end < text.length()
          && NameNormaliser.word(text.charAt(end))) {
        hash = hash * 31 + text.charAt(end++);
      }
      if (c != ' ') {
        tokens.hashes[tokens.size] = hash;
        tokens.starts[tokens.size] = i;
        tokens.ends[tokens.size++] = end;
      }
      i = end;
    }
    tokens.hashes = Arrays.copyOf(tokens.hashes, tokens.size);
    return tokens;
  }

  int size() {
    return size;
  }

  /** The folded text. */
  String text() {
    return text;
  }

  /** Where a token begins in the folded text. */
  int start(int token) {
    return starts[token];
  }

  /** Where a token ends in the folded text. */
  int end(int token) {
    return ends[token];
  }

  /** A hash of each run of n tokens, by its first token; empty where there are fewer. */
  long[] grams(int n) {
    if (size < n) {
      return new long[0];
    }
    long power = 1;
    for (int i = 0; i < n; i++) {
      power *= BASE;
    }
    long[] grams = new long[size - n + 1];
    long rolling = 0;
    for (int i = 0; i < size; i++) {
      rolling = rolling * BASE + hashes[i] - (i >= n ? hashes[i - n] * power : 0);
      if (i >= n - 1) {
        grams[i - n + 1] = rolling;
      }
    }
    return grams;
  }

  /** The longest run of tokens that another text has too, the first of several; may be empty. */
  String common(Tokens other) {
    int[] before = new int[other.size + 1];
    int longest = 0;
    int last = 0;
    for (int i = 0; i < size; i++) {
      int[] now = new int[other.size + 1];
      for (int k = 0; k < other.size; k++) {
        now[k + 1] = hashes[i] == other.hashes[k] ? before[k] + 1 : 0;
        if (now[k + 1] > longest) {
          longest = now[k + 1];
          last = i;
        }
      }
      before = now;
    }
    return longest == 0 ? "" : text.substring(starts[last - longest + 1], ends[last]);
  }
}
