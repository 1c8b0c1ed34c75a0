package org.twinline.core.triple;

import org.twinline.core.Require;

/**
 * Where a record was read: the index of its file in the job's input list and the byte offset of its
 * first byte in the decompressed content. Line numbers are computed when shown.
 */
public record Place(int file, long offset) implements Comparable<Place> {
  public Place {
    Require.argument(file >= 0, "illegal file index: %s, must not be negative", file);
    Require.argument(offset >= 0, "illegal byte offset: %s, must not be negative", offset);
  }

  @Override
  public int compareTo(Place other) {
    int byFile = Integer.compare(file, other.file);
    return byFile != 0 ? byFile : Long.compare(offset, other.offset);
  }

  @Override
  public String toString() {
    return file + "@" + offset;
  }
}
