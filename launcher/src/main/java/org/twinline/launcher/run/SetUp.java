package org.twinline.launcher.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.reward.djl.EncoderAssembly;
import org.twinline.reward.djl.UnusableModel;
import org.twinline.terminology.TerminologyBuilder;
import org.twinline.terminology.TerminologyException;

/**
 * What an installation needs once: the encoder assembled from its Maven artifact and the samples'
 * terminology built. Both lie below {@code launcher/target/twinline}.
 */
final class SetUp {
  private static final String HOME = "twinline.home";

  private SetUp() {}

  /** The installation's root. */
  static Path home() {
    return Path.of(System.getProperty(HOME, "."));
  }

  /** Where assembled encoders lie. */
  static Path encoders() {
    return home().resolve("launcher/target/twinline/encoders");
  }

  /** Where the samples' terminology lies. */
  static Path terminology() {
    return home().resolve("launcher/target/twinline/terminology");
  }

  /** Makes what is missing, with a line for each. */
  static void prepare(PrintStream err) {
    try {
      if (!Files.exists(encoders().resolve(EncoderAssembly.NAME).resolve("encoder.json"))) {
        err.println("twinline: assembling the encoder " + EncoderAssembly.NAME);
        EncoderAssembly.assemble(encoders());
      }
      if (!Files.exists(terminology().resolve("index.json"))) {
        err.println("twinline: building the samples' terminology");
        Path samples = home().resolve("samples/terminology");
        TerminologyBuilder.of(TerminologyCommands.tables(samples)).write(terminology());
      }
    } catch (UnusableModel | TerminologyException | IOException e) {
      throw new Failure(
          ExitCode.USAGE,
          "set-up failed: " + e.getMessage(),
          "delete " + home().resolve("launcher/target/twinline") + " and start again",
          e);
    }
  }
}
