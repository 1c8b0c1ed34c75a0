package org.twinline.core.triple;

import java.util.OptionalDouble;
import org.twinline.core.Require;

/** A person's preference for a candidate in [0,1], higher is better; or none. */
public final class Preference {
  public static final Preference NONE = new Preference(Double.NaN);

  private final double value;

  private Preference(double value) {
    this.value = value;
  }

  /**
   * A stated preference.
   *
   * @throws IllegalArgumentException if the value is not in [0,1]
   */
  public static Preference of(double value) {
    return new Preference(Require.inRange("preference", value, 0, 1));
  }

  /** The stated value, empty where no person judged. */
  public OptionalDouble value() {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Preference that && Double.compare(value, that.value) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(value);
  }

  @Override
  public String toString() {
    return "Preference[" + (Double.isNaN(value) ? "none" : Double.toString(value)) + "]";
  }
}
