package org.twinline.core.io;

import java.io.IOException;
import java.util.Arrays;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.MalformedRecord;

/**
 * Cuts a stream of blocks into lines.
 *
 * <p>Holds at most one line up to the limit: the rest of a longer one is counted and dropped.
 * Doubling the pending buffer keeps the cost linear in the bytes.
 */
final class LineSplitter {
  private final LineSink sink;
  private final int limit;
  private byte[] pending = new byte[0];
  private int length;
  private boolean overlong;
  private long lineStart;
  private long position;

  /**
   * A splitter.
   *
   * @param position of the first byte that will be fed, which starts a line
   */
  LineSplitter(LineSink sink, int limit, long position) {
    this.sink = sink;
    this.limit = limit;
    this.position = position;
    this.lineStart = position;
  }

  /** Where the line that is being read starts. */
  long lineStart() {
    return lineStart;
  }

  /** Bytes of that line seen so far. */
  long lineBytes() {
    return position - lineStart;
  }

  /**
   * Takes the next block; stops early at the first line that starts at {@code stop} or later.
   *
   * @return whether lines that start before {@code stop} may follow
   */
  boolean feed(byte[] block, int count, long stop) throws IOException {
    int from = 0;
    if (position == 0 && count >= 3 && startsWithMark(block)) {
      from = 3;
      position = 3;
      lineStart = 3;
    }
    for (int i = from; i < count; i++) {
      if (block[i] == '\n') {
        append(block, from, i);
        position++;
        finish();
        from = i + 1;
        if (lineStart >= stop) {
          return false;
        }
      }
    }
    append(block, from, count);
    return true;
  }

  private static boolean startsWithMark(byte[] block) {
    return block[0] == (byte) 0xEF && block[1] == (byte) 0xBB && block[2] == (byte) 0xBF;
  }

  private void append(byte[] block, int from, int to) {
    int count = to - from;
    position += count;
    // One more byte than the limit may be the carriage return of the line ending.
    if (overlong || count > (long) limit + 1 - length) {
      overlong = true;
      length = 0;
      return;
    }
    if (length + count > pending.length) {
      int doubled = (int) Math.min((long) limit + 1, 2L * (length + count));
      pending = Arrays.copyOf(pending, Math.max(doubled, length + count));
    }
    System.arraycopy(block, from, pending, length, count);
    length += count;
  }

  /** The stream ended: what is pending is the last line. */
  void end() throws IOException {
    if (overlong || length > 0) {
      finish();
    }
  }

  private void finish() throws IOException {
    if (length > 0 && pending[length - 1] == '\r') {
      length--;
    }
    if (overlong || length > limit) {
      sink.malformed(
          lineStart,
          new MalformedRecord(
              DeadLetterCode.LINE_TOO_LONG,
              "longer than line_bytes = " + limit,
              MalformedRecord.UNKNOWN_COLUMN));
    } else if (!blank()) {
      sink.line(lineStart, Arrays.copyOf(pending, length));
    }
    overlong = false;
    length = 0;
    lineStart = position;
  }

  private boolean blank() {
    for (int i = 0; i < length; i++) {
      if (pending[i] != ' ' && pending[i] != '\t' && pending[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
