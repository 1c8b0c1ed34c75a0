package org.twinline.core.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.ledger.Tally;
import org.twinline.core.ledger.TallyCodec;

/** The account a pipeline leaves in its staging folder for the commit. */
public final class TallyFile {
  private static final String NAME = "account.json";

  private TallyFile() {}

  /** Writes the account; a retried worker replaces it by an equal one. */
  public static void write(Path staging, Tally tally) throws IOException {
    Files.createDirectories(staging);
    Path fresh = staging.resolve(NAME + "." + UUID.randomUUID());
    Files.write(fresh, TallyCodec.INSTANCE.toBytes(tally));
    Files.move(fresh, staging.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads the account.
   *
   * @throws java.nio.file.NoSuchFileException if the pipeline did not finish
   */
  public static Tally read(Path staging) throws IOException {
    try {
      return TallyCodec.INSTANCE.fromBytes(Files.readAllBytes(staging.resolve(NAME)));
    } catch (MalformedRecord e) {
      throw new IOException("Cannot read " + staging.resolve(NAME) + ": " + e.getMessage(), e);
    }
  }
}
