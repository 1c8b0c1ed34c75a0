package org.twinline.core.io;

import java.io.IOException;
import org.twinline.core.json.MalformedRecord;

/** Takes what a {@link LineReader} finds, in the order of the file. */
public interface LineSink {
  /**
   * A line without its ending.
   *
   * @param offset of its first byte in the decompressed content
   */
  void line(long offset, byte[] line) throws IOException;

  /**
   * A line that is too long, or where a compressed stream broke.
   *
   * @param offset of the first byte of the line; for a broken stream the fault's column is the
   *     number of bytes of that line which could still be read, and nothing follows
   */
  void malformed(long offset, MalformedRecord fault) throws IOException;
}
