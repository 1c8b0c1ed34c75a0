package org.twinline.reward.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.reward.process.Step;
import org.twinline.reward.process.Steps;

/**
 * Finds the steps of a chain of thought that may state what it concludes.
 *
 * <p>A step states a conclusion where it says so (诊断为, 综上, 答案, "the answer is", "most likely" …),
 * or among the last two where it draws one (所以, 因此, "so", "this is" …). Only the last two steps and
 * those that begin in the second half count: what is concluded earlier is a premise, or has been
 * thought over since. The very last step may confirm an answer without any such word, but not
 * contradict one: what stands there is as often a remark on treatment. A step that asks states
 * nothing.
 */
final class Statements {
  private static final Pattern SAYS =
      Pattern.compile(
          "综上|综合|总之|总的来|总结|归纳|结论|最终|答案|诊断|确诊|确定|判断|最可能|最有可能|最符合|最合适|最恰当|最佳|最像|首选|应选|故选|选项|倾向|定为|就是"
              + "|剩下|唯一|只有|考虑为|考虑是|我的回答|更合理|应该是|应为"
              + "|\\b(?:answers?|diagnos(?:is|es|ed|e)|conclu\\w+|in (?:summary|short|sum)|to sum|sum(?:ming)? (?:it )?up|overall|all in all|put(?:ting)? (?:it|this|everything)"
              + "|most likely|likeliest|best (?:answer|choice|option|explanation|fit)|fits? best|best fits?|go(?:ing)? with|settl(?:e|ing) (?:on|for)|confident|leaves|leaving"
              + "|is left|final(?:ly)?|my pick|makes more sense|in the end|the choice is|must be|choose|pick)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DRAWS =
      Pattern.compile(
          "所以|因此|因而|由此|据此|可见|^\\s*故|[，,；;]故|于是|\\b(?:so|therefore|thus|hence|consequently|accordingly|this is|that is|that's|corresponds to)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final int LAST = 2;

  private Statements() {}

  /**
   * A step that may state what is concluded.
   *
   * @param from where in the chain of thought it begins: a step that only draws a conclusion has
   *     its grounds in front of it
   * @param says whether by a word, so that it may also contradict an answer
   */
  record Statement(Step step, int from, boolean says) {}

  /** The last ones, last first, at most {@code most}. */
  static List<Statement> of(String cot, int most) {
    List<Step> steps = Steps.of(cot);
    List<Statement> found = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0 && found.size() < most; i--) {
      String text = steps.get(i).of(cot);
      if (asks(text)) {
        continue;
      }
      int behind = steps.size() - 1 - i;
      boolean says = SAYS.matcher(text).find();
      Matcher draws = DRAWS.matcher(text);
      boolean drawn = !says && behind < LAST && draws.find();
      boolean late = behind < LAST || 2 * steps.get(i).start() >= cot.length();
      if (((says || drawn) && late) || behind == 0) {
        int from = steps.get(i).start() + (drawn ? draws.start() : 0);
        found.add(new Statement(steps.get(i), from, says || drawn));
      }
    }
    return found;
  }

  private static boolean asks(String step) {
    return step.endsWith("?") || step.endsWith("？");
  }
}
