package org.twinline.reward.rule.choice;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where a list of options is two: what is chosen, and what is said not to be it ({@code 选C，D不可能},
 * "the answer is C; D is not possible").
 */
final class Dividers {
  private static final String SEMICOLON = ";；";
  private static final String BRACKET = "([【（";
  private static final String COMMA = ",，";

  /** Behind a list: said of several. */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "[\\s)\\]”\"]{0,3}(?:(?:选项)?[均都皆全]|[两二三四](?:者|项|个)|(?:are|were|aren['’]t|weren['’]t|all|both|do|don['’]t|have)\\b)",
          Pattern.CASE_INSENSITIVE);

  private Dividers() {}

  /** What leads to a list. */
  enum Lead {
    /** Words for an answer: any mark divides what follows. */
    ANSWER,
    /** Words for a conclusion, or nothing at all: only a mark that stands once does. */
    LOOSE,
    /** Other words: none does. */
    OTHER
  }

  /**
   * How many options of a list are chosen where what stands behind rules its last ones out: all up
   * to the strongest mark, the first of equal ones where several are ruled out, else the last.
   *
   * @param gaps what stands between the options
   * @param behind the text behind the list
   * @return between 1 and the number of options; that where nothing divides
   */
  static int chosen(List<String> gaps, Lead lead, String behind) {
    boolean several = SEVERAL.matcher(behind).lookingAt();
    int last = several ? gaps.size() - 2 : gaps.size() - 1;
    List<String> marks =
        switch (lead) {
          case ANSWER -> List.of(SEMICOLON, BRACKET, COMMA);
          case LOOSE -> List.of(SEMICOLON, BRACKET);
          case OTHER -> List.<String>of();
        };
    for (String mark : marks) {
      int[] at = IntStream.range(0, gaps.size()).filter(i -> holds(gaps.get(i), mark)).toArray();
      int chosen = at.length == 0 ? last + 1 : at[several ? 0 : at.length - 1];
      if (chosen <= last && (at.length == 1 || lead == Lead.ANSWER)) {
        return chosen + 1;
      }
    }
    return gaps.size() + 1;
  }

  private static boolean holds(String gap, String marks) {
    return gap.chars().anyMatch(c -> marks.indexOf(c) >= 0);
  }

  /** Whether a comma or semicolon is all that stands between two options. */
  static boolean semicolon(String gap) {
    return gap.length() == 1 && SEMICOLON.contains(gap);
  }

  static boolean comma(String gap) {
    return gap.length() == 1 && COMMA.contains(gap);
  }
}
