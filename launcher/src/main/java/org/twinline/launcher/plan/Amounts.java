package org.twinline.launcher.plan;

import java.util.Locale;

/** Numbers as people read them. */
final class Amounts {
  private Amounts() {}

  /** {@code 12.3 MiB}. */
  static String bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }

  /** {@code 45 s}, {@code 12 min}, {@code 3.5 h}. */
  static String seconds(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return seconds < 6000
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  /** A count with its thousands apart, rounded to two digits where it is an estimate. */
  static String count(long value, boolean exact) {
    if (exact || value < 100) {
      return String.format(Locale.ROOT, "%,d", value);
    }
    long step = (long) Math.pow(10, Math.floor(Math.log10((double) value)) - 1);
    return String.format(Locale.ROOT, "about %,d", Math.round((double) value / step) * step);
  }
}
