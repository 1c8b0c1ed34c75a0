package org.twinline.reward.rule.choice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options named by their place: {@code 第二个选项}, "the second option", "option 2". */
final class Ordinals {
  private static final String ZH = "一二三四五六七八九十";
  private static final List<String> EN =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");
  private static final List<String> CARDINAL =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final String OPTION = "(?:option|choice|answer|alternative|statement)";

  private static final Pattern ANY =
      Pattern.compile(
          "(?:(?:第(?<zh>[一二三四五六七八九十]|\\d{1,2})|(?<zhlast>最后一))(?:个)?(?:选项|答案|项)"
              + "|选项(?<zhafter>[一二三四五六七八九十]|\\d{1,2})(?![\\d.%])(?!\\s?[a-zA-Z°μ%])"
              + "|(?:\\bthe )?\\b(?:(?<en>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
              + "|(?<ennumber>\\d{1,2})(?:st|nd|rd|th)|(?<enlast>last))(?: (?:answer|listed|given))? "
              + OPTION
              + "\\b"
              + "|\\b(?:option|choice)(?: number| no\\.?| #)? ?(?<enafter>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\\b(?![.]\\d|%| ?m?g\\b))",
          Pattern.CASE_INSENSITIVE);

  private Ordinals() {}

  /** The text with a sign for every option named by its place. */
  static String mask(OptionSet options, String text) {
    if (text.indexOf('第') < 0
        && text.indexOf('项') < 0
        && !contains(text, "option")
        && !contains(text, "choice")
        && !contains(text, "answer")
        && !contains(text, "alternative")
        && !contains(text, "statement")) {
      return text;
    }
    Matcher matcher = ANY.matcher(text);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      int option = place(options, matcher);
      if (option >= 0 && option < options.size()) {
        out.append(text, from, matcher.start()).append(Signs.label(option));
        from = matcher.end();
      }
    }
    return from == 0 ? text : out.append(text, from, text.length()).toString();
  }

  private static boolean contains(String text, String word) {
    for (int i = 0; i + word.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static int place(OptionSet options, Matcher matcher) {
    if (matcher.group("zhlast") != null || matcher.group("enlast") != null) {
      return options.size() - 1;
    }
    String after =
        matcher.group("zhafter") != null ? matcher.group("zhafter") : matcher.group("enafter");
    if (after != null) {
      int labelled = options.byLabel(LabelKind.fold(after));
      return labelled >= 0 ? labelled : number(after) - 1;
    }
    for (String name : List.of("zh", "en", "ennumber")) {
      if (matcher.group(name) != null) {
        return number(matcher.group(name)) - 1;
      }
    }
    return -1;
  }

  private static int number(String word) {
    if (Prepared.digit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    String lower = word.toLowerCase(Locale.ROOT);
    int zh = ZH.indexOf(word);
    return 1 + (zh >= 0 ? zh : Math.max(EN.indexOf(lower), CARDINAL.indexOf(lower)));
  }
}
