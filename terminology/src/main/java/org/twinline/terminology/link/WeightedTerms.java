package org.twinline.terminology.link;

import java.util.Arrays;

/** Sums of weights by term, reused from text to text. */
final class WeightedTerms {
  private static final int SLOTS = 1 << 14;

  private final int[] slots = new int[SLOTS];
  int size;
  int[] term = new int[1 << 12];
  float[] weight = new float[1 << 12];

  /** The greatest share of a term in one tally. */
  float[] best = new float[1 << 12];

  /** Σ of the logarithms of how much more often than by chance a term was counted. */
  float[] bayes = new float[1 << 12];

  /** In how many tallies a term was counted. */
  int[] times = new int[1 << 12];

  private int[] tally = new int[1 << 12];
  private int[] tallied = new int[1 << 12];
  private int tallies;

  WeightedTerms() {
    Arrays.fill(slots, -1);
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(slots, -1);
    }
    size = 0;
    tallies = 0;
  }

  private int index(int of) {
    int slot = GramTable.mix(of) & (SLOTS - 1);
    while (slots[slot] >= 0) {
      if (term[slots[slot]] == of) {
        return slots[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (size * 2 > SLOTS) {
      return -1;
    }
    if (size == term.length) {
      term = Arrays.copyOf(term, size * 2);
      weight = Arrays.copyOf(weight, size * 2);
      best = Arrays.copyOf(best, size * 2);
      bayes = Arrays.copyOf(bayes, size * 2);
      times = Arrays.copyOf(times, size * 2);
      tally = Arrays.copyOf(tally, size * 2);
      tallied = Arrays.copyOf(tallied, size * 2);
    }
    slots[slot] = size;
    term[size] = of;
    weight[size] = 0;
    best[size] = 0;
    bayes[size] = 0;
    times[size] = 0;
    tally[size] = 0;
    return size++;
  }

  void add(int of, float value) {
    int i = index(of);
    if (i >= 0) {
      weight[i] += value;
    }
  }

  /** Begins a tally. */
  void mark() {
    tallies = 0;
  }

  /** Counts a term in the tally; terms beyond the room are not counted. */
  void tally(int of) {
    int i = index(of);
    if (i >= 0 && tally[i]++ == 0) {
      tallied[tallies++] = i;
    }
  }

  /**
   * Ends the tally: adds {@code factor · count · scale} to the weight of each counted term and
   * {@code factor · ln(1 + count · rarity)} to its Bayesian sum.
   */
  void settle(float factor, float scale, float rarity) {
    for (int k = 0; k < tallies; k++) {
      int i = tallied[k];
      float share = tally[i] * scale;
      weight[i] += factor * share;
      best[i] = Math.max(best[i], share);
      bayes[i] += factor * FastLog.of(1 + tally[i] * rarity);
      times[i]++;
      tally[i] = 0;
    }
    tallies = 0;
  }
}
