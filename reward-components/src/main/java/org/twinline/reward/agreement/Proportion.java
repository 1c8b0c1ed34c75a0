package org.twinline.reward.agreement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.twinline.core.Require;

/** So many of so many. */
public record Proportion(long hits, long of) {
  private static final double CONFIDENCE = 0.95;
  private static final WilsonScoreInterval WILSON = new WilsonScoreInterval();

  public Proportion {
    Require.argument(
        hits >= 0 && hits <= of && of <= Integer.MAX_VALUE,
        "illegal proportion: %s of %s",
        hits,
        of);
  }

  /** An interval inside [0,1]. */
  public record Interval(double low, double high) {}

  /** The share; empty of nothing. */
  public OptionalDouble value() {
    return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / of);
  }

  /**
   * Wilson's score interval at 95 % (Wilson, J. Am. Stat. Assoc. 22, 1927, 209–212): the p for
   * which |hits/of − p| ≤ z·√(p(1−p)/of), z = 1.96, without a continuity correction. Empty of
   * nothing.
   */
  public Optional<Interval> wilson() {
    if (of == 0) {
      return Optional.empty();
    }
    ConfidenceInterval interval = WILSON.createInterval((int) of, (int) hits, CONFIDENCE);
    // At the ends the formula is 0 or 1 but for rounding.
    double low = hits == 0 ? 0 : Math.max(0, interval.getLowerBound());
    double high = hits == of ? 1 : Math.min(1, interval.getUpperBound());
    return Optional.of(new Interval(low, high));
  }
}
