package org.twinline.reward.agreement;

import java.util.Comparator;
import java.util.List;
import org.twinline.core.verdict.Decision;

/**
 * Where score and label are furthest apart.
 *
 * @param wrong wrong answers that were not rejected, the highest score first
 * @param right right answers that were not accepted, the lowest score first
 */
public record WorstCases(List<LabelledAnswer> wrong, List<LabelledAnswer> right) {
  private static final Comparator<LabelledAnswer> BY_SCORE =
      Comparator.comparingDouble(a -> a.judgement().score());
  private static final Comparator<LabelledAnswer> BY_NAME =
      Comparator.comparing(LabelledAnswer::id).thenComparing(LabelledAnswer::place);

  public WorstCases {
    wrong = List.copyOf(wrong);
    right = List.copyOf(right);
  }

  /**
   * Finds them; equal scores go by id, then by place.
   *
   * @param most of each, at least 0
   */
  public static WorstCases of(List<LabelledAnswer> answers, Thresholds thresholds, int most) {
    return new WorstCases(
        found(answers, thresholds, Label.WRONG, Decision.REJECT, BY_SCORE.reversed(), most),
        found(answers, thresholds, Label.RIGHT, Decision.ACCEPT, BY_SCORE, most));
  }

  private static List<LabelledAnswer> found(
      List<LabelledAnswer> answers,
      Thresholds thresholds,
      Label label,
      Decision good,
      Comparator<LabelledAnswer> worst,
      int most) {
    return answers.stream()
        .filter(a -> a.label() == label && thresholds.decide(a.judgement()) != good)
        .sorted(worst.thenComparing(BY_NAME))
        .limit(most)
        .toList();
  }
}
