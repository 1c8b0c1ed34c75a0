package org.twinline.reward.rule.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The signs of a rewritten answer as mentions of options, and these as lists. */
final class Mentions {
  private static final int NEAR = 24;
  private static final int MAX_SIGNS = 2000;

  /** Between a label and its text. */
  private static final Pattern LABEL_TEXT =
      Pattern.compile(
          "[\"”’'」』]?(?:项|选项)?\\s*[)\\]}】]?[\\s.、,:\\-–—=]{0,4}(?:即|也就是|which is|i\\.e\\.,?|that is,?|namely)?\\s*[(\\[{【「『“\"'‘《]?\\s*(?:the |an? )?",
          Pattern.CASE_INSENSITIVE);

  /** Between a text and its label. */
  private static final Pattern TEXT_LABEL =
      Pattern.compile(
          "[\"”’'」』.。]?\\s*(?:[(\\[{【]\\s*(?:即|选项|答案|option|choice|answer|选)?\\s*(?:is)?:?\\s*[(]?|[,，]?\\s*(?:即|也就是|which is|i\\.e\\.,?)\\s*(?:选项|答案|option|choice|answer)?\\s*[(]?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOSED = Pattern.compile("^\\s*(?:项|选项|option|choice)?\\s*[)\\]}】]");

  /** Between the items of a list. */
  private static final Pattern LIST =
      Pattern.compile(
          "[\\s)\\]}】」』”\"'’》、,;/&+|(\\[{【「『“‘《]*(?:[.。]?\\n[\\s•*\\-]*(?:\\d{1,2}[.)、]\\s*)?)?(?:项|选项)?[\\s、,;]*"
              + "(?:和|与|及|以及|或者?|跟|还有|and also|as well as|and|or|nor|plus|\\d{1,2}[.)、])?[\\s)\\]}】」』”\"'’、,;(\\[{【「『“‘《:]*(?:选项|option|the |an? )?[\\s(\\[“\"]*",
          Pattern.CASE_INSENSITIVE);

  private Mentions() {}

  static List<Mention> of(String text) {
    List<Mention> mentions = new ArrayList<>();
    int[] all = IntStream.range(0, text.length()).filter(i -> Signs.sign(text.charAt(i))).toArray();
    // What an answer concludes stands at its end.
    int[] at = Arrays.copyOfRange(all, Math.max(0, all.length - MAX_SIGNS), all.length);
    for (int k = 0; k < at.length; k++) {
      char first = text.charAt(at[k]);
      boolean pair = k + 1 < at.length && pairs(text, at, k);
      boolean lost =
          pair
              && k + 2 < at.length
              && differs(first, text.charAt(at[k + 1]))
              && pairs(text, at, k + 1)
              && !differs(text.charAt(at[k + 1]), text.charAt(at[k + 2]));
      if (pair && !lost) {
        char second = text.charAt(at[k + 1]);
        int named = Signs.option(Signs.isLabel(first) ? first : second);
        int other = Signs.option(Signs.isLabel(first) ? second : first);
        mentions.add(new Mention(named, other == named ? -1 : other, at[k], at[k + 1] + 1, true));
        k++;
      } else {
        mentions.add(new Mention(Signs.option(first), -1, at[k], at[k] + 1, Signs.isLabel(first)));
      }
    }
    return mentions;
  }

  private static boolean differs(char a, char b) {
    return Signs.option(a) != Signs.option(b);
  }

  /** Whether two neighbouring signs are a label and a text of which one explains the other. */
  private static boolean pairs(String text, int[] at, int k) {
    char first = text.charAt(at[k]);
    char second = text.charAt(at[k + 1]);
    int length = at[k + 1] - at[k] - 1;
    if (Signs.isLabel(first) == Signs.isLabel(second) || length > NEAR) {
      return false;
    }
    if (length == 0 && Signs.isLabel(first)) {
      return true;
    }
    String gap = text.substring(at[k] + 1, at[k + 1]);
    if (Signs.isLabel(first)) {
      return LABEL_TEXT.matcher(gap).matches();
    }
    boolean bracketed = gap.indexOf('(') >= 0 || gap.indexOf('[') >= 0 || gap.indexOf('【') >= 0;
    return TEXT_LABEL.matcher(gap).matches()
        && (!bracketed || CLOSED.matcher(text).region(at[k + 1] + 1, text.length()).lookingAt());
  }

  /** Whether the text between two mentions only joins them to a list. */
  static boolean joins(String gap) {
    return gap.length() <= NEAR && LIST.matcher(gap).matches();
  }
}
