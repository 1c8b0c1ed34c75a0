package org.twinline.terminology;

/**
 * A query, and how like it a name is at most: {@link NameProfile#similarity} bounded from above at
 * a fraction of its cost, without sorting grams.
 *
 * <p>A trigram belongs to the character in its middle, so two names share at most as many trigrams
 * as characters, counted as multisets and by their low seven bits; words are compared as they are.
 * Only alphabetic names are bounded; where either has a character of a script without blanks the
 * bound is 1. For one thread.
 */
final class NameBound {
  private static final int SLOTS = 128;

  /** What rounding can make of equal values. */
  private static final double ROUNDING = 1e-9;

  private final NameProfile query;
  private final boolean alphabetic;
  private final int[] counts = new int[SLOTS];
  private final int[] left = new int[SLOTS];

  NameBound(NameProfile query) {
    this.query = query;
    String folded = query.folded();
    alphabetic = folded.chars().noneMatch(c -> NameNormaliser.unspaced((char) c));
    folded.chars().filter(c -> c != ' ').forEach(c -> counts[c % SLOTS]++);
  }

  /** The similarity of the query and a folded name. */
  double similarity(String folded) {
    return query.similarity(NameProfile.ofFolded(folded));
  }

  /** A number that the similarity of the query and a folded name does not exceed, in [0,1]. */
  double atMost(String folded) {
    if (!alphabetic) {
      return 1;
    }
    System.arraycopy(counts, 0, left, 0, SLOTS);
    int characters = 0;
    int shared = 0;
    int words = 0;
    int sharedWords = 0;
    for (int from = 0; from < folded.length(); ) {
      int to = from;
      long hash = NameProfile.NO_WORD;
      for (; to < folded.length() && folded.charAt(to) != ' '; to++) {
        char c = folded.charAt(to);
        if (NameNormaliser.unspaced(c)) {
          return 1;
        }
        hash = NameProfile.hash(hash, c);
        shared += left[c % SLOTS]-- > 0 ? 1 : 0;
      }
      characters += to - from;
      words++;
      sharedWords += query.hasWord(hash) ? 1 : 0;
      from = to + 1;
    }
    double ofWords = (double) sharedWords / Math.max(1, words + query.words());
    double ofCharacters = (double) shared / Math.max(1, characters + query.characters());
    return Math.min(1, ofWords + ofCharacters + ROUNDING);
  }
}
