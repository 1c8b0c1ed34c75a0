package org.twinline.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file is compressed: by its first bytes, which must agree with its name. */
public enum Compression {
  NONE,
  /** Members may be concatenated; all are read. */
  GZIP,
  /** Frames may be concatenated; all are read. */
  ZSTD;

  /** Bytes of a file that {@link #of} wants to see. */
  public static final int HEAD_BYTES = 8;

  /**
   * The compression of a file.
   *
   * @param name the path or URI, for its extension: {@code .gz}, {@code .gzip}, {@code .zst},
   *     {@code .zstd}, anything else is not compressed
   * @param head the first {@link #HEAD_BYTES} bytes, fewer where the file is shorter
   * @throws UnreadableInput if name and content disagree, or the content is not text at all
   */
  public static Compression of(String name, byte[] head) throws UnreadableInput {
    String lower = name.toLowerCase(Locale.ROOT);
    Compression named = NONE;
    if (lower.endsWith(".gz") || lower.endsWith(".gzip")) {
      named = GZIP;
    } else if (lower.endsWith(".zst") || lower.endsWith(".zstd")) {
      named = ZSTD;
    }
    String found = content(head);
    String expected =
        switch (named) {
          case NONE -> "text";
          case GZIP -> "gzip";
          case ZSTD -> "Zstandard";
        };
    if (!found.equals(expected) && !(named == NONE && head.length == 0)) {
      throw new UnreadableInput(
          "Cannot read "
              + name
              + ": by its name it is "
              + expected
              + ", by its first bytes it is "
              + found
              + "; rename or convert it");
    }
    return named;
  }

  private static String content(byte[] head) {
    String hex = HexFormat.of().formatHex(head);
    if (hex.startsWith("1f8b")) {
      return "gzip";
    }
    // Skippable frames (0x184D2A50 to 5F) may come first, as pzstd writes them.
    if (hex.startsWith("28b52ffd") || hex.matches("5.2a4d18.*")) {
      return "Zstandard";
    }
    if (hex.startsWith("50415231")) {
      return "Parquet";
    }
    if (hex.startsWith("504b0304")) {
      return "a zip archive";
    }
    if (hex.startsWith("425a68")) {
      return "bzip2";
    }
    if (hex.startsWith("fd377a585a00")) {
      return "xz";
    }
    if (hex.startsWith("fffe") || hex.startsWith("feff")) {
      return "UTF-16";
    }
    return head.length == 0 ? "empty" : "text";
  }

  /**
   * The decompressed content.
   *
   * @throws IOException if a header is damaged or reading fails
   */
  InputStream open(InputStream raw) throws IOException {
    return switch (this) {
      case NONE -> raw;
      case GZIP -> new GzipCompressorInputStream(raw, true);
      case ZSTD -> new ZstdFrames(raw);
    };
  }
}
