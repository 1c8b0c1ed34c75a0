package org.twinline.core.io;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.twinline.core.Require;

/**
 * A part of an input file that is read in one go: the lines that start in [start, end).
 *
 * @param file index in the job's input list
 */
public record Slice(int file, InputFile input, long start, long end) implements Serializable {
  /** Large plain files are cut into slices of this size. */
  public static final long BYTES = 16L << 20;

  public Slice {
    Require.argument(
        start >= 0 && start <= end, "illegal slice: [%s, %s), must be a range", start, end);
  }

  /** The slices of all files; compressed files are one slice each. */
  public static List<Slice> of(List<InputFile> inputs) {
    List<Slice> slices = new ArrayList<>();
    for (int file = 0; file < inputs.size(); file++) {
      InputFile input = inputs.get(file);
      if (!input.splittable()) {
        slices.add(new Slice(file, input, 0, input.size()));
        continue;
      }
      for (long start = 0; start < input.size(); start += BYTES) {
        slices.add(new Slice(file, input, start, Math.min(input.size(), start + BYTES)));
      }
    }
    return slices;
  }
}
