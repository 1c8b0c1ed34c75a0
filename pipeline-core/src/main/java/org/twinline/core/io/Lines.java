package org.twinline.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Line numbers, computed when shown. */
public final class Lines {
  private Lines() {}

  /**
   * The number of the line, counted from 1, that holds a byte of a local file. Reads the file up to
   * there.
   *
   * @param offset in the decompressed content; beyond the end it is the last line
   * @throws UnreadableInput if the file cannot be read
   * @throws IOException if the compressed stream breaks before the offset
   */
  public static long number(Path path, long offset) throws IOException {
    InputFile file = InputFile.of(path);
    try (InputStream stored = Files.newInputStream(path);
        InputStream content = file.compression().open(stored)) {
      byte[] block = new byte[65_536];
      long left = offset;
      long number = 1;
      while (left > 0) {
        int count = content.read(block, 0, (int) Math.min(left, block.length));
        if (count < 0) {
          break;
        }
        for (int i = 0; i < count; i++) {
          number += block[i] == '\n' ? 1 : 0;
        }
        left -= count;
      }
      return number;
    }
  }
}
