package org.twinline.terminology;

import java.util.Arrays;

/**
 * What is compared of a name: its folded form and its grams.
 *
 * <p>{@link #similarity} of two names is 1 for equal folded forms, else the mean of the parts below
 * weighted by the characters each covers in both names:
 *
 * <ul>
 *   <li>Chinese: Dice's coefficient 2·|A∩B| / (|A|+|B|) (Dice 1945) over the multisets of character
 *       bigrams of each run (digits and letters touching it belong to the run; a run of one
 *       character is its own gram);
 *   <li>words in an alphabet: the mean of Dice over words and Dice over the character trigrams of
 *       the words, padded by one blank at both ends (Angell, Freund, Willett 1983).
 * </ul>
 *
 * The result is symmetric, in [0,1], and 0 for names without a common script. Cost is linear in the
 * lengths; a profile is immutable.
 */
public final class NameProfile {
  /** The hash of a word before its first character (FNV-1a, 64 bits). */
  static final long NO_WORD = 0xcbf29ce484222325L;

  private final String folded;
  private final long[] bigrams;
  private final long[] words;
  private final long[] trigrams;
  private final int unspacedLength;
  private final int spacedLength;

  private NameProfile(String folded) {
    this.folded = folded;
    long[] buffer = new long[folded.length() * 3 + 4];
    int unspaced = 0;
    int spaced = 0;
    int nBigrams = 0;
    int nWords = 0;
    int nTrigrams = folded.length() + 1;
    long[] wordBuffer = new long[folded.length() / 2 + 1];
    for (int from = 0; from < folded.length(); ) {
      int to = from;
      boolean chinese = false;
      while (to < folded.length() && folded.charAt(to) != ' ') {
        chinese |= NameNormaliser.unspaced(folded.charAt(to++));
      }
      if (chinese) {
        unspaced += to - from;
        for (int i = from; i < Math.max(to - 1, from + 1); i++) {
          long second = i + 1 < to ? folded.charAt(i + 1) : 0;
          buffer[nBigrams++] = ((long) folded.charAt(i) << 16) | second;
        }
      } else if (to > from) {
        spaced += to - from;
        long hash = NO_WORD;
        for (int i = from; i < to; i++) {
          hash = hash(hash, folded.charAt(i));
          long before = i > from ? folded.charAt(i - 1) : ' ';
          long after = i + 1 < to ? folded.charAt(i + 1) : ' ';
          buffer[nTrigrams++] = (before << 32) | ((long) folded.charAt(i) << 16) | after;
        }
        wordBuffer[nWords++] = hash;
      }
      from = to + 1;
    }
    bigrams = sorted(buffer, 0, nBigrams);
    trigrams = sorted(buffer, folded.length() + 1, nTrigrams);
    words = sorted(wordBuffer, 0, nWords);
    unspacedLength = unspaced;
    spacedLength = spaced;
  }

  /** The hash of a word with one character more. */
  static long hash(long before, char next) {
    return (before ^ next) * 0x100000001b3L;
  }

  private static long[] sorted(long[] values, int from, int to) {
    long[] copy = Arrays.copyOfRange(values, from, to);
    Arrays.sort(copy);
    return copy;
  }

  /** The profile of a name as written. */
  public static NameProfile of(String name) {
    return new NameProfile(NameNormaliser.name(name));
  }

  /** The profile of what {@link NameNormaliser} folded already. */
  static NameProfile ofFolded(String folded) {
    return new NameProfile(folded);
  }

  /** Whether a word in an alphabet with that hash is among its own. */
  boolean hasWord(long hash) {
    return Arrays.binarySearch(words, hash) >= 0;
  }

  /** How many words in an alphabet it has. */
  int words() {
    return words.length;
  }

  /** How many characters these words have together. */
  int characters() {
    return spacedLength;
  }

  /** The folded form. */
  public String folded() {
    return folded;
  }

  /** Whether both have words of one script, so that a similarity of 0 means something. */
  public boolean comparable(NameProfile other) {
    return (unspacedLength > 0 && other.unspacedLength > 0)
        || (spacedLength > 0 && other.spacedLength > 0);
  }

  /** The similarity of two names in [0,1]. */
  public double similarity(NameProfile other) {
    if (folded.isEmpty() || other.folded.isEmpty()) {
      return 0;
    }
    if (folded.equals(other.folded)) {
      return 1;
    }
    int chinese = unspacedLength + other.unspacedLength;
    int alphabetic = spacedLength + other.spacedLength;
    double sum = 0;
    if (chinese > 0) {
      sum += chinese * dice(bigrams, other.bigrams);
    }
    if (alphabetic > 0) {
      sum += alphabetic * (dice(words, other.words) + dice(trigrams, other.trigrams)) / 2;
    }
    return sum / (chinese + alphabetic);
  }

  /** Dice's coefficient of two sorted multisets, 0 where both are empty. */
  static double dice(long[] a, long[] b) {
    if (a.length + b.length == 0) {
      return 0;
    }
    int i = 0;
    int j = 0;
    int common = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return 2.0 * common / (a.length + b.length);
  }
}
