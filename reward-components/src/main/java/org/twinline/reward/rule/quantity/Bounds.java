package org.twinline.reward.rule.quantity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words around a number that make it a bound: 不超过, at least, 以上, or more … */
final class Bounds {
  private static final int WINDOW = 16;

  // The longer first: 不超过 holds 超过.
  private static final List<String> LEAST =
      List.of(
          "≥",
          ">",
          "至少",
          "最少",
          "不少于",
          "不低于",
          "不小于",
          "不短于",
          "不早于",
          "大于",
          "大于等于",
          "超过",
          "高于",
          "多于",
          "长于",
          "at least",
          "no less than",
          "not less than",
          "no fewer than",
          "minimum of",
          "more than",
          "greater than",
          "higher than",
          "longer than",
          "older than",
          "over",
          "above",
          "exceeding",
          "exceeds",
          ">=");
  private static final List<String> MOST =
      List.of(
          "≤",
          "<",
          "至多",
          "最多",
          "不超过",
          "不得超过",
          "不多于",
          "不大于",
          "不高于",
          "不长于",
          "不应超过",
          "不宜超过",
          "少于",
          "小于",
          "小于等于",
          "低于",
          "不足",
          "未满",
          "不到",
          "短于",
          "at most",
          "no more than",
          "not more than",
          "not exceeding",
          "not exceed",
          "maximum of",
          "up to",
          "less than",
          "fewer than",
          "lower than",
          "shorter than",
          "younger than",
          "under",
          "below",
          "within",
          "<=");

  private static final Pattern AFTER =
      Pattern.compile(
          "\\s?(?:及|或)?(?:(以上|及其以上|之上|以后|后?以上)|(以下|以内|之内|之下|内(?=$|[,，。;；)\\s])))"
              + "|\\s?(?:\\b(?:or|and) (?:(more|above|greater|over|older|higher|longer)"
              + "|(less|below|fewer|under|younger|lower|shorter))\\b)|(\\+)(?![\\d.])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEGATED =
      Pattern.compile(
          "(?:不是|并非|而非|而不是|不应是|不应为|排除|\\bnot|\\brather than|\\binstead of)\\s{0,2}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern APPROXIMATE =
      Pattern.compile(
          "(?:大约|约为|约|大概|左右|近|≈|\\babout|\\bapproximately|\\baround|\\broughly)\\s?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RESULT =
      Pattern.compile("(?:[=≈]|等于|得出|\\bequals?)\\s?$", Pattern.CASE_INSENSITIVE);

  private Bounds() {}

  /** The shape that what stands before a number gives it. */
  static Shape before(String text, int start) {
    if (start == 0) {
      return Shape.POINT;
    }
    String window = window(text, start);
    Matcher approximate = APPROXIMATE.matcher(window);
    String words = (approximate.find() ? window.substring(0, approximate.start()) : window).strip();
    int least = longest(LEAST, words);
    int most = longest(MOST, words);
    return least == most ? Shape.POINT : least > most ? Shape.AT_LEAST : Shape.AT_MOST;
  }

  /** The shape that what stands behind a number with its unit gives it. */
  static Shape after(String text, int end) {
    Matcher after = after(text).region(end, text.length());
    if (!after.lookingAt()) {
      return Shape.POINT;
    }
    return after.group(2) != null || after.group(4) != null ? Shape.AT_MOST : Shape.AT_LEAST;
  }

  /** Where the words behind a number end that make it a bound. */
  static int end(String text, int end) {
    Matcher after = after(text).region(end, text.length());
    return after.lookingAt() ? after.end() : end;
  }

  private static Matcher after(String text) {
    return AFTER.matcher(text).useAnchoringBounds(true).useTransparentBounds(true);
  }

  static boolean negated(String text, int start) {
    return start > 1 && NEGATED.matcher(window(text, start)).find();
  }

  static boolean result(String text, int start) {
    return start > 0 && RESULT.matcher(window(text, start)).find();
  }

  private static String window(String text, int start) {
    return text.substring(Math.max(0, start - WINDOW), start).toLowerCase(Locale.ROOT);
  }

  private static int longest(List<String> words, String before) {
    int longest = 0;
    for (String word : words) {
      if (word.length() > longest && before.endsWith(word) && bounded(before, word)) {
        longest = word.length();
      }
    }
    return longest;
  }

  private static boolean bounded(String before, String word) {
    int at = before.length() - word.length() - 1;
    return at < 0
        || !Character.isLetter(word.charAt(0))
        || Character.isIdeographic(word.charAt(0))
        || !Character.isLetter(before.charAt(at))
        || Character.isIdeographic(before.charAt(at));
  }
}
