package org.twinline.launcher.job;

import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;

/**
 * The records to read.
 *
 * @param files files and patterns, as written in the job file
 * @param mapping present exactly where the format is {@link Format#MAPPING}
 */
public record Input(List<String> files, Format format, Optional<Mapping> mapping, Limits limits) {

  public Input {
    files = List.copyOf(files);
    Require.argument(!files.isEmpty(), "input.files is empty, must have at least 1");
    Require.argument(
        format != Format.MAPPING || mapping.isPresent(),
        "input.mapping is missing; input.format: mapping needs it");
    Require.argument(
        format == Format.MAPPING || mapping.isEmpty(),
        "input.mapping is given but input.format is %s; only input.format: mapping reads it",
        format.word());
  }

  /** The form of a record. */
  public enum Format {
    AUTO,
    CANONICAL,
    MESSAGES,
    SHAREGPT,
    ALPACA,
    PREFERENCE,
    MAPPING;

    /** The word in the job file. */
    public String word() {
      return Word.of(this, '-');
    }
  }

  /**
   * Bounds on one record.
   *
   * @param lineBytes the longest line, 1 KiB to 1 GiB
   * @param nesting the deepest nesting of JSON, 4 to 900
   */
  public record Limits(Size lineBytes, int nesting) {
    public static final Limits DEFAULT = new Limits(Size.parse("16MiB"), 64);

    public Limits {
      Require.argument(
          lineBytes.bytes() >= 1 << 10 && lineBytes.bytes() <= 1 << 30,
          "illegal input.limits.line_bytes: %s, must be between 1KiB and 1GiB",
          lineBytes);
      Require.argument(
          nesting >= 4 && nesting <= 900,
          "illegal input.limits.nesting: %s, must be between 4 and 900",
          nesting);
    }
  }
}
