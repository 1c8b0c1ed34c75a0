package org.twinline.launcher.gate;

import java.util.Locale;

/** By what a run is cut into slices. */
enum SliceBy {
  TASK,
  LANGUAGE,
  /** The ICD-10 chapter of the first coded reference. */
  CHAPTER,
  /** The input file. */
  SOURCE;

  /** The word in gate files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
