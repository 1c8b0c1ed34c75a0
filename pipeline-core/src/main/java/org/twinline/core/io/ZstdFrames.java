package org.twinline.core.io;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The content of concatenated Zstandard frames.
 *
 * <p>zstd-jni's own stream ends without a word where a frame after the first is cut short while in
 * its buffer (1.5.6: it forgets that a new frame began); here a frame that is not complete at the
 * end of the input is an error. The window is bounded by the library's default, 2^27 bytes.
 */
final class ZstdFrames extends InputStream {
  private static final int BLOCK = 1 << 16;

  private final InputStream stored;
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final byte[] block = new byte[BLOCK];
  private final ByteBuffer compressed = ByteBuffer.allocateDirect(BLOCK).flip();
  private final ByteBuffer content = ByteBuffer.allocateDirect(BLOCK).flip();
  private boolean insideFrame = true;
  private boolean ended;

  ZstdFrames(InputStream stored) {
    this.stored = stored;
  }

  @Override
  public int read() throws IOException {
    return fill() ? content.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, content.remaining());
    content.get(buffer, offset, count);
    return count;
  }

  /** Makes content available; false at the end. */
  private boolean fill() throws IOException {
    while (!content.hasRemaining()) {
      if (!compressed.hasRemaining() && !ended) {
        int count = stored.read(block);
        ended = count < 0;
        compressed.clear().put(block, 0, Math.max(count, 0)).flip();
      }
      // Content may be left in the decoder after all its input was taken.
      if (ended && !insideFrame) {
        return false;
      }
      int before = compressed.remaining();
      decompress();
      if (ended && before == 0 && !content.hasRemaining() && insideFrame) {
        throw new EOFException("Truncated Zstandard frame");
      }
    }
    return true;
  }

  private void decompress() throws IOException {
    content.clear();
    try {
      boolean taken = compressed.hasRemaining();
      boolean complete = context.decompressDirectByteBufferStream(content, compressed);
      insideFrame = !complete && (taken || insideFrame);
    } catch (ZstdException e) {
      throw new IOException("Zstandard data is corrupt", e);
    } finally {
      content.flip();
    }
  }

  @Override
  public void close() throws IOException {
    context.close();
    stored.close();
  }
}
