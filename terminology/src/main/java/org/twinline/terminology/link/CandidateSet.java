package org.twinline.terminology.link;

import java.util.Arrays;

/**
 * The terms weighed for one text and how each was found; reused from text to text.
 *
 * <p>All numbers are in arrays indexed by candidate; {@link #NEVER} is the rank of what a source
 * did not find.
 */
final class CandidateSet {
  static final int NEVER = 99;
  static final int CAPACITY = 512;

  private static final int SLOTS = 2048;

  private final int[] slots = new int[SLOTS];
  int size;
  final int[] term = new int[CAPACITY];

  /** The best designation by a search over names, −1 where none was found. */
  final int[] designation = new int[CAPACITY];

  final float[] designationScore = new float[CAPACITY];
  final int[] wholeRank = new int[CAPACITY];
  final float[] wholeScore = new float[CAPACITY];
  final int[] partRank = new int[CAPACITY];
  final float[] partScore = new float[CAPACITY];
  final int[] verbatim = new int[CAPACITY];
  final float[][] evidence = new float[Evidence.COUNT][CAPACITY];

  CandidateSet() {
    Arrays.fill(slots, -1);
  }

  void clear() {
    Arrays.fill(slots, -1);
    size = 0;
  }

  /** The candidate of a term, a new one where it is new; −1 where there is no room. */
  int add(int newTerm) {
    int slot = GramTable.mix(newTerm) & (SLOTS - 1);
    while (slots[slot] >= 0) {
      if (term[slots[slot]] == newTerm) {
        return slots[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (size == CAPACITY) {
      return -1;
    }
    int c = size++;
    slots[slot] = c;
    term[c] = newTerm;
    designation[c] = -1;
    designationScore[c] = 0;
    wholeRank[c] = NEVER;
    wholeScore[c] = 0;
    partRank[c] = NEVER;
    partScore[c] = 0;
    verbatim[c] = 0;
    for (float[] values : evidence) {
      values[c] = 0;
    }
    evidence[Evidence.LINEAR][c] = Evidence.NO_MARGIN;
    return c;
  }

  /** The candidate of a term, −1 where there is none. */
  int find(int wanted) {
    for (int slot = GramTable.mix(wanted) & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      int c = slots[slot];
      if (c < 0 || term[c] == wanted) {
        return c;
      }
    }
  }

  /** Keeps the candidates in that order and forgets the rest. */
  void keep(int[] order, int count) {
    int[] terms = new int[count];
    int[] designations = new int[count];
    int[] wholeRanks = new int[count];
    int[] partRanks = new int[count];
    int[] verbatims = new int[count];
    float[][] floats = new float[3 + evidence.length][count];
    for (int i = 0; i < count; i++) {
      int c = order[i];
      terms[i] = term[c];
      designations[i] = designation[c];
      wholeRanks[i] = wholeRank[c];
      partRanks[i] = partRank[c];
      verbatims[i] = verbatim[c];
      floats[0][i] = designationScore[c];
      floats[1][i] = wholeScore[c];
      floats[2][i] = partScore[c];
      for (int e = 0; e < evidence.length; e++) {
        floats[3 + e][i] = evidence[e][c];
      }
    }
    clear();
    for (int i = 0; i < count; i++) {
      add(terms[i]);
      designation[i] = designations[i];
      wholeRank[i] = wholeRanks[i];
      partRank[i] = partRanks[i];
      verbatim[i] = verbatims[i];
      designationScore[i] = floats[0][i];
      wholeScore[i] = floats[1][i];
      partScore[i] = floats[2][i];
      for (int e = 0; e < evidence.length; e++) {
        evidence[e][i] = floats[3 + e][i];
      }
    }
  }

  /** What training texts say of a candidate. */
  static final class Evidence {
    /** Share of the votes (cos⁴) of the 5 nearest whole texts. */
    static final int TEXT_SHARE_5 = 0;

    /** Share of the votes of the 20 nearest whole texts. */
    static final int TEXT_SHARE_20 = 1;

    /** Greatest cosine of a whole text that has the term. */
    static final int TEXT_BEST = 2;

    /** Rank of that text, counted down from 1 to 0. */
    static final int TEXT_RANK = 3;

    /** Greatest share of the votes of the 10 nearest units of one part. */
    static final int UNIT_SHARE = 4;

    /** Greatest cosine of a unit that has the term. */
    static final int UNIT_BEST = 5;

    /** Sum of the shares over the parts. */
    static final int UNIT_SUM = 6;

    /** Share among the units whose form equals a part. */
    static final int EQUAL_SHARE = 7;

    /** How many of those units there are. */
    static final int EQUAL_COUNT = 8;

    /** Co-occurrence with the text's grams, mean weighted by IDF. */
    static final int WORDS_MEAN = 9;

    /** Greatest share of the term among the units with one of the text's grams. */
    static final int WORDS_BEST = 10;

    /** Share of the nearest unit's vote over all parts. */
    static final int UNIT_NEAREST = 11;

    /** The part that gave the greatest share of unit votes. */
    static final int UNIT_PART = 12;

    /** Co-occurrence with the term most voted for. */
    static final int COMPANION = 13;

    /** Cosine with the text expanded by what its grams translate to. */
    static final int TRANSLATED = 14;

    /** Mean log of how much more often than by chance the term is seen with the text's grams. */
    static final int WORDS_BAYES = 15;

    /** Share of the text's grams the term was seen with. */
    static final int WORDS_SEEN = 16;

    /** Margin of the term's linear classifier; {@link #NO_MARGIN} where it has none. */
    static final int LINEAR = 17;

    static final int COUNT = 18;
    static final float NO_MARGIN = -1.5f;

    private Evidence() {}
  }
}
