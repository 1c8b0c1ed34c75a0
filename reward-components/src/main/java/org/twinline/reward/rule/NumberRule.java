package org.twinline.reward.rule;

import java.util.List;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;

/**
 * Numbers with units. Equal within the relative tolerance and of the same unit scores 1, with one
 * unit left out 0.9, of the same unit but another value 0; other units and several numbers among
 * which none stands out are unknown.
 */
final class NumberRule {
  private static final double UNIT_LEFT_OUT = 0.9;

  private final RuleSettings settings;

  NumberRule(RuleSettings settings) {
    this.settings = settings;
  }

  Explanation judge(Reference reference, String answer) {
    List<Quantity> said = Quantity.in(Conclusion.of(answer).text());
    if (said.isEmpty()) {
      said = Quantity.in(answer);
    }
    Explanation best = null;
    for (Reference.Alternative alternative : reference.alternatives()) {
      List<Quantity> gold = Quantity.in(alternative.required().get(0));
      Explanation one =
          gold.size() == 1 && alternative.required().size() == 1
              ? compare(gold.get(0), said)
              : Explanation.of("number_unrecognised", settings.unknown(), "reference");
      best = best == null || one.value() > best.value() ? one : best;
    }
    return best == null ? Explanation.of("number_unrecognised", settings.unknown()) : best;
  }

  private Explanation compare(Quantity gold, List<Quantity> said) {
    List<Quantity> comparable =
        said.stream().filter(q -> q.unit().equals(gold.unit())).distinct().toList();
    if (comparable.isEmpty()) {
      comparable =
          said.stream()
              .filter(q -> q.unit().isEmpty() || gold.unit().isEmpty())
              .distinct()
              .toList();
    }
    if (comparable.size() != 1) {
      return Explanation.of(
          said.isEmpty()
              ? "number_unrecognised"
              : comparable.isEmpty() ? "unit_unknown" : "number_ambiguous",
          settings.unknown(),
          Integer.toString(said.size()));
    }
    Quantity one = comparable.get(0);
    boolean equal = one.near(gold, settings.tolerance());
    double value = equal ? one.unit().equals(gold.unit()) ? 1 : UNIT_LEFT_OUT : 0;
    double scale = Math.max(Math.abs(gold.value()), Math.abs(one.value()));
    double difference = scale == 0 ? 0 : Math.abs(gold.value() - one.value()) / scale;
    return Explanation.of("rule_number", value, Explanation.number(difference));
  }
}
