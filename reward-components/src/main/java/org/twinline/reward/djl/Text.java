package org.twinline.reward.djl;

import org.twinline.core.Require;

/**
 * A text to encode.
 *
 * @param maximumTokens what is kept of it, with both special tokens; more is cut and counted
 * @param truncation which end is cut
 */
public record Text(String content, int maximumTokens, Truncation truncation) {

  /** Which end of a text over the limit is dropped. */
  public enum Truncation {
    /** The beginning stays. */
    RIGHT,
    /** The end stays. */
    LEFT
  }

  public Text {
    Require.argument(
        maximumTokens >= 3, "illegal maximum of tokens: %s, must be at least 3", maximumTokens);
  }
}
