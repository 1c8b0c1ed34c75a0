package org.twinline.reward.rule.quantity;

import java.util.List;

/**
 * How a stated quantity compares with the expected one.
 *
 * <p>Both are seen in the expected one's unit. Points are equal within the relative tolerance, or
 * where one is the other rounded to its written places and they differ by at most {@value
 * #ROUNDING}, {@value #COARSE} after a conversion or against an exact fraction; a coarser rounding
 * up to {@value #VAGUE} is unsure. A month has 30.4375 days and a year 365.25 (UCUM); against days
 * and weeks up to {@value #CALENDAR} is equal and up to {@value #CALENDAR_VAGUE} unsure.
 *
 * @param degree of {@link Grade#PARTIAL} the overlap in (0,1), else 0
 * @param difference the relative difference in [0,1]
 */
public record Comparison(Grade grade, String code, double degree, double difference) {
  static final double ROUNDING = 0.005;
  static final double COARSE = 0.0125;
  static final double VAGUE = 0.02;
  static final double CALENDAR = 0.02;
  static final double CALENDAR_VAGUE = 0.1;

  /** What a comparison comes to; from the best to the worst. */
  public enum Grade {
    /** The same quantity. */
    SAME,
    /** The same but for something left out: the unit, the words of a bound, the rest of a range. */
    NEARLY,
    /** Overlapping ranges. */
    PARTIAL,
    /** Cannot be told. */
    UNKNOWN,
    /** Of another kind: the dimensions differ. */
    MISMATCH,
    /** Another quantity. */
    DIFFERENT
  }

  /** Compares by the tolerance and, where moles meet grams, the substances that are named. */
  public static Comparison of(
      Quantity gold, Quantity said, double tolerance, List<Substance> substances) {
    if (gold.unit().commensurable(said.unit()) && gold.unit().stated() == said.unit().stated()) {
      return new QuantityComparator(gold, said, tolerance).compare();
    }
    if (gold.bare() || said.bare() || loose(gold.unit(), said.unit())) {
      return withoutUnit(gold, said, tolerance);
    }
    if (gold.unit().unconvertible() || said.unit().unconvertible()) {
      return new Comparison(Grade.UNKNOWN, "unit_unknown", 0, 0);
    }
    return massed(gold, said, tolerance, substances);
  }

  /** 39度 may be degrees Celsius, 5分 minutes. */
  private static boolean loose(Unit a, Unit b) {
    return (a.has("degree", 1) && b.has("K", 1))
        || (a.has("K", 1) && b.has("degree", 1))
        || (a.has("point", 1) && b.has("s", 1))
        || (a.has("s", 1) && b.has("point", 1));
  }

  private static Comparison withoutUnit(Quantity gold, Quantity said, double tolerance) {
    Quantity taken =
        new Quantity(
            said.shape(),
            said.low(),
            said.high(),
            said.place(),
            gold.unit(),
            said.result(),
            said.start(),
            said.end());
    Comparison asWritten = new QuantityComparator(gold, taken, tolerance).compare();
    Comparison best =
        gold.unit().commensurable(said.unit())
            ? better(asWritten, new QuantityComparator(gold, said, tolerance).compare())
            : asWritten;
    return best.grade == Grade.SAME
        ? new Comparison(Grade.NEARLY, "number_unit_left_out", 0, best.difference)
        : best;
  }

  private static Comparison massed(
      Quantity gold, Quantity said, double tolerance, List<Substance> substances) {
    boolean amount =
        amount(gold.unit(), "mol") != amount(said.unit(), "mol")
            || amount(gold.unit(), "eq") != amount(said.unit(), "eq");
    Comparison best = null;
    boolean differ = false;
    for (Substance substance : substances) {
      Unit goldUnit = substance.massed(gold.unit());
      Unit saidUnit = substance.massed(said.unit());
      if (amount && goldUnit.commensurable(saidUnit)) {
        Comparison one =
            new QuantityComparator(in(gold, goldUnit), in(said, saidUnit), tolerance).compare();
        differ |= best != null && one.grade != best.grade;
        best = best == null ? one : better(best, one);
      }
    }
    if (best != null) {
      return differ ? new Comparison(Grade.UNKNOWN, "number_substance_unknown", 0, 0) : best;
    }
    Substance any = new Substance(1, 1, List.of());
    if (amount && any.massed(gold.unit()).commensurable(any.massed(said.unit()))) {
      return new Comparison(Grade.UNKNOWN, "number_substance_unknown", 0, 0);
    }
    return perDay(gold, said, tolerance);
  }

  private static boolean amount(Unit unit, String base) {
    return unit.dimension().containsKey(base);
  }

  /** 5 mg against 5 mg/d is a unit half left out; per hour or minute it cannot be told. */
  private static Comparison perDay(Quantity gold, Quantity said, double tolerance) {
    Unit day = new Unit(true, Unit.DAY, 0, Dimensioned.of(1, "s").exponents(), false);
    Quantity goldRate = rate(gold, said, day);
    Quantity saidRate = rate(said, gold, day);
    if (!goldRate.unit().commensurable(saidRate.unit())) {
      return new Comparison(Grade.MISMATCH, "number_dimension", 0, 1);
    }
    Comparison rate = new QuantityComparator(goldRate, saidRate, tolerance).compare();
    return rate.grade == Grade.SAME
        ? new Comparison(Grade.NEARLY, "number_unit_left_out", 0, rate.difference)
        : new Comparison(Grade.UNKNOWN, "unit_unknown", 0, rate.difference);
  }

  /** What is no rate, per day where the other is a rate. */
  private static Quantity rate(Quantity quantity, Quantity other, Unit day) {
    boolean lacks =
        !quantity.unit().dimension().isEmpty()
            && !quantity.unit().dimension().containsKey("s")
            && other.unit().has("s", -1);
    Unit unit = quantity.unit();
    return lacks
        ? in(
            quantity,
            Unit.of(
                new Dimensioned(unit.factor(), unit.dimension())
                    .times(new Dimensioned(day.factor(), day.dimension()), -1)))
        : quantity;
  }

  private static Quantity in(Quantity quantity, Unit unit) {
    return new Quantity(
        quantity.shape(),
        quantity.low(),
        quantity.high(),
        quantity.place(),
        unit,
        quantity.result(),
        quantity.start(),
        quantity.end());
  }

  private static Comparison better(Comparison a, Comparison b) {
    return a.grade.compareTo(b.grade) <= 0 ? a : b;
  }
}
