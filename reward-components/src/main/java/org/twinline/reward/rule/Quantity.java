package org.twinline.reward.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number with its unit as written, normalised; no unit is the empty string. */
record Quantity(double value, String unit) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{IsLatin}\\d.])([-+−]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[-+−]?\\.\\d+)"
              + "(?:\\s*(?:[eE]|[×xX*]\\s*10\\s*\\^?)\\s*([-+−]?\\d{1,3}))?"
              + "\\s*(%|‰|°C|℃|[\\p{IsLatin}μµ°]+(?:[·*/^.]?[\\p{IsLatin}μµ\\d^²³⁻⁰¹-]+)*"
              + "|[毫微纳千]?[克升米摩]+(?:/[\\p{IsHan}\\p{IsLatin}]+)?|个?(?:月|小时|星期)|[岁年周天日次倍度分秒支片粒滴单位]+(?:/[\\p{IsHan}]+)?)?");

  private static final Pattern PER = Pattern.compile("\\s*(?:\\bper\\b|每)\\s*");

  /** Chinese units and their symbols; what is not here is compared as written. */
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("毫克", "mg"),
          Map.entry("克", "g"),
          Map.entry("微克", "ug"),
          Map.entry("千克", "kg"),
          Map.entry("毫升", "ml"),
          Map.entry("升", "l"),
          Map.entry("毫米", "mm"),
          Map.entry("米", "m"),
          Map.entry("天", "d"),
          Map.entry("日", "d"),
          Map.entry("day", "d"),
          Map.entry("days", "d"),
          Map.entry("周", "wk"),
          Map.entry("星期", "wk"),
          Map.entry("week", "wk"),
          Map.entry("weeks", "wk"),
          Map.entry("月", "mo"),
          Map.entry("个月", "mo"),
          Map.entry("month", "mo"),
          Map.entry("months", "mo"),
          Map.entry("年", "y"),
          Map.entry("岁", "y"),
          Map.entry("year", "y"),
          Map.entry("years", "y"),
          Map.entry("小时", "h"),
          Map.entry("hour", "h"),
          Map.entry("hours", "h"),
          Map.entry("分", "min"),
          Map.entry("minute", "min"),
          Map.entry("minutes", "min"),
          Map.entry("次/分", "/min"),
          Map.entry("bpm", "/min"),
          Map.entry("percent", "%"),
          Map.entry("mcg", "ug"));

  static List<Quantity> in(String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).replace('−', '-');
    text = PER.matcher(text).replaceAll("/");
    List<Quantity> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group(1).replace(",", "");
      String exponent = matcher.group(2) == null ? "" : "e" + matcher.group(2);
      found.add(new Quantity(Double.parseDouble(digits + exponent), unit(matcher.group(3))));
    }
    return found;
  }

  private static String unit(@org.jspecify.annotations.Nullable String written) {
    if (written == null) {
      return "";
    }
    String folded =
        written
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s^·*]", "")
            .replace('μ', 'u')
            .replace('µ', 'u');
    String known = SYMBOLS.get(folded);
    if (known != null) {
      return known;
    }
    List<String> factors = new ArrayList<>();
    for (String factor : folded.split("/")) {
      factors.add(SYMBOLS.getOrDefault(factor, factor));
    }
    return String.join("/", factors);
  }

  boolean near(Quantity other, double tolerance) {
    return Math.abs(value - other.value)
        <= tolerance * Math.max(Math.abs(value), Math.abs(other.value));
  }
}
