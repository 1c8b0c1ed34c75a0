package org.twinline.reward.rule.quantity;

import org.twinline.reward.rule.quantity.Comparison.Grade;

/** Two quantities whose units are commensurable, shape by shape. */
final class QuantityComparator {
  private static final double BARELY = 1 + 1e-9;

  private final Quantity gold;
  private final Quantity said;
  private final double tolerance;
  private final boolean converted;
  private final boolean calendar;

  QuantityComparator(Quantity gold, Quantity said, double tolerance) {
    this.gold = gold;
    this.said = said;
    this.tolerance = tolerance;
    converted = gold.unit().factor() != said.unit().factor();
    calendar = gold.unit().calendar() != said.unit().calendar();
  }

  Comparison compare() {
    return switch (gold.shape()) {
      case RATIO -> ratio();
      case RANGE -> said.shape() == Shape.RANGE ? ranges() : inside();
      case AT_LEAST, AT_MOST -> bound();
      case POINT -> point();
    };
  }

  private Comparison point() {
    if (said.shape() == Shape.RANGE) {
      return around();
    }
    Comparison points = points(gold.value(), inGold(said.value()));
    return said.shape() == Shape.AT_LEAST || said.shape() == Shape.AT_MOST
        ? leftOut(points, "number_bound_left_out")
        : points;
  }

  private Comparison ratio() {
    if (said.shape() == Shape.RANGE) {
      return around();
    }
    boolean pressure = gold.unit().has("s", -2) && gold.unit().has("m", -1);
    if (said.shape() == Shape.RATIO && pressure) {
      Comparison upper = points(gold.low(), inGold(said.low()));
      Comparison lower = points(gold.high(), inGold(said.high()));
      return upper.grade().compareTo(lower.grade()) >= 0 ? upper : lower;
    }
    Comparison same = points(gold.value(), inGold(said.value()));
    boolean inverted =
        same.grade() == Grade.DIFFERENT
            && said.shape() == Shape.RATIO
            && points(gold.high() / gold.low(), inGold(said.value())).grade() == Grade.SAME;
    return inverted ? new Comparison(Grade.UNKNOWN, "number_ratio_inverted", 0, 1) : same;
  }

  /** A bound against a bound of the same direction, or its number alone. */
  private Comparison bound() {
    boolean bound = said.shape() == Shape.AT_LEAST || said.shape() == Shape.AT_MOST;
    if (bound && said.shape() != gold.shape()) {
      return new Comparison(Grade.DIFFERENT, "rule_number", 0, 1);
    }
    if (said.shape() == Shape.RANGE) {
      return new Comparison(Grade.DIFFERENT, "rule_number", 0, 1);
    }
    Comparison points = points(gold.low(), inGold(said.value()));
    if (bound || points.grade() != Grade.DIFFERENT) {
      return bound ? points : leftOut(points, "number_bound_left_out");
    }
    double value = inGold(said.value());
    boolean satisfies = gold.shape() == Shape.AT_LEAST ? value > gold.low() : value < gold.low();
    return satisfies
        ? new Comparison(Grade.UNKNOWN, "number_in_range", 0, points.difference())
        : points;
  }

  /** A number inside the expected range is right. */
  private Comparison inside() {
    if (said.shape() == Shape.AT_LEAST || said.shape() == Shape.AT_MOST) {
      double end = said.shape() == Shape.AT_LEAST ? gold.low() : gold.high();
      Comparison ends = points(end, inGold(said.low()));
      return ends.grade() == Grade.SAME
          ? new Comparison(Grade.UNKNOWN, "number_in_range", 0, ends.difference())
          : new Comparison(Grade.DIFFERENT, "rule_number", 0, ends.difference());
    }
    double value = inGold(said.value());
    Comparison low = points(gold.low(), value);
    Comparison high = points(gold.high(), value);
    boolean within = value >= gold.low() && value <= gold.high();
    if (within || low.grade() == Grade.SAME || high.grade() == Grade.SAME) {
      return new Comparison(Grade.NEARLY, "number_in_range", 0, 0);
    }
    return low.grade().compareTo(high.grade()) <= 0 ? low : high;
  }

  /** A range where a number is expected: right only if that number is what the range rounds to. */
  private Comparison around() {
    double low = inGold(said.low());
    double high = inGold(said.high());
    double value = gold.value();
    double width = high - low;
    if (width <= 2 * gold.place() * BARELY
        && Math.abs(value - low) <= gold.place() * BARELY
        && Math.abs(high - value) <= gold.place() * BARELY) {
      return new Comparison(Grade.SAME, "rule_number", 0, difference(value, (low + high) / 2));
    }
    boolean within = value >= low && value <= high && width <= Math.abs(value);
    return new Comparison(
        within ? Grade.UNKNOWN : Grade.DIFFERENT,
        within ? "number_range_for_value" : "rule_number",
        0,
        difference(value, (low + high) / 2));
  }

  /** Ranges are the same where both ends are; else their overlap over their union counts. */
  private Comparison ranges() {
    double low = inGold(said.low());
    double high = inGold(said.high());
    Comparison lows = points(gold.low(), low);
    Comparison highs = points(gold.high(), high);
    Comparison worse = lows.grade().compareTo(highs.grade()) >= 0 ? lows : highs;
    if (worse.grade() == Grade.SAME) {
      return worse;
    }
    double overlap = Math.min(high, gold.high()) - Math.max(low, gold.low());
    double union = Math.max(high, gold.high()) - Math.min(low, gold.low());
    if (overlap <= 0 || union <= 0) {
      return new Comparison(Grade.DIFFERENT, "rule_number", 0, worse.difference());
    }
    return new Comparison(
        Grade.PARTIAL, "number_ranges_overlap", Math.min(1, overlap / union), worse.difference());
  }

  private Comparison points(double expected, double value) {
    double distance = Math.abs(expected - value);
    double difference = difference(expected, value);
    double goldPlace = gold.place() * BARELY;
    double saidPlace = said.place() * said.unit().factor() / gold.unit().factor() * BARELY;
    boolean exact = gold.place() == 0 || said.place() == 0;
    boolean rounds = distance <= goldPlace || distance <= saidPlace;
    double rounding = converted || exact ? Comparison.COARSE : Comparison.ROUNDING;
    Grade grade;
    if (difference <= tolerance || (rounds && difference <= rounding)) {
      grade = Grade.SAME;
    } else if (calendar && difference <= Comparison.CALENDAR_VAGUE) {
      grade = difference <= Comparison.CALENDAR ? Grade.SAME : Grade.UNKNOWN;
    } else {
      grade = rounds && difference <= Comparison.VAGUE ? Grade.UNKNOWN : Grade.DIFFERENT;
    }
    return new Comparison(
        grade, grade == Grade.UNKNOWN ? "number_rounded" : "rule_number", 0, difference);
  }

  private static Comparison leftOut(Comparison points, String code) {
    return points.grade() == Grade.SAME
        ? new Comparison(Grade.NEARLY, code, 0, points.difference())
        : points;
  }

  private double inGold(double value) {
    return gold.unit().equals(said.unit())
        ? value
        : gold.unit().fromBase(said.unit().toBase(value));
  }

  private static double difference(double a, double b) {
    double scale = Math.max(Math.abs(a), Math.abs(b));
    double difference = scale == 0 ? 0 : Math.abs(a - b) / scale;
    return Double.isFinite(difference) ? Math.min(1, difference) : 1;
  }
}
