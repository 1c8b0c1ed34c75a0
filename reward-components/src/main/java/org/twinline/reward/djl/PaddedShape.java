package org.twinline.reward.djl;

/**
 * The fixed shapes of batches: each holds at most 1,024 padded tokens. A text's shape depends on
 * its own length alone and a short batch is filled with dummy rows, so the arithmetic of a row, and
 * with it the last bit of its vector, does not depend on its neighbours.
 */
enum PaddedShape {
  TOKENS_16(16),
  TOKENS_24(24),
  TOKENS_32(32),
  TOKENS_40(40),
  TOKENS_48(48),
  TOKENS_56(56),
  TOKENS_64(64),
  TOKENS_80(80),
  TOKENS_96(96),
  TOKENS_112(112),
  TOKENS_128(128),
  TOKENS_160(160),
  TOKENS_192(192),
  TOKENS_224(224),
  TOKENS_256(256),
  TOKENS_320(320),
  TOKENS_384(384),
  TOKENS_448(448),
  TOKENS_512(512);

  private static final int PADDED_TOKENS = 1_024;

  private final int tokens;

  PaddedShape(int tokens) {
    this.tokens = tokens;
  }

  int tokens() {
    return tokens;
  }

  int rows() {
    return PADDED_TOKENS / tokens;
  }

  /** The smallest shape that holds a text of so many tokens. */
  static PaddedShape of(int length) {
    for (PaddedShape shape : values()) {
      if (length <= shape.tokens) {
        return shape;
      }
    }
    throw new IllegalArgumentException(
        "illegal number of tokens: %d, must be at most %d".formatted(length, TOKENS_512.tokens));
  }
}
