package org.twinline.reward.corrupt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes a number with its unit: a dose or how often it is taken, or another measure. Values grow
 * and shrink equally often; a unit becomes its neighbour a thousand times away.
 */
final class NumberChange implements Maker {
  private static final String VALUE = "(?<![\\d.,A-Za-z-])(\\d{1,6}(?:\\.\\d{1,3})?)(\\s?)";

  private static final Pattern DOSE =
      Pattern.compile(
          VALUE
              + "(毫克|微克|克|毫升|升|国际单位|单位|万单位|片|粒|袋|支|滴|丸|颗|喷|mg|mcg|µg|μg|ug|g|ml|mL|IU|units?"
              + "|tablets?|capsules?|drops?|puffs?|teaspoons?)(?![A-Za-z])");

  private static final Pattern MEASURE =
      Pattern.compile(
          VALUE
              + "(个月|个小时|小时|分钟|天|日|周|年|岁|次|℃|°C|度|%|％|厘米|毫米|公斤|千克|毫米汞柱|mmHg|mmol/L|mm|cm|kg"
              + "|hours?|minutes?|days?|weeks?|months?|years?|times|per cent|percent)(?![A-Za-z])");

  private static final Pattern FREQUENCY =
      Pattern.compile(
          "(?<=每日|每天|一日|一天|日服|每周)([一二两三四1-4])(?=次|片|粒|袋)"
              + "|\\b(once|twice|three times|four times)(?= (?:a|per|each|every) (?:day|week)| daily| weekly)");

  private static final Map<String, String> OTHER_TIMES =
      Map.ofEntries(
          Map.entry("一", "八"),
          Map.entry("二", "十"),
          Map.entry("两", "十"),
          Map.entry("三", "九"),
          Map.entry("四", "一"),
          Map.entry("1", "8"),
          Map.entry("2", "9"),
          Map.entry("3", "9"),
          Map.entry("4", "1"),
          Map.entry("once", "nine times"),
          Map.entry("twice", "ten times"),
          Map.entry("three times", "nine times"),
          Map.entry("four times", "once"));

  private static final Map<String, String> OTHER_UNITS =
      Map.ofEntries(
          Map.entry("毫克", "克"),
          Map.entry("微克", "毫克"),
          Map.entry("克", "毫克"),
          Map.entry("毫升", "升"),
          Map.entry("mg", "g"),
          Map.entry("mcg", "mg"),
          Map.entry("µg", "mg"),
          Map.entry("μg", "mg"),
          Map.entry("ug", "mg"),
          Map.entry("g", "mg"),
          Map.entry("天", "年"),
          Map.entry("周", "年"),
          Map.entry("小时", "天"),
          Map.entry("分钟", "小时"),
          Map.entry("个月", "小时"),
          Map.entry("毫米", "厘米"),
          Map.entry("厘米", "毫米"),
          Map.entry("mm", "cm"),
          Map.entry("cm", "mm"),
          Map.entry("hours", "weeks"),
          Map.entry("minutes", "hours"),
          Map.entry("days", "years"),
          Map.entry("weeks", "hours"),
          Map.entry("months", "days"),
          Map.entry("years", "weeks"));

  private static final List<BigDecimal> FACTORS =
      List.of(
          BigDecimal.TEN,
          new BigDecimal("5"),
          new BigDecimal("3"),
          new BigDecimal("0.2"),
          new BigDecimal("0.1"),
          new BigDecimal("0.3"));

  /** Units of which half a one is taken. */
  private static final Set<String> DIVISIBLE =
      Set.of(
          "毫克", "微克", "克", "毫升", "升", "mg", "mcg", "µg", "μg", "ug", "g", "ml", "℃", "°c", "度", "%",
          "％", "厘米", "毫米", "公斤", "千克", "mmol/l", "mm", "cm", "kg");

  private final List<Pattern> patterns;

  private NumberChange(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  static NumberChange ofDoses() {
    return new NumberChange(List.of(DOSE, FREQUENCY));
  }

  static NumberChange ofMeasures() {
    return new NumberChange(List.of(MEASURE));
  }

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    List<Edits.Edit> places = new ArrayList<>();
    for (Pattern pattern : patterns) {
      Matcher found = pattern.matcher(good.text());
      while (found.find()) {
        if (pattern == FREQUENCY) {
          String times = found.group();
          places.add(
              new Edits.Edit(found.start(), found.end(), OTHER_TIMES.getOrDefault(times, "十")));
        } else {
          changed(found, draw).ifPresent(places::add);
        }
      }
    }
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pair(good.text(), Edits.applied(good.text(), List.of(draw.from(places)))));
  }

  private static Optional<Edits.Edit> changed(Matcher found, Draw draw) {
    String unit = found.group(3);
    String other = OTHER_UNITS.get(unit.toLowerCase(Locale.ROOT));
    if (other != null && draw.below(3) == 0) {
      return Optional.of(new Edits.Edit(found.start(3), found.end(3), other));
    }
    String value = found.group(1);
    boolean fractions = DIVISIBLE.contains(unit.toLowerCase(Locale.ROOT)) || value.contains(".");
    List<String> values = new ArrayList<>();
    for (BigDecimal factor : FACTORS) {
      String scaled = scaled(new BigDecimal(value), factor, fractions);
      if (!scaled.isEmpty() && !scaled.equals(value)) {
        values.add(scaled);
      }
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    boolean shorter = draw.coin();
    List<String> side =
        values.stream()
            .filter(v -> shorter ? v.length() <= value.length() : v.length() >= value.length())
            .toList();
    String with = draw.from(side.isEmpty() ? values : side);
    return Optional.of(new Edits.Edit(found.start(1), found.end(1), with));
  }

  /** The product, rounded where a unit is not divided; empty where it is too near. */
  private static String scaled(BigDecimal value, BigDecimal factor, boolean fractions) {
    BigDecimal product = value.multiply(factor);
    BigDecimal rounded =
        product.setScale(fractions ? 2 : 0, RoundingMode.HALF_UP).stripTrailingZeros();
    BigDecimal twice = BigDecimal.valueOf(2);
    boolean apart =
        rounded.compareTo(value.multiply(twice)) >= 0
            || rounded.multiply(twice).compareTo(value) <= 0;
    return rounded.signum() > 0 && apart ? rounded.toPlainString() : "";
  }
}
