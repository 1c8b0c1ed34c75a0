package org.twinline.reward.djl;

import java.nio.file.Path;

/** The encoders, assembled once for all tests of the module. */
public final class TestEncoder {
  public static final Path DIRECTORY = Path.of("target", "encoders");

  private TestEncoder() {}

  /** The English encoder's card; the folder is made by the first caller. */
  public static synchronized EncoderCard english() {
    return EncoderAssembly.assemble(DIRECTORY, PinnedEncoder.EN);
  }

  /** The Chinese encoder's card; the folder is made by the first caller. */
  public static synchronized EncoderCard card() {
    return EncoderAssembly.assemble(DIRECTORY, PinnedEncoder.ZH);
  }
}
