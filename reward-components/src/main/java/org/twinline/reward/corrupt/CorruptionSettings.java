package org.twinline.reward.corrupt;

import java.util.EnumSet;
import java.util.Set;
import org.twinline.core.Require;

/**
 * Which corruptions are made.
 *
 * @param kinds at least one
 * @param perAnswer how many an answer gets at most, 1 to 100; where there are more kinds that fit,
 *     the seed chooses
 */
public record CorruptionSettings(Set<Corruption> kinds, int perAnswer, long seed) {
  private static final int MOST = 100;

  /** All kinds, as many as fit. */
  public static final CorruptionSettings DEFAULT =
      new CorruptionSettings(EnumSet.allOf(Corruption.class), Corruption.values().length, 17);

  public CorruptionSettings {
    Require.argument(!kinds.isEmpty(), "Cannot corrupt without a kind: name at least one");
    Require.argument(
        perAnswer >= 1 && perAnswer <= MOST,
        "illegal corruptions per answer: %s, must be between 1 and 100",
        perAnswer);
    kinds = Set.copyOf(kinds);
  }
}
