package org.twinline.launcher.report;

import java.util.Locale;

/** How far something moved from the other run to this one, with its sign. */
final class Change {
  private static final String SAME = "=";

  private Change() {}

  /** {@code +12}, {@code −3}, {@code =}. */
  static String count(long here, long there) {
    return signed(here - there, Numbers.count(Math.abs(here - there)));
  }

  /** The change of a share in percentage points, {@code +1.2 pp}; {@code –} of nothing. */
  static String share(long here, long hereOf, long there, long thereOf) {
    if (hereOf <= 0 || thereOf <= 0) {
      return "–";
    }
    double points = 100.0 * here / hereOf - 100.0 * there / thereOf;
    if (points == 0) {
      return SAME;
    }
    double size = Math.abs(points);
    return signed(points, (size < 0.05 ? "<0.1" : Numbers.coordinate(round(size))) + " pp");
  }

  /** The change of a mean in [0,1], {@code +0.012}. */
  static String mean(double here, double there) {
    double by = here - there;
    double size = Math.abs(by);
    return size < 1e-12
        ? SAME
        : signed(by, size < 0.0005 ? "<0.001" : String.format(Locale.ROOT, "%.3f", size));
  }

  private static double round(double points) {
    return Math.round(points * 10) / 10.0;
  }

  private static String signed(double by, String size) {
    return by == 0 ? SAME : (by > 0 ? "+" : "−") + size;
  }
}
