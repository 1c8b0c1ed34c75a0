package org.twinline.reward.agreement;

import java.util.OptionalDouble;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.twinline.core.Require;

/**
 * The area under the curve of right answers found against wrong ones let through: the probability
 * that a right answer scores above a wrong one, ties counting half (Hanley and McNeil, Radiology
 * 143, 1982, 29–36). From the sum R of the right answers' ranks, ties sharing their mean rank: (R −
 * r(r+1)/2) / (r·w) for r right and w wrong ones (Mann and Whitney 1947).
 */
public final class Auc {
  private Auc() {}

  /**
   * The area, in [0,1]; empty where all are right or all wrong.
   *
   * @param scores finite or infinite, never NaN
   * @param right whether each is right
   * @throws IllegalArgumentException if there is not one label for each score
   */
  public static OptionalDouble of(double[] scores, boolean[] right) {
    Require.argument(
        scores.length == right.length,
        "Cannot compare %s scores with %s labels",
        scores.length,
        right.length);
    if (scores.length == 0) {
      return OptionalDouble.empty();
    }
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(scores);
    double sum = 0;
    long rights = 0;
    for (int i = 0; i < ranks.length; i++) {
      if (right[i]) {
        sum += ranks[i];
        rights++;
      }
    }
    long wrongs = ranks.length - rights;
    return rights == 0 || wrongs == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sum - rights * (rights + 1) / 2.0) / ((double) rights * wrongs));
  }
}
