package org.twinline.reward.rule.quantity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in digits: signs, groups of three, decimals, powers of ten, fractions and ratios. */
final class Digits {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:(\\d{1,3}(?:,\\d{3})+(?!\\d|,\\d)|\\d++)(\\.\\d++)?|(\\.\\d++))");
  private static final Pattern POWER =
      Pattern.compile(
          "[eE]([-+]?\\d{1,4})(?![\\d\\p{L}])"
              + "|\\s?[×xX*·]\\s?10(?:\\s?\\^\\s?\\(?([-+]?\\d{1,3})\\)?|(\\d{1,2})(?=/[A-Za-zμ]))");
  private static final Pattern BARE_POWER = Pattern.compile("10\\^([-+]?\\d{1,3})");
  private static final Pattern MIXED = Pattern.compile("\\s(\\d{1,3})/(\\d{1,3})(?![\\d/])");
  private static final Pattern SCALE =
      Pattern.compile(
          "\\s?(万亿|亿|千万|百万|十万|万|千(?![克米卡焦帕伏瓦])|(?:thousand|million|billion)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OVER =
      Pattern.compile("\\s?(?:/|:|比|分之)\\s?(\\d{1,9}(?:\\.\\d{1,6})?)(?![\\d:/])");
  private static final int LONGEST = 400;

  private final String text;

  Digits(String text) {
    this.text = text;
  }

  /** The number that begins at a digit, a sign or a point; empty beyond the range of numbers. */
  Optional<Numeral> read(int from) {
    Matcher power = BARE_POWER.matcher(text).region(from, text.length());
    if (power.lookingAt()) {
      return finite(new Numeral(ten(power.group(1)), 0, 0, false, 1, power.end()));
    }
    Matcher number = NUMBER.matcher(text).region(from, text.length());
    if (!number.lookingAt() || number.end() - from > LONGEST) {
      return Optional.empty();
    }
    String decimals = number.group(3) == null ? number.group(2) : number.group(3);
    int places = decimals == null ? 0 : decimals.length() - 1;
    double value = Double.parseDouble(number.group().replace(",", ""));
    Numeral one = new Numeral(value + 0.0, 0.5 * Math.pow(10, -places), 0, false, 1, number.end());
    boolean whole = places == 0;
    return finite(whole && fraction(one).isPresent() ? fraction(one).get() : scaled(one));
  }

  /** Where the digits that begin here end, whatever their number. */
  int skip(int from) {
    Matcher number = NUMBER.matcher(text).region(from, text.length());
    return number.lookingAt() ? number.end() : from + 1;
  }

  private Numeral scaled(Numeral number) {
    Numeral scaled = number;
    Matcher power = POWER.matcher(text).region(number.end(), text.length());
    if (power.lookingAt()) {
      // ×109/L is ×10⁹/L that lost its superscript.
      int group = power.group(1) != null ? 1 : power.group(2) != null ? 2 : 3;
      double ten = ten(power.group(group));
      scaled = new Numeral(number.value() * ten, number.place() * ten, 0, false, ten, power.end());
    }
    Matcher scale = SCALE.matcher(text).region(scaled.end(), text.length());
    if (scale.lookingAt()) {
      scaled = scaled.times(Words.scale(scale.group(1)), scale.end());
    }
    Matcher over = OVER.matcher(text).region(scaled.end(), text.length());
    if (scaled.end() == number.end() && over.lookingAt()) {
      double below = Double.parseDouble(over.group(1));
      return text.substring(number.end(), over.end()).contains("分之")
          ? new Numeral(below, 0, number.value(), false, 1, over.end())
          : new Numeral(number.value(), 0, below, false, 1, over.end());
    }
    return scaled;
  }

  /** A whole number and a fraction: 1 1/2. */
  private Optional<Numeral> fraction(Numeral whole) {
    Matcher mixed = MIXED.matcher(text).region(whole.end(), text.length());
    if (!mixed.lookingAt() || mixed.group(2).matches("0+")) {
      return Optional.empty();
    }
    double part = Double.parseDouble(mixed.group(1)) / Double.parseDouble(mixed.group(2));
    return part < 1 ? Optional.of(whole.plus(part, mixed.end())) : Optional.empty();
  }

  private static double ten(String exponent) {
    return Math.pow(10, Integer.parseInt(exponent));
  }

  private static Optional<Numeral> finite(Numeral numeral) {
    return Math.abs(numeral.value()) <= Numeral.GREATEST ? Optional.of(numeral) : Optional.empty();
  }
}
