package org.twinline.core;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import org.jspecify.annotations.Nullable;

/** Argument checks whose messages name the value and its allowed range. */
public final class Require {
  private Require() {}

  /**
   * Checks a condition on an argument.
   *
   * @throws IllegalArgumentException with the formatted message if {@code condition} is false
   */
  @FormatMethod
  public static void argument(
      boolean condition, @FormatString String message, @Nullable Object... arguments) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(message, arguments));
    }
  }

  /**
   * Checks that a value is finite and within [low, high].
   *
   * @throws IllegalArgumentException if it is not, naming the value and the range
   */
  public static double inRange(String name, double value, double low, double high) {
    argument(
        value >= low && value <= high,
        "illegal %s: %s, must be between %s and %s",
        name,
        value,
        low,
        high);
    return value;
  }
}
