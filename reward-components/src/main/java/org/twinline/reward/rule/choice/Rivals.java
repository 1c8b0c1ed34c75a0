package org.twinline.reward.rule.choice;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options that an answer states beside those it was found to state. */
final class Rivals {
  /** How far behind an answer a second one is looked for. */
  private static final int NEAR = 60;

  private static final Pattern MAYBE =
      Pattern.compile(
          "可能|也许|或许|兴许|(?<![\\p{L}])(?:possibl[ey]|perhaps|maybe|might|could|may)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALSO =
      Pattern.compile(
          "[\\s)\\]”\"]{0,3}(?:也|亦|同样|(?<![\\p{L}])(?:is|are|would be|could be|may be|might be) (?:also|equally|just as|possible|fine|(?:\\w+ )?(?:too|as well))(?![\\p{L}]))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LESSER =
      Pattern.compile(
          "[不非未但]|错|次|(?<![\\p{L}])(?:not|less|un\\w+|but|however|wrong|incorrect|only)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DRAWN =
      Pattern.compile(
          "(?:因此|所以|故|综上|(?<![\\p{L}])(?:therefore|thus|hence|so))[\\s,，:：]*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern END = Pattern.compile("[。.!！?？\\n;；]");

  private Rivals() {}

  /** Whether an earlier "the answer is" that is not taken back names none of the stated options. */
  static boolean concluded(
      String text, List<Group> groups, OptionSet options, Set<Integer> stated) {
    for (Group group : Conclusions.afterCorrection(text, groups)) {
      if ((group.stand() == Stand.ANSWERED || drawn(text, group))
          && apart(group, options, stated)
          && !supposed(text, group)) {
        return true;
      }
    }
    return false;
  }

  /** Whether another option right behind the stated ones is said to be possible or right too. */
  static boolean perhaps(
      String text,
      List<Group> groups,
      OptionSet options,
      List<Mention> stated,
      Set<Integer> numbers) {
    int end = stated.get(stated.size() - 1).end();
    for (Group group : groups) {
      int start = group.start();
      if (start < end || start - end > NEAR || !apart(group, options, numbers)) {
        continue;
      }
      String between = text.substring(end, start);
      String right = right(text, group.end());
      // "Though B is right too" supposes nothing.
      boolean also = ALSO.matcher(right).lookingAt();
      boolean open = group.stand() != Stand.DENIED && (also || group.stand() != Stand.ASIDE);
      if (open
          && between.indexOf('\n') < 0
          && !LESSER.matcher(right).find()
          && (also || MAYBE.matcher(between).find())) {
        return true;
      }
    }
    return false;
  }

  private static boolean apart(Group group, OptionSet options, Set<Integer> stated) {
    return group.mentions().stream().noneMatch(m -> stated.contains(options.canonical(m.option())));
  }

  /** Whether a letter alone is what a sentence draws as its conclusion: "Therefore A." */
  private static boolean drawn(String text, Group group) {
    return group.stand() == Stand.LINKED
        && group.mentions().stream().allMatch(Mention::labelled)
        && DRAWN.matcher(text.substring(Math.max(0, group.start() - NEAR), group.start())).find()
        && END.matcher(text).region(group.end(), text.length()).lookingAt();
  }

  private static boolean supposed(String text, Group group) {
    int from = Math.max(0, group.start() - NEAR);
    return Cues.SUPPOSED.in(text.substring(from, group.start()));
  }

  private static String right(String text, int from) {
    Matcher end = END.matcher(text);
    int to = end.find(from) ? end.start() : text.length();
    return text.substring(from, Math.min(to, from + NEAR));
  }
}
