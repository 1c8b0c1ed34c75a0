package org.twinline.core.dataset;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** How shards are compressed. */
public enum ShardCompression {
  NONE(".jsonl"),
  GZIP(".jsonl.gz"),
  ZSTD(".jsonl.zst");

  private final String extension;

  ShardCompression(String extension) {
    this.extension = extension;
  }

  /** The file extension, with its dot. */
  public String extension() {
    return extension;
  }

  /** Wraps a stream; closing the result closes {@code out}. */
  OutputStream compress(OutputStream out) throws IOException {
    return switch (this) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out, 1 << 16);
      case ZSTD -> new ZstdOutputStream(out);
    };
  }
}
