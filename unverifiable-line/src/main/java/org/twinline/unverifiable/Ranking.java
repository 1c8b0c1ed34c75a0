package org.twinline.unverifiable;

import java.io.Serializable;
import org.twinline.core.Require;

/**
 * How answers of a question become pairs and best answers.
 *
 * @param margin least difference of reward between chosen and rejected, in [0,1]
 * @param minReward least reward of a best answer or of the chosen side, in [0,1]
 * @param perQuestion pairs of a question at most, at least 1
 * @param seed decides which groups are shown in the report
 */
public record Ranking(double margin, double minReward, int perQuestion, long seed)
    implements Serializable {
  public Ranking {
    Require.inRange("margin", margin, 0, 1);
    Require.inRange("min_reward", minReward, 0, 1);
    Require.argument(perQuestion >= 1, "illegal per_question: %s, must be ≥ 1", perQuestion);
  }
}
