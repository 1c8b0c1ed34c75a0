package org.twinline.reward.rule.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.NameProfile;

/**
 * An option's text for comparison with a text that says the same in other words.
 *
 * <p>Numbers are digits, units and a few words of one meaning are alike. Two texts are never alike
 * whose numbers differ, or the words that turn a meaning round (left and right, with and without,
 * rise and fall).
 */
final class Paraphrase {
  private static final double LIKE = 0.6;
  private static final double MARGIN = 0.15;
  private static final int LONGEST = 400;

  private static final Pattern EN_NUMBER =
      Pattern.compile(
          "\\b(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> EN_NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final Pattern ZH_NUMBER =
      Pattern.compile("[零一二两三四五六七八九]?十[一二三四五六七八九]?|[零一二两三四五六七八九]");
  private static final String ZH_DIGITS = "零一二三四五六七八九";
  private static final String[][] ALIKE = {
    {"百分之(\\d+(?:\\.\\d+)?)", "$1%"},
    {"\\bper ?cent\\b", "%"},
    {"毫克", "mg"},
    {"毫升", "ml"},
    {"微克|μg|mcg", "ug"},
    {"公斤|千克", "kg"},
    {"milligrams?\\b", "mg"},
    {"\\bhrs?\\b|\\bhours?\\b", "h"},
    {"小时", "h"},
    {"\\bmins?\\b|\\bminutes?\\b", "min"},
    {"分钟", "min"},
    {"\\bweeks?\\b|\\bwks?\\b", "week"},
    {"\\bmonths?\\b", "month"},
    {"\\byears?\\b|\\byrs?\\b", "year"},
    {"\\bdays?\\b", "day"},
    {"个月", "月"},
    {"[都皆全]", "均"},
    {"[二两]者", "2者"},
    {"以及|[及与跟]", "和"},
  };
  private static final Pattern[] ALIKE_PATTERNS =
      Arrays.stream(ALIKE).map(a -> Pattern.compile(a[0])).toArray(Pattern[]::new);
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?%?");
  private static final Pattern TURNING =
      Pattern.compile(
          "[左右上下前后内外高低增减升降大小强弱有无不非未深浅早晚急慢阳阴甲乙丙丁戊快慢长短厚薄寒热虚实表里多少αβγδⅠⅡⅢⅣⅤ]"
              + "|\\b(?:left|right|upper|lower|anterior|posterior|medial|lateral|increas\\w*|decreas\\w*|high|low|hyper|hypo|with|without"
              + "|no|not|non|never|acute|chronic|proximal|distal|before|after|superior|inferior|internal|external|above|below|type|i|ii|iii|iv"
              + "|a|b|c|d|e)\\b|\\bhyper|\\bhypo",
          Pattern.CASE_INSENSITIVE);

  private final NameProfile profile;
  private final List<String> numbers;
  private final List<String> turning;

  private Paraphrase(String text) {
    String normal = normal(text);
    profile = NameProfile.of(normal);
    numbers = found(NUMBER, normal);
    turning = found(TURNING, normal);
  }

  static List<Paraphrase> of(List<String> texts) {
    return texts.stream().map(Paraphrase::new).toList();
  }

  /** The option that the text is clearly most like, −1 where there is none. */
  static int closest(List<Paraphrase> options, String said) {
    if (said.length() > LONGEST) {
      return -1;
    }
    Paraphrase text = new Paraphrase(said);
    double best = 0;
    double second = 0;
    int closest = -1;
    for (int i = 0; i < options.size(); i++) {
      double score = options.get(i).profile.similarity(text.profile);
      if (score > best) {
        second = best;
        best = score;
        closest = i;
      } else {
        second = Math.max(second, score);
      }
    }
    boolean clear = best == 1 || (best >= LIKE && best - second >= MARGIN);
    return clear && options.get(closest).agrees(text) ? closest : -1;
  }

  private boolean agrees(Paraphrase other) {
    return numbers.equals(other.numbers) && turning.equals(other.turning);
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    found.sort(null);
    return found;
  }

  private static String normal(String text) {
    String normal = text.toLowerCase(Locale.ROOT);
    normal = EN_NUMBER.matcher(normal).replaceAll(m -> "" + EN_NUMBERS.indexOf(m.group(1)));
    normal = ZH_NUMBER.matcher(normal).replaceAll(m -> Integer.toString(chinese(m.group())));
    for (int i = 0; i < ALIKE.length; i++) {
      normal = ALIKE_PATTERNS[i].matcher(normal).replaceAll(ALIKE[i][1]);
    }
    return normal;
  }

  private static int chinese(String number) {
    int ten = number.indexOf('十');
    if (ten < 0) {
      return digit(number.charAt(0));
    }
    int tens = ten == 0 ? 1 : digit(number.charAt(0));
    return tens * 10 + (ten + 1 < number.length() ? digit(number.charAt(ten + 1)) : 0);
  }

  private static int digit(char c) {
    return c == '两' ? 2 : ZH_DIGITS.indexOf(c);
  }
}
