package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.twinline.reward.agreement.Auc;
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

  /** The {@linkplain Auc area under the curve}; empty where all are right or all wrong. */
  static OptionalDouble auc(List<Judged> rows) {
    boolean[] right = new boolean[rows.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = rows.get(i).right();
    }
    return Auc.of(rows.stream().mapToDouble(Judged::value).toArray(), right);
  }
}
