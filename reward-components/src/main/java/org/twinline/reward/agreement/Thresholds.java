package org.twinline.reward.agreement;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.verdict.Decision;
import org.twinline.reward.rule.RuleSettings;

/**
 * What decides from a score, for each kind of answer.
 *
 * @param overall for kinds without their own
 */
public record Thresholds(Band overall, SortedMap<AnswerKind, Band> kinds) {

  public Thresholds {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
  }

  /** The thresholds of the rules themselves, the same for all kinds. */
  public static Thresholds of(RuleSettings settings) {
    return new Thresholds(Band.of(settings.accept(), settings.reject()), new TreeMap<>(Map.of()));
  }

  /** The thresholds of a kind. */
  public Band band(AnswerKind kind) {
    return kinds.getOrDefault(kind, overall);
  }

  /** The decision; unsure where the rules could not tell. */
  public Decision decide(Judgement judgement) {
    return judgement.known() ? band(judgement.kind()).decide(judgement.score()) : Decision.UNSURE;
  }
}
