package org.twinline.core.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.MalformedRecord;

/** Decompressed blocks of a file. Tells damaged content from a failing disk or network. */
final class Blocks implements AutoCloseable {
  /** The content does not decompress. */
  static final class Broken extends Exception {
    Broken(IOException cause) {
      super(cause);
    }

    /** The fault, in a line of which {@code column} bytes could be read. */
    MalformedRecord fault(long column) {
      String message = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
      return getCause() instanceof EOFException || message.contains("truncated")
          ? new MalformedRecord(
              DeadLetterCode.TRUNCATED_STREAM, "the compressed stream ends too early", column)
          : new MalformedRecord(
              DeadLetterCode.CORRUPT_STREAM, "the compressed stream does not decode", column);
    }
  }

  private final SourceStream stored;
  private final InputStream content;

  /**
   * Opens a file; {@code stored} stays open.
   *
   * @throws Broken if the first header is damaged
   */
  Blocks(InputStream stored, Compression compression) throws Broken, IOException {
    this.stored = new SourceStream(stored);
    try {
      content = compression.open(this.stored);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /**
   * Fills a block, all of it but for the last one.
   *
   * @return bytes read, 0 at the end
   */
  int next(byte[] block) throws Broken, IOException {
    try {
      return content.readNBytes(block, 0, block.length);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private Broken broken(IOException e) throws IOException {
    stored.rethrowFailure();
    return new Broken(e);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
