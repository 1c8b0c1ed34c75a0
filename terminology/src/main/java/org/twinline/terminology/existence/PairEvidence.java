package org.twinline.terminology.existence;

import java.util.Arrays;

/**
 * How well any two parts of a name go together, and where it falls apart; for one thread.
 *
 * <p>Two parts in their order are measured by their pointwise mutual information, ln(p(a,b) /
 * (p(a)·p(b))) with 0.05 added to the joint count and 1 to the others (Church and Hanks 1990). Two
 * splits of the name are described: where the halves each begin and end most other names, and where
 * the parts on both sides go together least.
 */
final class PairEvidence {
  private static final double NONE_CROSSES = 3;
  private static final double LEAST = -12;

  private final Script script;
  private final Counts counts;
  private final int names;
  private final int[] parts = new int[Keys.PARTS];
  private final long[] grams = new long[Keys.PARTS];
  private final int[] partCounts = new int[Keys.PARTS];
  private final double[][] mutual = new double[Keys.PARTS][Keys.PARTS];
  private final double[] sorted = new double[Keys.PARTS * Keys.PARTS];
  private int count;
  private int first;
  private int second;

  PairEvidence(Script script, Counts counts, int names) {
    this.script = script;
    this.counts = counts;
    this.names = names;
  }

  void put(Tokens tokens, Row row) {
    count = Keys.parts(tokens, script, parts);
    first = 0;
    second = 0;
    pairs(tokens, row);
    int natural = 0;
    int weak = 0;
    double most = -1;
    double least = Double.MAX_VALUE;
    for (int i = 1; i < tokens.size(); i++) {
      double both =
          Math.min(counts.of(Keys.beginning(tokens, i)), counts.of(Keys.ending(tokens, i + 1)));
      if (both > most) {
        most = both;
        natural = i;
      }
      double value = crossing(i, true);
      if (value < least) {
        least = value;
        weak = i;
      }
    }
    split(tokens, natural, row);
    split(tokens, weak, row);
  }

  private void pairs(Tokens tokens, Row row) {
    for (int i = 0; i < count; i++) {
      grams[i] = tokens.gram(parts[i], script.unit);
      partCounts[i] = counts.of(grams[i]);
    }
    int used = 0;
    int unseen = 0;
    double sum = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        int joint = counts.of(Keys.pair(grams[i], grams[j]));
        double value =
            StrictMath.log((joint + 0.05) * names)
                - Counts.log1(partCounts[i])
                - Counts.log1(partCounts[j]);
        mutual[i][j] = value;
        unseen += joint == 0 ? 1 : 0;
        sum += value;
        sorted[used++] = value;
        if (value < least) {
          least = value;
          first = parts[i];
          second = parts[j];
        }
      }
    }
    Arrays.sort(sorted, 0, used);
    row.put(used == 0 ? 0 : sorted[0]);
    row.put(used == 0 ? 0 : lowest(used));
    row.put(used == 0 ? 0 : sum / used);
    row.put(used == 0 ? 0 : sorted[used / 4]);
    row.put(used == 0 ? 0 : sorted[used / 2]);
    row.put(used == 0 ? 0 : sorted[used - 1]);
    row.put((double) unseen / Math.max(1, used));
  }

  private double lowest(int used) {
    int three = Math.min(3, used);
    double sum = 0;
    for (int i = 0; i < three; i++) {
      sum += sorted[i];
    }
    return sum / three;
  }

  private void split(Tokens tokens, int at, Row row) {
    if (at == 0) {
      for (int i = 0; i < 9; i++) {
        row.put(-1);
      }
      return;
    }
    int n = tokens.size();
    int before = Math.max(0, at - 1);
    row.put(log(Keys.beginning(tokens, at)));
    row.put(log(Keys.ending(tokens, at + 1)));
    row.put(log(Keys.whole(tokens, 1, at)));
    row.put(log(Keys.whole(tokens, at + 1, n - at)));
    row.put(crossing(at, true));
    row.put(crossing(at, false));
    row.put(log(tokens.gram(at, 2)));
    row.put(log(tokens.gram(before, 3)));
    row.put(log(tokens.gram(at, 3)));
  }

  private double log(long key) {
    return Counts.log1(counts.of(key));
  }

  /** The mean or greatest mutual information of two parts that lie on both sides of a split. */
  private double crossing(int split, boolean mean) {
    double sum = 0;
    double most = LEAST;
    int used = 0;
    for (int i = 0; i < count && parts[i] + script.unit - 1 <= split; i++) {
      for (int j = i + 1; j < count; j++) {
        if (parts[j] > split) {
          sum += mutual[i][j];
          most = Math.max(most, mutual[i][j]);
          used++;
        }
      }
    }
    return used == 0 ? NONE_CROSSES : mean ? sum / used : most;
  }

  /** The first token of the earlier of the two parts that go together least, 0 where none do. */
  int first() {
    return first;
  }

  /** The first token of the later of the two parts that go together least. */
  int second() {
    return second;
  }
}
