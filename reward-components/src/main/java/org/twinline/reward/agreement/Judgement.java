package org.twinline.reward.agreement;

import org.twinline.core.Require;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.rule.RuleSettings;

/**
 * What the rules found, before anything is decided from it.
 *
 * @param kind of the answer, stated or recognised
 * @param score in [0,1]
 * @param known whether the rules could tell at all; what they could not tell is always unsure
 */
public record Judgement(AnswerKind kind, double score, boolean known) {
  public Judgement {
    Require.inRange("score", score, 0, 1);
  }

  /**
   * Reads a judgement off the rule verifier's explanation.
   *
   * <p>What the rules cannot tell has a value half-way between the settings' thresholds, whatever
   * the code ({@code choice_unrecognised}, {@code number_ambiguous}, {@code text_unmatched} …).
   */
  public static Judgement of(AnswerKind kind, Explanation explanation, RuleSettings settings) {
    double unknown = (settings.accept() + settings.reject()) / 2;
    boolean known = explanation.value() != unknown;
    return new Judgement(kind, explanation.value(), known);
  }
}
