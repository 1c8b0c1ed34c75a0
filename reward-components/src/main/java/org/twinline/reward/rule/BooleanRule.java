package org.twinline.reward.rule;

import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.rule.choice.TruthReader;

/**
 * Yes or no: the truth value the answer states against that of the first required item. The same
 * scores 1, the other 0; an answer that says neither or both is unknown ({@code
 * boolean_unrecognised}).
 */
final class BooleanRule {
  private final RuleSettings settings;

  BooleanRule(RuleSettings settings) {
    this.settings = settings;
  }

  Explanation judge(Reference reference, String answer) {
    Optional<Boolean> said = TruthReader.read(answer);
    List<Optional<Boolean>> gold =
        reference.alternatives().stream().map(a -> value(a.required().get(0))).toList();
    if (said.isEmpty() || gold.stream().anyMatch(Optional::isEmpty)) {
      return Explanation.of(
          "boolean_unrecognised", settings.unknown(), said.isEmpty() ? "answer" : "reference");
    }
    boolean right = gold.stream().anyMatch(said::equals);
    return Explanation.of("rule_boolean", right ? 1 : 0, said.get() ? "yes" : "no");
  }

  /** The truth value a reference item states. */
  static Optional<Boolean> value(String item) {
    return TruthReader.word(item);
  }
}
