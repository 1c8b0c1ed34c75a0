package org.twinline.core.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers whether reading the stored bytes failed, whatever a decompressor makes of it. */
final class SourceStream extends FilterInputStream {
  private @Nullable IOException failure;

  SourceStream(InputStream in) {
    super(in);
  }

  /** Throws what the stored bytes' own stream threw, if it did. */
  void rethrowFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** The stored bytes belong to the caller. */
  @Override
  public void close() {}
}
