package org.twinline.terminology.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Writes little-endian values through one buffer outside the heap. */
final class SectionOutput {
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN);

  SectionOutput(FileChannel channel) {
    this.channel = channel;
  }

  /** The buffer with room for so many bytes. */
  ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  void put(byte[] values, int from, int to) throws IOException {
    for (int at = from; at < to; ) {
      int part = Math.min(to - at, room(1).remaining());
      buffer.put(values, at, part);
      at += part;
    }
  }

  /** Fills up to a multiple of eight bytes of the file. */
  void align() throws IOException {
    while ((channel.position() + buffer.position()) % 8 != 0) {
      room(1).put((byte) 0);
    }
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }
}
