package org.twinline.terminology.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.twinline.terminology.TerminologyException;

/**
 * Bytes that are collected in pieces: growing never copies what is there already.
 *
 * <p>At most 2 GiB, which is what a file of sections can hold.
 */
final class Bytes extends OutputStream {
  private static final int PIECE = 1 << 20;

  private final String what;
  private final List<byte[]> pieces = new ArrayList<>();
  private long size;

  /**
   * Nothing yet.
   *
   * @param what what the bytes are, for the message where they are too many
   */
  Bytes(String what) {
    this.what = what;
  }

  @Override
  public void write(int value) {
    reserve(1);
    pieces.get(pieces.size() - 1)[(int) (size++ % PIECE)] = (byte) value;
  }

  @Override
  public void write(byte[] values, int offset, int length) {
    int done = 0;
    while (done < length) {
      reserve(length - done);
      int at = (int) (size % PIECE);
      int part = Math.min(length - done, PIECE - at);
      System.arraycopy(values, offset + done, pieces.get(pieces.size() - 1), at, part);
      done += part;
      size += part;
    }
  }

  /** Makes room for at least one more byte. */
  private void reserve(int wanted) {
    if (size + wanted > Integer.MAX_VALUE) {
      throw new TerminologyException(
          "Cannot write the %s: more than %d bytes; build the terminology from fewer sources"
              .formatted(what, Integer.MAX_VALUE));
    }
    if (size % PIECE == 0) {
      pieces.add(new byte[PIECE]);
    }
  }

  @Override
  public void write(byte[] values) {
    write(values, 0, values.length);
  }

  /** How many bytes there are. */
  int size() {
    return (int) size;
  }

  void writeTo(SectionOutput out) throws IOException {
    long left = size;
    for (byte[] piece : pieces) {
      out.put(piece, 0, (int) Math.min(left, PIECE));
      left -= PIECE;
    }
  }
}
