package org.twinline.reward.rule.quantity;

/**
 * A quantity as a text states it.
 *
 * @param low the value; of a range its lower end, of a ratio what is above the bar
 * @param high the value; of a range its upper end, of a ratio what is below the bar
 * @param place half of the last written decimal place in the unit, 0 where the number is exact
 * @param result whether an equals sign stands before it
 * @param start where it begins in the folded text
 * @param end where it ends in the folded text
 */
public record Quantity(
    Shape shape,
    double low,
    double high,
    double place,
    Unit unit,
    boolean result,
    int start,
    int end) {

  /** The one value of a point or a bound, the quotient of a ratio, the middle of a range. */
  public double value() {
    return switch (shape) {
      case POINT, AT_LEAST, AT_MOST -> low;
      case RATIO -> low / high;
      case RANGE -> (low + high) / 2;
    };
  }

  /** Whether the value is one number without a unit. */
  boolean bare() {
    return !unit.stated();
  }
}
