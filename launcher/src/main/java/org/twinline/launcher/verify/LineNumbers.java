package org.twinline.launcher.verify;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.twinline.core.io.InputFile;

/**
 * Line numbers of rising byte offsets, counted from 1, in one pass over the file that begins when
 * the first is asked for.
 */
final class LineNumbers implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  private final InputFile input;
  private final byte[] block = new byte[BLOCK];
  private @Nullable InputStream content;
  private long offset;
  private long number = 1;

  LineNumbers(InputFile input) {
    this.input = input;
  }

  /** The number of the line that holds a byte; empty where a compressed file breaks before it. */
  OptionalLong at(long wanted) {
    try {
      InputStream in = content == null ? open() : content;
      content = in;
      while (offset < wanted) {
        int count = in.read(block, 0, (int) Math.min(block.length, wanted - offset));
        if (count < 0) {
          return OptionalLong.empty();
        }
        for (int i = 0; i < count; i++) {
          number += block[i] == '\n' ? 1 : 0;
        }
        offset += count;
      }
      return OptionalLong.of(number);
    } catch (IOException e) {
      // The file was read once already: only a damaged stream ends here.
      return OptionalLong.empty();
    }
  }

  private InputStream open() throws IOException {
    InputStream stored = Files.newInputStream(Path.of(input.path()));
    return switch (input.compression()) {
      case NONE -> stored;
      case GZIP -> new GzipCompressorInputStream(new BufferedInputStream(stored), true);
      case ZSTD -> new ZstdInputStream(new BufferedInputStream(stored));
    };
  }

  @Override
  public void close() throws IOException {
    if (content != null) {
      content.close();
    }
  }
}
