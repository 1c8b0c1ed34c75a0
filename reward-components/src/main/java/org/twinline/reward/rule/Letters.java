package org.twinline.reward.rule;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Option letters in an answer: {@code B}, {@code (B)}, {@code 答案：A和C}, {@code Answer: B} … */
final class Letters {
  private static final String SEPARATOR = "[\\s,、;/&+]*(?:和|与|及|以及|\\band\\b)?[\\s,、;/&+]*";
  private static final String OPEN = "[\\s(\\[{<【「'\"“‘*:是为选项]*";
  private static final String LETTER = "[A-J](?![\\p{IsLatin}])";
  private static final String RUN =
      "((?:[A-J]{1,10}(?![\\p{IsLatin}\\d]))(?:[)\\]】]?" + SEPARATOR + "[(\\[【]?" + LETTER + ")*)";

  /** The whole answer, or its beginning before the option's text. */
  private static final Pattern WHOLE =
      Pattern.compile("^[\\s(\\[【\"'*]*" + RUN + "\\s*(?:[)\\]】.、:,。项\"'*]|$)");

  private static final Pattern CUED =
      Pattern.compile(
          "(?:\\\\boxed\\s*\\{(?:\\\\text\\{)?"
              + "|(?:答案|选项|结论|(?<!不)(?<!不能)(?<!不应)(?<!勿)(?<!排除)(?:应选|故选|选择|选))"
              + "|(?i:\\b(?:answer|choice|option|choose|select|pick)\\b(?:\\s+(?:is|would be|should be))?))"
              + OPEN
              + RUN);

  private static final Pattern CALLED_RIGHT =
      Pattern.compile(
          "(?<![\\p{IsLatin}])"
              + RUN
              + "[)\\]】]?\\s*(?:项|选项)?\\s*(?:是|为)?(?:正确|对的|符合题意|(?i:is (?:the )?(?:correct|right|best)))");

  private static final Pattern SMALL =
      Pattern.compile(
          "^(?:(?i:the )?(?i:answer|choice|option)(?i: is)?|答案|选)?"
              + OPEN
              + "([a-j])[)\\]】.]?\\s*$");

  private Letters() {}

  /** The letters an answer states; empty where it states none. */
  static Set<String> in(String answer) {
    String text = Normalizer.normalize(answer.replace("**", ""), Normalizer.Form.NFKC).strip();
    Optional<String> found = last(CUED, text);
    if (found.isEmpty()) {
      found = last(CALLED_RIGHT, text);
    }
    if (found.isEmpty()) {
      Matcher whole = WHOLE.matcher(text);
      found = whole.find() ? Optional.of(whole.group(1)) : Optional.empty();
    }
    if (found.isEmpty()) {
      Matcher small = SMALL.matcher(text);
      found =
          small.find()
              ? Optional.of(small.group(1).toUpperCase(java.util.Locale.ROOT))
              : Optional.empty();
    }
    Set<String> letters = new TreeSet<>();
    found
        .orElse("")
        .replaceAll("(?i)and", "")
        .chars()
        .filter(c -> c >= 'A' && c <= 'J')
        .forEach(c -> letters.add(Character.toString(c)));
    return letters;
  }

  private static Optional<String> last(Pattern pattern, String text) {
    Optional<String> found = Optional.empty();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String run = matcher.group(1);
      // "Answer: A patient …" states no option.
      boolean word =
          (run.equals("A") || run.equals("I"))
              && Pattern.compile("^\\s+[a-z]").matcher(text.substring(matcher.end(1))).find();
      if (!word) {
        found = Optional.of(run);
      }
    }
    return found;
  }

  /** Whether a reference item is nothing but letters: {@code B}, {@code AC}, {@code A,C}. */
  static boolean only(String item) {
    String folded = Normalizer.normalize(item, Normalizer.Form.NFKC).strip();
    return Pattern.compile("^[(\\[]?[A-J](?:" + SEPARATOR + "[A-J])*[)\\].]?$")
            .matcher(folded)
            .matches()
        && List.of(folded.split("")).stream().filter(c -> c.matches("[A-J]")).distinct().count()
            == folded.chars().filter(c -> c >= 'A' && c <= 'J').count();
  }
}
