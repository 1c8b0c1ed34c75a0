package org.twinline.reward.agreement;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * The area under the curve of right answers found against wrong ones let through: the probability
 * that a right answer scores above a wrong one, ties counting half (Hanley and McNeil, Radiology
 * 143, 1982, 29–36). From the sum R of the right answers' ranks, ties sharing their mean rank: (R −
 * r(r+1)/2) / (r·w) for r right and w wrong ones (Mann and Whitney 1947).
 */
final class Auc {
  private Auc() {}

  /** The area; empty where all are right or all wrong. */
  static OptionalDouble of(List<LabelledAnswer> answers) {
    if (answers.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] ranks =
        new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE)
            .rank(answers.stream().mapToDouble(a -> a.judgement().score()).toArray());
    double sum = 0;
    long right = 0;
    for (int i = 0; i < ranks.length; i++) {
      if (answers.get(i).label() == Label.RIGHT) {
        sum += ranks[i];
        right++;
      }
    }
    long wrong = ranks.length - right;
    return right == 0 || wrong == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sum - right * (right + 1) / 2.0) / ((double) right * wrong));
  }
}
