package org.twinline.reward.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that rank: diseases with a percentage each, of which the greatest is the answer, and
 * lists said to be in order of likelihood, of which the first is.
 */
final class Ranking {
  private static final Pattern PERCENT =
      Pattern.compile(
          "([^\\n|:：,，;；()（）%]{2,80}?)\\s*[|:：(（]\\s*(?:约|about|~)?\\s*(\\d{1,3})(?:\\.\\d+)?\\s*[%％]");

  /** What every ranked name is followed by: quickly looked for, unlike the name. */
  private static final Pattern SHARE =
      Pattern.compile("[|:：(（]\\s*(?:约|about|~)?\\s*\\d{1,3}(?:\\.\\d+)?\\s*[%％]");

  private static final String BY_ORDER =
      "(?:由高到低|从高到低|按可能性|可能性排序|排序如下|most likely first|in order of (?:likelihood|probability)|ranked)";
  private static final Pattern ORDER = Pattern.compile(BY_ORDER, Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDERED =
      Pattern.compile(
          BY_ORDER + "[^\\n]*\\n\\s*(?:1[.)、]|[-*])?\\s*([^\\n]+)", Pattern.CASE_INSENSITIVE);

  private Ranking() {}

  /** A part of the text. */
  record Range(int start, int end) {}

  /** What is ranked first, if anything is ranked. */
  static Optional<Range> best(String text) {
    if ((text.indexOf('%') >= 0 || text.indexOf('％') >= 0)
        && SHARE.matcher(text).results().limit(2).count() == 2) {
      int most = -1;
      int ranked = 0;
      Range best = new Range(0, 0);
      Matcher matcher = PERCENT.matcher(text);
      while (matcher.find()) {
        int percent = Integer.parseInt(matcher.group(2));
        ranked++;
        if (percent > most && percent <= 100) {
          most = percent;
          best = new Range(matcher.start(1), matcher.end(1));
        }
      }
      if (ranked >= 2) {
        return Optional.of(best);
      }
    }
    if (!listBelow(text)) {
      return Optional.empty();
    }
    Matcher ordered = ORDERED.matcher(text);
    return ordered.find()
        ? Optional.of(new Range(ordered.start(1), ordered.end(1)))
        : Optional.empty();
  }

  /** Whether some line that says so has another below: else every such word is tried in vain. */
  private static boolean listBelow(String text) {
    int last = text.length() - 1;
    while (last >= 0 && text.charAt(last) == '\n') {
      last--;
    }
    int line = text.lastIndexOf('\n', last);
    return line >= 0 && ORDER.matcher(text).region(0, line).find();
  }
}
