package org.twinline.reward.rule.medication;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.reward.rule.quantity.Quantities;
import org.twinline.reward.rule.quantity.Quantity;

/**
 * How often a drug is given.
 *
 * @param rate a quantity per time; empty where the drug is given once
 * @param needed whether it is given only when needed
 */
record Frequency(Optional<Quantity> rate, boolean needed) {
  private static final Pattern NEEDED =
      Pattern.compile("\\bprn\\b|必要时|需要时|按需|\\bsos\\b|as needed|when needed|if needed");
  private static final Pattern ONCE =
      Pattern.compile(
          "\\bst\\b|\\bstat\\b|立即|即刻|单次|单剂|顿服一次|single dose|one dose|\\bonce\\b$|^一次$|^1次$");

  /** Latin abbreviations and fixed words, with times a day. */
  private static final Map<Pattern, String> WORDS =
      Map.ofEntries(
          word("\\bq\\.?o\\.?d\\b|隔日|隔天|every other day|alternate days", "0.5"),
          word("\\bb\\.?i\\.?d\\b|\\bbd\\b|早晚各|twice (?:a day|daily|per day)", "2"),
          word("\\bt\\.?i\\.?d\\b|\\btds\\b|three times (?:a day|daily)", "3"),
          word("\\bq\\.?i\\.?d\\b|\\bqds\\b|four times (?:a day|daily)", "4"),
          word(
              "\\bq\\.?d\\b|\\bo\\.?d\\b|\\bqn\\b|\\bqhs\\b|\\bhs\\b|\\bqm\\b|\\bqam\\b|\\bqpm\\b|每晚|每早|睡前"
                  + "|临睡|晨起|清晨|at bedtime|every (?:day|night|morning|evening)|nightly"
                  + "|once (?:daily|a day|per day)|(?<!twice )(?<!times )(?<!once )\\bdaily\\b",
              "1"));

  private static final Pattern HOURS =
      Pattern.compile(
          "(?:\\bq|\\bevery\\s|每隔?)\\s?(\\d{1,3})\\s?(?:-\\s?)?(h\\b|hr|hour|小时|d\\b|day|天|日|w\\b|wk|week|周)");
  private static final Pattern WEEKLY =
      Pattern.compile("\\b(q|bi|ti)w\\b|once (?:a week|weekly)|\\b(?:every week|weekly)\\b");

  private static Map.Entry<Pattern, String> word(String pattern, String perDay) {
    return Map.entry(Pattern.compile(pattern), perDay);
  }

  static Optional<Frequency> of(String text) {
    String folded = Quantities.fold(text).toLowerCase(Locale.ROOT).strip();
    boolean needed = NEEDED.matcher(folded).find();
    Optional<String> fixed = fixed(folded);
    Optional<Quantity> rate =
        Quantities.in(fixed.orElse(folded)).stream().filter(Frequency::rate).findFirst();
    boolean once = rate.isEmpty() && ONCE.matcher(folded).find();
    return rate.isPresent() || once || needed
        ? Optional.of(new Frequency(rate, needed))
        : Optional.empty();
  }

  private static boolean rate(Quantity quantity) {
    return quantity.unit().label().equals("s-1");
  }

  /** The rate as text that is read as a quantity. */
  private static Optional<String> fixed(String text) {
    Matcher hours = HOURS.matcher(text);
    if (hours.find() && Integer.parseInt(hours.group(1)) > 0) {
      char period = hours.group(2).charAt(0);
      String unit =
          period == '小' || period == 'h' ? "h" : period == 'w' || period == '周' ? "周" : "日";
      return Optional.of("1/" + hours.group(1) + "次/" + unit);
    }
    Matcher weekly = WEEKLY.matcher(text);
    if (weekly.find()) {
      String often = weekly.group(1);
      return Optional.of(
          (often == null || often.equals("q") ? 1 : often.equals("bi") ? 2 : 3) + "次/周");
    }
    List<String> found =
        WORDS.entrySet().stream()
            .filter(e -> e.getKey().matcher(text).find())
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0) + "次/日") : Optional.empty();
  }
}
