package org.twinline.launcher.gate;

import java.util.OptionalDouble;

/** An allowed range, ends included; an end that is empty is open. */
record Bound(OptionalDouble min, OptionalDouble max) {
  static final Bound OPEN = new Bound(OptionalDouble.empty(), OptionalDouble.empty());

  boolean open() {
    return min.isEmpty() && max.isEmpty();
  }

  /** Which end a figure is wholly beyond. */
  enum Side {
    WITHIN,
    BELOW,
    ABOVE
  }

  /**
   * Whether the interval, or else the estimate, lies wholly beyond an end.
   *
   * @param byEstimate whether the interval is not looked at
   */
  Side side(Estimate figure, boolean byEstimate) {
    double high = byEstimate ? figure.value() : figure.high();
    double low = byEstimate ? figure.value() : figure.low();
    if (min.isPresent() && high < min.getAsDouble()) {
      return Side.BELOW;
    }
    return max.isPresent() && low > max.getAsDouble() ? Side.ABOVE : Side.WITHIN;
  }

  /** Whether an end lies within the interval, so that more data may decide otherwise. */
  boolean unsure(Estimate figure) {
    return (min.isPresent()
            && figure.low() < min.getAsDouble()
            && figure.high() >= min.getAsDouble())
        || (max.isPresent()
            && figure.high() > max.getAsDouble()
            && figure.low() <= max.getAsDouble());
  }

  /** {@code ≥ 0.3 and ≤ 0.9}; empty where it is open. */
  @Override
  public String toString() {
    String low = min.isPresent() ? "≥ " + Shown.number(min.getAsDouble()) : "";
    String high = max.isPresent() ? "≤ " + Shown.number(max.getAsDouble()) : "";
    return low.isEmpty() || high.isEmpty() ? low + high : low + " and " + high;
  }
}
