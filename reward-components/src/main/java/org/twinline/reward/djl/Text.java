package org.twinline.reward.djl;

import org.twinline.core.Require;

/**
 * A text to encode.
 *
 * @param maximumTokens what is kept of it, or of a chunk, with both special tokens; more is cut and
 *     counted
 * @param truncation what becomes of a text over the limit
 */
public record Text(String content, int maximumTokens, Truncation truncation) {

  /** What becomes of a text over the limit. */
  public enum Truncation {
    /** The beginning stays. */
    RIGHT,
    /** The end stays. */
    LEFT,
    /**
     * Nothing is dropped up to {@link TextEncoder#MOST_CHUNKS} pieces of about equal size: each is
     * encoded on its own and the vector is their mean, weighted by tokens. Beyond, the end is cut.
     */
    CHUNKS
  }

  public Text {
    Require.argument(
        maximumTokens >= 3, "illegal maximum of tokens: %s, must be at least 3", maximumTokens);
  }
}
