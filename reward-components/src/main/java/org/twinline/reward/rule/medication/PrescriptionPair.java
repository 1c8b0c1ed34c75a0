package org.twinline.reward.rule.medication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.rule.medication.Medication.Field;
import org.twinline.reward.rule.quantity.Comparison;
import org.twinline.reward.rule.quantity.Quantities;
import org.twinline.reward.rule.quantity.Quantity;

/**
 * One required medication against one of the answer: the weighted mean of the fields that the
 * reference states.
 *
 * <p>A wrong dose or frequency is a wrong prescription: at most the greatest rejected score times
 * the mean. A wrong route or duration, a dose or frequency left out or unreadable, and a drug that
 * may be another are at most unknown. A route or duration left out counts half.
 */
final class PrescriptionPair {
  private static final double HALF = 0.5;
  private static final double NEARLY = 0.95;

  private final Scale scale;

  PrescriptionPair(Scale scale) {
    this.scale = scale;
  }

  /** The pair's score with a part for each field; 0 without parts where the drug is another. */
  Explanation judge(Medication gold, DrugName goldDrug, Medication said, DrugName saidDrug) {
    DrugName.Same same = goldDrug.same(saidDrug);
    if (same == DrugName.Same.NO) {
      return Explanation.of("medication", 0, "drug");
    }
    List<Explanation> parts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double cap = same == DrugName.Same.YES ? 1 : scale.unknown();
    parts.add(Explanation.of("medication_drug", same == DrugName.Same.YES ? 1 : scale.unknown()));
    weights.add(Field.DRUG.weight());
    for (Field field : List.of(Field.DOSE, Field.FREQUENCY, Field.ROUTE, Field.DURATION)) {
      Optional<Explanation> part = field(field, gold, said);
      if (part.isPresent()) {
        parts.add(part.get());
        weights.add(field.weight());
        cap = Math.min(cap, cap(field, part.get()));
      }
    }
    Explanation mean = Explanation.weightedMean("medication", parts, weights);
    double value = cap <= scale.reject() ? cap * mean.value() : Math.min(cap, mean.value());
    return new Explanation("medication", value, mean.arguments(), parts);
  }

  private double cap(Field field, Explanation part) {
    boolean decisive = field == Field.DOSE || field == Field.FREQUENCY;
    if (part.value() >= 0.9) {
      return 1;
    }
    if (part.value() == 0) {
      return decisive ? scale.reject() : scale.unknown();
    }
    return decisive ? scale.unknown() : 1;
  }

  /** The field's comparison; empty where the reference does not state it. */
  private Optional<Explanation> field(Field field, Medication gold, Medication said) {
    return switch (field) {
      case DOSE -> dose(gold.text(Field.DOSE), said.text(Field.DOSE));
      case DURATION -> duration(gold.text(Field.DURATION), said.text(Field.DURATION));
      case ROUTE -> route(Route.of(gold.text(Field.ROUTE)), Route.of(said.text(Field.ROUTE)));
      case FREQUENCY ->
          frequency(
              Frequency.of(gold.text(Field.FREQUENCY)), Frequency.of(said.text(Field.FREQUENCY)));
      case DRUG, UNIT, USAGE -> Optional.empty();
    };
  }

  private Optional<Explanation> dose(String gold, String said) {
    List<Quantity> expected = doses(gold);
    List<Quantity> given = doses(said);
    if (expected.isEmpty()) {
      return gold.isBlank() || isUsageWithoutDose(gold)
          ? Optional.empty()
          : Optional.of(Explanation.of("medication_dose", scale.unknown(), "unreadable"));
    }
    return Optional.of(quantities("medication_dose", expected.get(0), given));
  }

  private static boolean isUsageWithoutDose(String text) {
    return Frequency.of(text).isPresent() || Route.of(text).isPresent();
  }

  /** The quantities of a dose: no times and no rates. */
  private static List<Quantity> doses(String text) {
    return Quantities.in(Quantities.fold(text)).stream()
        .filter(q -> !q.unit().label().equals("s") && !q.unit().label().equals("s-1"))
        .toList();
  }

  private Optional<Explanation> duration(String gold, String said) {
    List<Quantity> expected = Quantities.in(Quantities.fold(gold));
    if (expected.isEmpty()) {
      return Optional.empty();
    }
    List<Quantity> given = Quantities.in(Quantities.fold(said));
    Explanation compared = quantities("medication_duration", expected.get(0), given);
    return Optional.of(
        given.isEmpty() ? Explanation.of("medication_duration", HALF, "left_out") : compared);
  }

  private Explanation quantities(String code, Quantity expected, List<Quantity> given) {
    if (given.isEmpty()) {
      return Explanation.of(code, scale.unknown(), "left_out");
    }
    Explanation best = Explanation.of(code, 0);
    for (Quantity quantity : given.subList(0, Math.min(2, given.size()))) {
      Comparison comparison = Comparison.of(expected, quantity, scale.tolerance(), List.of());
      double value =
          switch (comparison.grade()) {
            case SAME -> 1;
            case NEARLY -> NEARLY;
            case UNKNOWN -> scale.unknown();
            case PARTIAL -> comparison.degree() < HALF ? 0 : scale.unknown();
            case MISMATCH, DIFFERENT -> 0;
          };
      if (value > best.value() || best.arguments().isEmpty()) {
        best = Explanation.of(code, value, Explanation.number(comparison.difference()));
      }
    }
    return best;
  }

  private Optional<Explanation> route(Optional<Route> gold, Optional<Route> said) {
    if (gold.isEmpty()) {
      return Optional.empty();
    }
    double value = said.isEmpty() ? HALF : gold.equals(said) ? 1 : 0;
    return Optional.of(
        Explanation.of("medication_route", value, said.isEmpty() ? "left_out" : said.get().name()));
  }

  private Optional<Explanation> frequency(Optional<Frequency> gold, Optional<Frequency> said) {
    if (gold.isEmpty()) {
      return Optional.empty();
    }
    if (said.isEmpty()) {
      return Optional.of(Explanation.of("medication_frequency", scale.unknown(), "left_out"));
    }
    Frequency expected = gold.get();
    Frequency given = said.get();
    double value;
    if (expected.rate().isPresent() != given.rate().isPresent()) {
      value = expected.needed() || given.needed() ? scale.unknown() : 0;
    } else if (expected.rate().isEmpty()) {
      value = expected.needed() == given.needed() ? 1 : scale.unknown();
    } else {
      value =
          quantities(
                  "medication_frequency",
                  expected.rate().orElseThrow(),
                  List.of(given.rate().orElseThrow()))
              .value();
      value = expected.needed() == given.needed() ? value : Math.min(value, scale.unknown());
    }
    return Optional.of(Explanation.of("medication_frequency", value));
  }
}
