package org.twinline.verifiable;

import java.io.Serializable;
import org.twinline.core.Require;

/**
 * Which verified triples of a group are kept.
 *
 * @param lowestPassRate groups below are too hard, in [0,1]
 * @param highestPassRate groups above are too easy, in [lowestPassRate,1]
 * @param perQuestion triples kept of a question at most, at least 1
 * @param seed decides between equal rewards
 */
public record Selection(double lowestPassRate, double highestPassRate, int perQuestion, long seed)
    implements Serializable {
  /** Every right answer. */
  public static final Selection ALL = new Selection(0, 1, Integer.MAX_VALUE, 17);

  public Selection {
    Require.inRange("lowest pass rate", lowestPassRate, 0, 1);
    Require.inRange("highest pass rate", highestPassRate, lowestPassRate, 1);
    Require.argument(perQuestion >= 1, "illegal per_question: %s, must be ≥ 1", perQuestion);
  }

  /** Whether a group of that pass rate is of use. */
  public boolean admits(double passRate) {
    return passRate >= lowestPassRate && passRate <= highestPassRate;
  }
}
