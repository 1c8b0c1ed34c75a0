package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.twinline.reward.djl.Figures;

/** Figures over judged values. */
final class Ranking {
  private Ranking() {}

  /** A value given to an answer, and whether the answer is right (or chosen). */
  record Judged(double value, boolean right) {}

  /** The values given to both answers of a pair. */
  record Pair(double chosen, double rejected) {}

  /** Figures of labelled answers: right at or above the threshold. */
  static Figures labelled(List<Judged> rows, double threshold) {
    long hits = rows.stream().filter(row -> row.value() >= threshold == row.right()).count();
    return new Figures(rows.size(), (double) hits / rows.size(), auc(rows));
  }

  /** Figures of pairs: chosen above rejected, a tie counts half; the AUC pools all answers. */
  static Figures pairs(List<Pair> pairs) {
    double hits = 0;
    for (Pair pair : pairs) {
      hits += pair.chosen() > pair.rejected() ? 1 : pair.chosen() == pair.rejected() ? 0.5 : 0;
    }
    return new Figures(pairs.size(), hits / pairs.size(), auc(pooled(pairs)));
  }

  /** Both answers of every pair, the chosen one as right. */
  static List<Judged> pooled(List<Pair> pairs) {
    List<Judged> pooled = new ArrayList<>();
    for (Pair pair : pairs) {
      pooled.add(new Judged(pair.chosen(), true));
      pooled.add(new Judged(pair.rejected(), false));
    }
    return pooled;
  }

  /**
   * The probability that a right answer's value exceeds a wrong one's, ties counting half (Mann and
   * Whitney 1947); empty where all are right or all wrong.
   */
  static OptionalDouble auc(List<Judged> rows) {
    List<Judged> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingDouble(Judged::value));
    long right = rows.stream().filter(Judged::right).count();
    long wrong = rows.size() - right;
    if (right == 0 || wrong == 0) {
      return OptionalDouble.empty();
    }
    double wins = 0;
    long wrongBelow = 0;
    for (int i = 0; i < sorted.size(); ) {
      long rightHere = 0;
      long wrongHere = 0;
      double value = sorted.get(i).value();
      for (; i < sorted.size() && sorted.get(i).value() == value; i++) {
        if (sorted.get(i).right()) {
          rightHere++;
        } else {
          wrongHere++;
        }
      }
      wins += rightHere * (wrongBelow + wrongHere / 2.0);
      wrongBelow += wrongHere;
    }
    return OptionalDouble.of(wins / ((double) right * wrong));
  }
}
