package org.twinline.terminology.existence;

/**
 * What is counted of a name, each as a 64-bit key: runs of tokens, beginnings, ends, ordered pairs
 * of parts, and the name as a whole in three forms.
 */
final class Keys {
  /** How many lengths of runs are counted, from the script's unit on. */
  static final int ORDERS = 4;

  /** Of so many parts, the first and the last of a name, pairs are counted. */
  static final int PARTS = 10;

  private static final long BEGINNING = 0x1d8e4e27c47d124fL;
  private static final long ENDING = 0x2545f4914f6cdd1dL;
  private static final long WHOLE = 0x3c6ef372fe94f82bL;
  private static final long BAG = 0x510e527fade682d1L;
  private static final long CORE = 0x6a09e667f3bcc908L;
  private static final long PAIR = 0x71374491428a2f98L;

  private Keys() {}

  /** Takes keys. */
  interface Sink {
    void key(long key);
  }

  /** Gives every key of a name; {@code parts} is scratch of {@link #PARTS}. */
  static void each(Tokens name, Script script, int[] parts, Sink sink) {
    int n = name.size();
    for (int length = script.unit; length < script.unit + ORDERS; length++) {
      int last = lastRun(name, length);
      for (int i = firstRun(length); i <= last; i++) {
        sink.key(name.gram(i, length));
      }
    }
    for (int i = 1; i < n; i++) {
      sink.key(beginning(name, i));
      sink.key(ending(name, i + 1));
    }
    sink.key(whole(name, 1, n));
    sink.key(bag(name));
    sink.key(core(name));
    int count = parts(name, script, parts);
    long[] grams = new long[count];
    for (int i = 0; i < count; i++) {
      grams[i] = name.gram(parts[i], script.unit);
      for (int j = 0; j < i; j++) {
        sink.key(pair(grams[j], grams[i]));
      }
    }
  }

  /** Where the first run of that length begins: at the edge, unless the edge would be alone. */
  static int firstRun(int length) {
    return length == 1 ? 1 : 0;
  }

  /** Where the last run of that length begins; before the first where the name is too short. */
  static int lastRun(Tokens name, int length) {
    return name.size() + (length == 1 ? 1 : 2) - length;
  }

  /** The first tokens of the parts of which pairs are made; returns how many. */
  static int parts(Tokens name, Script script, int[] parts) {
    int all = name.size() - script.unit + 1;
    int count = 0;
    for (int i = 0; i < all; i++) {
      if (all <= PARTS || i < PARTS / 2 || i >= all - PARTS / 2) {
        parts[count++] = i + 1;
      }
    }
    return count;
  }

  /** The name's first tokens, up to and with {@code last}. */
  static long beginning(Tokens name, int last) {
    return Tokens.mix(name.gram(1, last) ^ BEGINNING);
  }

  /** The name's last tokens, from {@code first} on. */
  static long ending(Tokens name, int first) {
    return Tokens.mix(name.gram(first, name.size() - first + 1) ^ ENDING);
  }

  /** A run of tokens as a whole name. */
  static long whole(Tokens name, int first, int length) {
    return Tokens.mix(name.gram(first, length) ^ WHOLE);
  }

  /** The tokens in any order, without fillers. */
  static long bag(Tokens name) {
    return Tokens.mix(sum(name, true) ^ BAG);
  }

  /** The tokens in any order, without fillers and qualifiers. */
  static long core(Tokens name) {
    return Tokens.mix(sum(name, false) ^ CORE);
  }

  private static long sum(Tokens name, boolean qualifiers) {
    long sum = 0;
    for (int i = 1; i <= name.size(); ) {
      int skip = Fillers.at(name, i);
      if (skip == 0 || (skip < 0 && qualifiers)) {
        sum += Tokens.mix(name.hash(i));
        i++;
      } else {
        i += Math.abs(skip);
      }
    }
    return sum;
  }

  /** Two runs of tokens in their order, at any distance. */
  static long pair(long first, long second) {
    return Tokens.mix((first * 31 + second) ^ PAIR);
  }
}
