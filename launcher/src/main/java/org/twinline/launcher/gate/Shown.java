package org.twinline.launcher.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.twinline.launcher.report.Inert;

/** Numbers and names as people read them. */
final class Shown {
  private static final int LONGEST_ID = 80;
  private static final double WHOLE = 1e15;

  private Shown() {}

  /** Whole numbers whole, others with four digits that count. */
  static String number(double value) {
    if (!Double.isFinite(value) || Math.abs(value) >= WHOLE) {
      return value > 0 ? "∞" : value < 0 ? "−∞" : "0";
    }
    if (value == Math.rint(value)) {
      return String.valueOf((long) value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4, RoundingMode.HALF_UP));
    if (Math.abs(value) >= 1_000) {
      rounded = rounded.setScale(0, RoundingMode.HALF_UP);
    }
    return rounded.stripTrailingZeros().toPlainString();
  }

  /** An estimate with its interval where it has one. */
  static String estimate(Estimate figure) {
    boolean exact = figure.low() == figure.value() && figure.high() == figure.value();
    return number(figure.value())
        + (exact ? "" : " [" + number(figure.low()) + ", " + number(figure.high()) + "]");
  }

  /** A name that came from a record or a path: on one line, inert, not too long. */
  static String name(String raw) {
    String line = Inert.line(raw);
    int length = line.codePointCount(0, line.length());
    return length <= LONGEST_ID
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_ID)) + "…";
  }
}
