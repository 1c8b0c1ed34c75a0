package org.twinline.reward.consistency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a conclusion that states it: its clauses without those about other answers. */
final class ConclusionText {
  private static final Pattern CLAUSE = Pattern.compile("[，,；;。]|\\.(?=\\s|$)|\\n|\\s[—–-]+\\s|—");

  /** Tells of what was not chosen, of a reason, or of an earlier thought. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "^\\s*(?:而|并且|同时)?(?:其他|其它|其余|不是|而非|而不是|不考虑|因为|由于|虽然|尽管|如果|若|即使|除非|一开始|起初|最初|开始时)"
              + "|干扰项|可能性[较更]?(?:低|小)|不[太完全]*(?:符合|支持|像|可能|成立|典型)|排除|除外|缺乏|依据不足|证据不足"
              + "|^\\s*(?:rather than|instead of|while|whereas|although|though|because|since|if|unless|initially|at first|not|and not|other options)\\b"
              + "|less likely|unlikely|ruled? out|ruling out|doesn't fit|don't fit|excluded",
          Pattern.CASE_INSENSITIVE);

  /** Behind this, in the same clause, stands what was not chosen. */
  private static final Pattern INSTEAD =
      Pattern.compile("而(?:不是|非)|\\b(?:rather than|instead of|and not|as opposed to|over)\\b");

  /** Opens what is said of the other options, to the end of the step. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "^\\s*(?:而|但)?(?:其他|其它|其余)(?:的)?(?:选项|几项|各项|答案)|^\\s*(?:the )?(?:other|remaining) (?:options|choices|answers)\\b",
          Pattern.CASE_INSENSITIVE);

  private ConclusionText() {}

  /** The clauses that state the conclusion, joined again; blank where every clause is an aside. */
  static String main(String conclusion) {
    StringBuilder main = new StringBuilder();
    Matcher ends = CLAUSE.matcher(conclusion);
    int from = 0;
    while (from < conclusion.length()) {
      boolean found = ends.find();
      int to = found ? ends.end() : conclusion.length();
      String clause = conclusion.substring(from, to);
      if (OTHERS.matcher(clause).find()) {
        return main.toString();
      }
      if (!ASIDE.matcher(clause).find()) {
        Matcher instead = INSTEAD.matcher(clause);
        main.append(instead.find() ? clause.substring(0, instead.start()) : clause);
      }
      from = to;
    }
    return main.toString();
  }
}
