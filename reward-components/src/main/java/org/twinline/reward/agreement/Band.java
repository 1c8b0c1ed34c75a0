package org.twinline.reward.agreement;

import java.util.OptionalDouble;
import org.twinline.core.Require;
import org.twinline.core.verdict.Decision;

/**
 * From which score on an answer is accepted, and up to which it is rejected; what is between is
 * unsure.
 *
 * @param accept the least score that is accepted, in [0,1]; empty where none is
 * @param reject the greatest score that is rejected, in [0,1] and at most {@code accept}; empty
 *     where none is. A score that equals both is accepted.
 */
public record Band(OptionalDouble accept, OptionalDouble reject) {

  /** Nothing is decided. */
  public static final Band NONE = new Band(OptionalDouble.empty(), OptionalDouble.empty());

  public Band {
    accept.ifPresent(a -> Require.inRange("accept", a, 0, 1));
    reject.ifPresent(r -> Require.inRange("reject", r, 0, 1));
    Require.argument(
        accept.isEmpty() || reject.isEmpty() || reject.getAsDouble() <= accept.getAsDouble(),
        "illegal reject: %s, must be at most accept (%s)",
        reject.orElse(0),
        accept.orElse(1));
  }

  /** A band with both thresholds. */
  public static Band of(double accept, double reject) {
    return new Band(OptionalDouble.of(accept), OptionalDouble.of(reject));
  }

  Decision decide(double score) {
    if (accept.isPresent() && score >= accept.getAsDouble()) {
      return Decision.ACCEPT;
    }
    return reject.isPresent() && score <= reject.getAsDouble() ? Decision.REJECT : Decision.UNSURE;
  }
}
