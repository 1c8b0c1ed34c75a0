package org.twinline.reward.attack;

import java.math.BigDecimal;
import org.twinline.core.Require;
import org.twinline.core.triple.Language;

/**
 * A question whose answer is a number with a unit.
 *
 * @param value greater than 0
 * @param unit the unit's symbol, for example {@code mg}
 */
public record NumberItem(
    String id, String question, BigDecimal value, String unit, Language language) {
  public NumberItem {
    Require.argument(
        value.signum() > 0, "illegal value of item '%s': %s, must be greater than 0", id, value);
    Require.argument(!unit.isBlank(), "Cannot attack item '%s': it has no unit", id);
    Require.argument(
        language != Language.UNSTATED, "Cannot attack item '%s': its language is not stated", id);
  }
}
