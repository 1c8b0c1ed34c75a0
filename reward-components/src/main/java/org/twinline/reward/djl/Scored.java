package org.twinline.reward.djl;

import java.util.List;
import org.twinline.core.verdict.Score;

/**
 * What bundles say of a triple.
 *
 * @param scores in the order of bundles and dimensions
 * @param failed names of the bundles that gave a number that is not finite, and so no score
 */
public record Scored(List<Score> scores, List<String> failed) {
  public Scored {
    scores = List.copyOf(scores);
    failed = List.copyOf(failed);
  }
}
