package org.twinline.reward.rule.quantity;

/**
 * A number as written.
 *
 * @param value finite
 * @param place half of the last written decimal place, 0 where the number is exact (words,
 *     fractions)
 * @param over the number below the fraction bar or behind the colon, 0 where there is none
 * @param words whether it is written in words, which may be part of a name
 * @param scaled whether 万, 亿, million or the like follows, which a range shares
 * @param end where it ends in the text
 */
record Numeral(double value, double place, double over, boolean words, double scaled, int end) {
  /** What is larger is no number anybody states. */
  static final double GREATEST = 1e200;

  static Numeral word(double value, int end) {
    return new Numeral(value, 0, 0, true, 1, end);
  }

  Numeral times(double scale, int newEnd) {
    return new Numeral(value * scale, place * scale, over, words, scaled * scale, newEnd);
  }

  Numeral plus(double part, int newEnd) {
    return new Numeral(value + part, 0, over, words, scaled, newEnd);
  }

  /** The value, a fraction divided. */
  double quotient() {
    return over == 0 ? value : value / over;
  }
}
