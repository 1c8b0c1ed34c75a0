package org.twinline.reward.djl;

import org.twinline.core.Require;

/** Which encoder a bundle's head was trained on: its folder's name and the hashes of its files. */
public record EncoderRef(String name, EncoderCard.Hashes files) {
  public EncoderRef {
    Require.argument(
        ModelFiles.isName(name),
        "illegal encoder name: '%s', must be letters, digits and . _ -, not a path",
        name);
  }
}
