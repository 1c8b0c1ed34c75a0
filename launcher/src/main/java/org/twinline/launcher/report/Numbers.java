package org.twinline.launcher.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written for people: locale-free, at most three significant digits of a score. */
final class Numbers {
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);
  private static final MathContext THREE_DOWN = new MathContext(3, RoundingMode.DOWN);
  private static final String[] BINARY = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Numbers() {}

  /** {@code 12,345}. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** At most three significant digits; what is below 1 never becomes 1. */
  static String score(double value) {
    if (!Double.isFinite(value)) {
      return "not a number";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    if (Math.abs(value) >= 1000) {
      return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
    if (Math.abs(value) < 0.0005) {
      return "under 0.001";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded = exact.round(THREE);
    if (Math.abs(value) < 1 && rounded.abs().compareTo(BigDecimal.ONE) >= 0) {
      rounded = exact.round(THREE_DOWN);
    }
    return rounded
        .setScale(Math.min(3, Math.max(0, rounded.scale())), RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A share in percent, one decimal; {@code –} of nothing. */
  static String percent(long part, long whole) {
    if (whole <= 0) {
      return "–";
    }
    double share = 100.0 * part / whole;
    if (part > 0 && share < 0.05) {
      return "< 0.1 %";
    }
    if (part < whole && share >= 99.95) {
      return "> 99.9 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", share);
  }

  /** {@code 120 KiB}. */
  static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    double value = bytes;
    int unit = -1;
    while (value >= 1023.5 && unit < BINARY.length - 1) {
      value /= 1024;
      unit++;
    }
    return score(value) + " " + BINARY[unit];
  }

  /** {@code 31.2 s}, {@code 4 min 12 s}, {@code 2 h 5 min}. */
  static String duration(double seconds) {
    if (seconds < 100) {
      return score(seconds) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** A coordinate: at most three decimals. */
  static String coordinate(double value) {
    return new BigDecimal(value)
        .setScale(3, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A coordinate in percent of the figure's width. */
  static String across(double fraction) {
    return coordinate(100 * fraction) + "%";
  }
}
