package org.twinline.reward.train;

import java.util.List;
import java.util.OptionalDouble;
import org.twinline.core.Require;
import org.twinline.reward.agreement.Proportion;

/**
 * How far a bundle's scores agree with labels.
 *
 * @param accuracy of pairs: chosen above rejected, ties half; of labels: right from 0.5 up. With
 *     its 95 % interval
 * @param kappa Cohen's (1960), of labels; empty for pairs
 * @param ece expected calibration error over ten bins of equal width (Naeini et al. 2015); of pairs
 *     over all answers, chosen counting as right
 */
public record ScoreFigures(
    int n, Proportion accuracy, OptionalDouble auc, OptionalDouble kappa, double ece) {
  private static final int BINS = 10;

  static ScoreFigures labelled(List<Ranking.Judged> rows) {
    int n = rows.size();
    int truePositive = 0;
    int trueNegative = 0;
    int saidRight = 0;
    int right = 0;
    for (Ranking.Judged row : rows) {
      boolean said = row.value() >= 0.5;
      truePositive += said && row.right() ? 1 : 0;
      trueNegative += !said && !row.right() ? 1 : 0;
      saidRight += said ? 1 : 0;
      right += row.right() ? 1 : 0;
    }
    double observed = (double) (truePositive + trueNegative) / n;
    double expected =
        ((double) saidRight * right + (double) (n - saidRight) * (n - right)) / ((double) n * n);
    OptionalDouble kappa =
        expected < 1
            ? OptionalDouble.of((observed - expected) / (1 - expected))
            : OptionalDouble.empty();
    return new ScoreFigures(
        n, new Proportion(truePositive + trueNegative, n), Ranking.auc(rows), kappa, ece(rows));
  }

  static ScoreFigures pairs(List<Ranking.Pair> pairs) {
    Require.argument(!pairs.isEmpty(), "Cannot make figures of no pairs");
    long hits = Math.round(Ranking.pairs(pairs).accuracy() * pairs.size());
    List<Ranking.Judged> pooled = Ranking.pooled(pairs);
    return new ScoreFigures(
        pairs.size(),
        new Proportion(hits, pairs.size()),
        Ranking.auc(pooled),
        OptionalDouble.empty(),
        ece(pooled));
  }

  static double ece(List<Ranking.Judged> rows) {
    double[] scores = new double[BINS];
    double[] right = new double[BINS];
    for (Ranking.Judged row : rows) {
      int bin = Math.min(BINS - 1, (int) (row.value() * BINS));
      scores[bin] += row.value();
      right[bin] += row.right() ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(scores[bin] - right[bin]);
    }
    return error / rows.size();
  }
}
