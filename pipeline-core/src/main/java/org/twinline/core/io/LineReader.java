package org.twinline.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.twinline.core.Require;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.Limits;

/**
 * The lines of a file with their byte offsets.
 *
 * <p>Lines end with LF or CRLF; the last may have no ending. Lines of nothing but spaces and tabs
 * are skipped. A byte order mark at the very start of the content is dropped; anywhere else it is
 * data, which makes the line a dead letter when it is parsed. Memory is bounded by {@link
 * Limits#lineBytes} whatever the content.
 */
public final class LineReader {
  // A decompressor that fails loses what the failing call had produced; small calls lose little.
  private static final int COMPRESSED_BLOCK = 4_096;
  private static final int PLAIN_BLOCK = 65_536;

  private final Limits limits;

  private LineReader(Limits limits) {
    this.limits = limits;
  }

  /** A reader; stateless and thread-safe. */
  public static LineReader within(Limits limits) {
    return new LineReader(limits);
  }

  /**
   * Reads a whole file. A compressed stream that breaks gives one {@link
   * DeadLetterCode#TRUNCATED_STREAM} or {@link DeadLetterCode#CORRUPT_STREAM} and ends the file; a
   * line it broke in is not emitted.
   *
   * @param stored the bytes as stored; not closed
   * @throws IOException if reading the stored bytes or the sink fails
   */
  public void read(InputStream stored, Compression compression, LineSink sink) throws IOException {
    LineSplitter splitter = new LineSplitter(sink, limits.lineBytes(), 0);
    byte[] block = new byte[compression == Compression.NONE ? PLAIN_BLOCK : COMPRESSED_BLOCK];
    // Opening reads the first header, which may be damaged too.
    try (Blocks blocks = new Blocks(stored, compression)) {
      int count;
      while ((count = blocks.next(block)) > 0) {
        splitter.feed(block, count, Long.MAX_VALUE);
      }
      splitter.end();
    } catch (Blocks.Broken e) {
      sink.malformed(splitter.lineStart(), e.fault(splitter.lineBytes()));
    }
  }

  /**
   * Reads the lines of a plain file that start in [start, end). Slices that cover a file give
   * exactly the lines of the file.
   *
   * @throws IOException if reading or the sink fails
   */
  public void readSlice(SeekableByteChannel channel, long start, long end, LineSink sink)
      throws IOException {
    Require.argument(
        start >= 0 && start <= end, "illegal slice: [%s, %s), must be a range", start, end);
    if (start == end) {
      return;
    }
    byte[] block = new byte[PLAIN_BLOCK];
    long first = start == 0 ? 0 : firstLine(channel, start, end, block);
    if (first < 0) {
      return;
    }
    channel.position(first);
    LineSplitter splitter = new LineSplitter(sink, limits.lineBytes(), first);
    int count;
    while ((count = fill(channel, block)) > 0) {
      if (!splitter.feed(block, count, end)) {
        return;
      }
    }
    splitter.end();
  }

  /** Where the first line at or after {@code start} starts, -1 where none does before the end. */
  private static long firstLine(SeekableByteChannel channel, long start, long end, byte[] block)
      throws IOException {
    // The byte before decides whether a line starts exactly at the border.
    long position = start - 1;
    channel.position(position);
    int count;
    while (position < end - 1 && (count = fill(channel, block)) > 0) {
      for (int i = 0; i < count; i++) {
        if (block[i] == '\n') {
          return position + i + 1 < end ? position + i + 1 : -1;
        }
      }
      position += count;
    }
    return -1;
  }

  private static int fill(SeekableByteChannel channel, byte[] block) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // Until the block is full or the file ends.
    }
    return buffer.position();
  }
}
