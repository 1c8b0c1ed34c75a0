package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Turn;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.rule.quantity.Comparison;
import org.twinline.reward.rule.quantity.Comparison.Grade;
import org.twinline.reward.rule.quantity.Quantities;
import org.twinline.reward.rule.quantity.Quantity;
import org.twinline.reward.rule.quantity.Substance;

/**
 * Numbers with units.
 *
 * <p>The same quantity in whatever unit scores 1; 0.9 where the unit or the words of a bound are
 * left out, or a number lies inside the expected range; another quantity, or one of another
 * dimension, 0. Overlapping ranges score between the thresholds by their overlap, less than half of
 * which is a rejection. What cannot be told is unknown: moles against grams of no named substance,
 * unknown units, a rounding too coarse, several numbers of which some fit.
 *
 * <p>The numbers that count are those of the conclusion, of the expected dimension; of several, the
 * one behind the last equals sign.
 */
final class NumberRule {
  private static final double LEFT_OUT = 0.9;
  private static final double HALF = 0.5;

  private final RuleSettings settings;

  /** What was read last, since the answers to a question come one after another; never a part. */
  private volatile Expected last =
      new Expected(new Reference.Alternative(List.of(""), List.of()), List.of());

  private record Expected(Reference.Alternative alternative, List<Quantity> quantities) {}

  NumberRule(RuleSettings settings) {
    this.settings = settings;
  }

  Explanation judge(Question question, String answer) {
    String folded = Quantities.fold(answer);
    List<Quantity> all = Quantities.in(folded);
    List<Quantity> said = all;
    boolean stated = true;
    // Of one number there is nothing to choose.
    if (all.size() > 1) {
      Conclusion conclusion = Conclusion.of(folded);
      stated = conclusion.stated();
      said = conclusion.text().equals(folded) ? all : Quantities.in(conclusion.text());
      said = said.isEmpty() ? all : said;
    }
    Explanation best = null;
    for (Reference.Alternative alternative : question.reference().alternatives()) {
      Explanation one = alternative(question, alternative, said, folded);
      if (one.value() <= settings.reject() && !stated && all.size() > said.size()) {
        one = elsewhere(one, alternative(question, alternative, all, folded));
      }
      best = best == null || one.value() > best.value() ? one : best;
    }
    return best == null ? unknown("number_unrecognised", "reference") : best;
  }

  /** A sentence that was only taken for the conclusion cannot reject what the rest may state. */
  private Explanation elsewhere(Explanation rejected, Explanation whole) {
    return whole.value() > settings.reject()
        ? unknown("number_ambiguous", Integer.toString(whole.parts().size()))
        : rejected;
  }

  private Explanation alternative(
      Question question, Reference.Alternative alternative, List<Quantity> said, String answer) {
    List<Quantity> expected = expected(alternative);
    if (expected.isEmpty()) {
      return unknown("number_unrecognised", "reference");
    }
    if (said.isEmpty() || said.size() >= Quantities.MOST) {
      return unknown(
          said.isEmpty() ? "number_unrecognised" : "number_ambiguous",
          Integer.toString(said.size()));
    }
    Pool pool = new Pool(question, answer, expected, said);
    if (expected.size() == 1) {
      return pool.one(expected.get(0));
    }
    return pool.each();
  }

  /** The quantities of all items; empty where one holds none. */
  private List<Quantity> expected(Reference.Alternative alternative) {
    Expected known = last;
    if (known.alternative.equals(alternative)) {
      return known.quantities;
    }
    List<Quantity> quantities = new ArrayList<>();
    for (String item : alternative.required()) {
      List<Quantity> of = Quantities.in(Quantities.fold(item));
      if (of.isEmpty()) {
        quantities.clear();
        break;
      }
      quantities.addAll(of);
    }
    Expected read = new Expected(alternative, List.copyOf(quantities));
    last = read;
    return read.quantities;
  }

  private Explanation unknown(String code, String argument) {
    return Explanation.of(code, settings.unknown(), argument);
  }

  private double value(Comparison comparison) {
    return switch (comparison.grade()) {
      case SAME -> 1;
      case NEARLY -> LEFT_OUT;
      case UNKNOWN -> settings.unknown();
      case MISMATCH, DIFFERENT -> 0;
      case PARTIAL ->
          comparison.degree() < HALF
              ? settings.reject() * comparison.degree()
              : settings.reject()
                  + (settings.nearly() - settings.reject())
                      * Math.max(0.05, 2 * comparison.degree() - 1);
    };
  }

  /** The quantities an answer states, beside those expected. */
  private final class Pool {
    private final Question question;
    private final String answer;
    private final List<Quantity> expected;
    private final List<Quantity> said;

    Pool(Question question, String answer, List<Quantity> expected, List<Quantity> said) {
      this.question = question;
      this.answer = answer;
      this.expected = expected;
      this.said = said;
    }

    /** The one expected quantity against those that may be meant for it. */
    Explanation one(Quantity gold) {
      List<Quantity> candidates = candidates(gold);
      List<Explanation> results = new ArrayList<>();
      for (Quantity candidate : candidates) {
        results.add(explain(gold, candidate));
      }
      Explanation best = results.get(0);
      Explanation worst = best;
      for (Explanation result : results) {
        best = result.value() > best.value() ? result : best;
        worst = result.value() < worst.value() ? result : worst;
      }
      if (settings.decide(best.value()) == settings.decide(worst.value())) {
        return best;
      }
      return new Explanation(
          "number_ambiguous",
          settings.unknown(),
          List.of(Integer.toString(said.size())),
          List.of(best, worst));
    }

    /** Several expected quantities: each needs one of its own; one that differs is wrong. */
    Explanation each() {
      List<Quantity> left = new ArrayList<>(said);
      List<Explanation> parts = new ArrayList<>();
      double least = 1;
      for (Quantity gold : expected) {
        Explanation best = unknown("number_unrecognised", Integer.toString(left.size()));
        int taken = -1;
        for (int i = 0; i < left.size(); i++) {
          Explanation one = explain(gold, left.get(i));
          if (taken < 0 || one.value() > best.value()) {
            best = one;
            taken = i;
          }
        }
        if (taken >= 0 && best.value() >= settings.accept()) {
          left.remove(taken);
        }
        parts.add(best);
        least = Math.min(least, best.value());
      }
      return Explanation.of("rule_numbers", least, parts);
    }

    /**
     * Those of the same dimension, else those without a unit, else all; the last result of them.
     */
    private List<Quantity> candidates(Quantity gold) {
      List<Quantity> same =
          said.stream()
              .filter(q -> q.unit().commensurable(gold.unit()))
              .filter(q -> q.unit().stated() == gold.unit().stated())
              .toList();
      List<Quantity> chosen = same;
      if (chosen.isEmpty()) {
        chosen = said.stream().filter(q -> compare(gold, q).grade() != Grade.MISMATCH).toList();
      }
      chosen = chosen.isEmpty() ? said : chosen;
      for (int i = chosen.size() - 1; i >= 0; i--) {
        if (chosen.get(i).result()) {
          return List.of(chosen.get(i));
        }
      }
      return chosen;
    }

    private Comparison compare(Quantity gold, Quantity candidate) {
      boolean amounts =
          gold.unit().stated()
              && candidate.unit().stated()
              && !gold.unit().commensurable(candidate.unit());
      return Comparison.of(
          gold, candidate, settings.tolerance(), amounts ? substances() : List.of());
    }

    private List<Substance> substances() {
      StringBuilder text = new StringBuilder(answer);
      for (Turn turn : question.prompt().turns()) {
        text.append('\n').append(turn.content());
      }
      for (Reference.Alternative alternative : question.reference().alternatives()) {
        text.append('\n').append(String.join("\n", alternative.required()));
      }
      return Substance.named(text.toString());
    }

    private Explanation explain(Quantity gold, Quantity candidate) {
      Comparison comparison = compare(gold, candidate);
      return comparison.grade() == Grade.MISMATCH
          ? Explanation.of(comparison.code(), 0, gold.unit().label(), candidate.unit().label())
          : Explanation.of(
              comparison.code(), value(comparison), Explanation.number(comparison.difference()));
    }
  }
}
