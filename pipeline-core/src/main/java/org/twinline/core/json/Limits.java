package org.twinline.core.json;

import java.io.Serializable;
import org.twinline.core.Require;

/**
 * How large one input line may be. A line beyond a limit becomes a dead letter whose detail names
 * the limit.
 *
 * @param lineBytes bytes of one line without its line ending, in [1, 1 GiB]
 * @param nesting objects and arrays inside each other, the line's own object included, in [4, 900]
 * @param numberDigits characters of one number, in [20, 1,000,000]
 * @param nameLength characters of one field name, in [20, 50,000]
 * @param lineValues values in one line, every element and member counted; at least 100
 */
public record Limits(int lineBytes, int nesting, int numberDigits, int nameLength, int lineValues)
    implements Serializable {
  private static final int MIB = 1 << 20;

  /**
   * 16 MiB a line, nesting 100, 100 digits, names of 1,000 characters, 1,000,000 values a line.
   *
   * <p>A candidate is at least one value, so the last also bounds the candidates of one line.
   */
  public static final Limits DEFAULT = new Limits(16 * MIB, 100, 100, 1_000, 1_000_000);

  /** What already passed the limits once: only the parser's own bounds hold. */
  static final Limits TRAVEL = new Limits(1 << 30, 900, 1_000_000, 50_000, Integer.MAX_VALUE);

  public Limits {
    check("line_bytes", lineBytes, 1, 1 << 30);
    check("nesting", nesting, 4, 900);
    check("number_digits", numberDigits, 20, 1_000_000);
    check("name_length", nameLength, 20, 50_000);
    check("line_values", lineValues, 100, Integer.MAX_VALUE);
  }

  private static void check(String name, int value, int low, int high) {
    Require.argument(
        value >= low && value <= high,
        "illegal %s: %s, must be between %s and %s",
        name,
        value,
        low,
        high);
  }
}
