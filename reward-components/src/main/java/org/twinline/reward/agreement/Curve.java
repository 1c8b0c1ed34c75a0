package org.twinline.reward.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What each possible threshold would decide, and the choice among them.
 *
 * <p>A cut lies below, between or above the distinct scores s₀ &lt; … &lt; sₘ₋₁ of the answers the
 * rules could judge: cut i has i of them below it, and its threshold is the middle between its
 * neighbours (0 for cut 0, 1 for cut m). Sorting aside, everything is linear in m: for each cut to
 * accept from, the best cut to reject up to is the highest one below it that holds its precision.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
final class Curve {
  private final double[] scores;
  private final Side right;
  private final Side wrong;

  private Curve(double[] scores, Side right, Side wrong) {
    this.scores = scores;
    this.right = right;
    this.wrong = wrong;
  }

  /** The answers of one label: how many lie below each cut, and how many could not be judged. */
  private record Side(long[] below, long unknown) {
    static Side of(List<LabelledAnswer> answers, Label label, double[] scores) {
      long[] below = new long[scores.length + 1];
      long unknown = 0;
      for (LabelledAnswer answer : answers) {
        if (answer.label() == label && answer.judgement().known()) {
          below[Arrays.binarySearch(scores, answer.judgement().score()) + 1]++;
        } else if (answer.label() == label) {
          unknown++;
        }
      }
      for (int cut = 1; cut < below.length; cut++) {
        below[cut] += below[cut - 1];
      }
      return new Side(below, unknown);
    }

    Counts.Row row(int accept, int reject) {
      return new Counts.Row(
          below[below.length - 1] - below[accept],
          below[accept] - below[reject] + unknown,
          below[reject]);
    }
  }

  static Curve of(List<LabelledAnswer> answers) {
    double[] scores =
        answers.stream()
            .map(LabelledAnswer::judgement)
            .filter(Judgement::known)
            .mapToDouble(Judgement::score)
            .sorted()
            .distinct()
            .toArray();
    return new Curve(
        scores, Side.of(answers, Label.RIGHT, scores), Side.of(answers, Label.WRONG, scores));
  }

  /** The last cut, above all scores. */
  private int last() {
    return scores.length;
  }

  /** The threshold of a cut: from it on is what lies above the cut. */
  private double threshold(int cut) {
    if (cut == 0) {
      return 0;
    }
    if (cut == last()) {
      return 1;
    }
    double middle = scores[cut - 1] + (scores[cut] - scores[cut - 1]) / 2;
    // Neighbouring doubles have no middle.
    return middle > scores[cut - 1] ? middle : scores[cut];
  }

  /** As {@link #threshold}, but up to it is what lies below the cut. */
  private double ceiling(int cut) {
    double threshold = threshold(cut);
    return cut < last() && threshold == scores[cut] ? scores[cut - 1] : threshold;
  }

  /** What is decided when all from one cut on is accepted and all below another rejected. */
  private Counts counts(int accept, int reject) {
    return new Counts(right.row(accept, reject), wrong.row(accept, reject));
  }

  /** Every cut, from the lowest, with what it decides as accept and as reject at once. */
  List<CurvePoint> points() {
    List<CurvePoint> points = new ArrayList<>();
    for (int cut = 0; cut <= last(); cut++) {
      points.add(new CurvePoint(threshold(cut), counts(cut, cut)));
    }
    return points;
  }

  /**
   * The band that decides most answers within the settings. Of bands that decide as many, the one
   * with fewer mistakes; of those, the one with the higher accept threshold.
   */
  Band best(CalibrationSettings settings) {
    int reject = 0;
    Choice best = new Choice(last(), 0, counts(last(), 0));
    for (int accept = 0; accept <= last(); accept++) {
      if (settings.rejectable(counts(last(), accept))) {
        reject = accept;
      }
      if (accept == last() || settings.acceptable(counts(accept, 0))) {
        Choice choice = new Choice(accept, reject, counts(accept, reject));
        best = choice.beats(best) ? choice : best;
      }
    }
    return new Band(
        best.accept == last() ? OptionalDouble.empty() : OptionalDouble.of(threshold(best.accept)),
        best.reject == 0 ? OptionalDouble.empty() : OptionalDouble.of(ceiling(best.reject)));
  }

  private record Choice(int accept, int reject, Counts counts) {
    boolean beats(Choice other) {
      if (counts.decided() != other.counts.decided()) {
        return counts.decided() > other.counts.decided();
      }
      return mistakes() != other.mistakes() ? mistakes() < other.mistakes() : accept > other.accept;
    }

    long mistakes() {
      return counts.wrong().accepted() + counts.right().rejected();
    }
  }
}
