package org.twinline.launcher.gate;

import java.util.Locale;

/**
 * How values are counted: plain mergeable histograms, which depend on neither order nor chance, as
 * randomised quantile sketches do.
 */
enum Bins {
  /** Values in [0,1], rounded to 1/200, so that 0, 1/2 and 1 are exact; off by at most 0.0025. */
  UNIT,
  /**
   * Whole numbers from 0, eight bins to an octave: exact below 16, above that off by at most 5 %.
   */
  LENGTH;

  private static final int STEPS = 200;
  private static final int PER_OCTAVE = 8;
  private static final int OCTAVES = 31;
  private static final double LN_2 = Math.log(2);

  /** How many bins there are. */
  int count() {
    return this == UNIT ? STEPS + 1 : OCTAVES * PER_OCTAVE + 1;
  }

  /** The bin of a value; values beyond the range go to its ends. */
  int of(double value) {
    if (this == UNIT) {
      return (int) Math.round(Math.min(1, Math.max(0, value)) * STEPS);
    }
    if (value < 1) {
      return 0;
    }
    int bin = 1 + (int) Math.floor(Math.log(value) / LN_2 * PER_OCTAVE + 1e-9);
    return Math.min(count() - 1, bin);
  }

  /** The value that stands for a bin: its middle. */
  double value(int bin) {
    if (this == UNIT) {
      return (double) bin / STEPS;
    }
    if (bin == 0) {
      return 0;
    }
    double low = Math.ceil(edge(bin) - 1e-6);
    double high = Math.ceil(edge(bin + 1) - 1e-6) - 1;
    return high < low ? low : (low + high) / 2;
  }

  private static double edge(int bin) {
    return Math.pow(2, (bin - 1) / (double) PER_OCTAVE);
  }

  /** The word in baselines. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
