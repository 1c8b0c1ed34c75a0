package org.twinline.core.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.twinline.core.io.Storage;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.ledger.Tally;
import org.twinline.core.ledger.TallyCodec;

/** The account a pipeline leaves in its staging folder for the commit. */
public final class TallyFile {
  private static final String NAME = "account.json";

  private TallyFile() {}

  /** Writes the account; a retried worker replaces it by an equal one. */
  public static void write(String staging, Tally tally) throws IOException {
    String location = Storage.below(staging, NAME);
    Storage.of(location).publish(location, TallyCodec.INSTANCE.toBytes(tally));
  }

  /**
   * Reads the account.
   *
   * @throws java.nio.file.NoSuchFileException if the pipeline did not finish
   */
  public static Tally read(String staging) throws IOException {
    String location = Storage.below(staging, NAME);
    try (InputStream in = Channels.newInputStream(Storage.of(location).open(location))) {
      return TallyCodec.INSTANCE.fromBytes(in.readAllBytes());
    } catch (MalformedRecord e) {
      throw new IOException("Cannot read " + location + ": " + e.getMessage(), e);
    }
  }
}
