package org.twinline.reward.djl;

/**
 * A text's vector. Not copied: whoever gets one must not write to {@code vector}.
 *
 * @param tokens of the whole text, with both special tokens
 * @param cutTokens how many of them were over the limit and not read
 */
@SuppressWarnings("ArrayRecordComponent") // Plain numbers on purpose; never compared.
public record Encoded(float[] vector, int tokens, int cutTokens) {

  /** Whether all numbers of the vector are finite. */
  boolean finite() {
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
