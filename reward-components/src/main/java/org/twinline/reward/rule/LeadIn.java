package org.twinline.reward.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that only announce an answer: 参考答案：, 我选, "Final answer =", {@code ### Answer}.
 *
 * <p>Where nothing but the answer, and perhaps its explanation, stands behind them, an answer is
 * read without them, whatever its kind: who writes "standard answer: B" says no more than who
 * writes "B". Where more stands behind, or words to the judge ({@link JudgeNotes}), nothing is
 * taken off.
 */
final class LeadIn {
  /** A longer line says more than an answer. */
  private static final int LONGEST = 80;

  /** No lead-in is longer. */
  private static final int LEADS = 160;

  private static final String ZH =
      "(?:(?:综上(?:所述)?|因此|所以|因而|故而?|那么)[,:\\s]{0,2})?"
          + "(?:(?:(?:(?:本|此|该|这道?)题目?|我|我们|最终|最后|最佳|正确|标准|参考|官方|预期|推荐|问题|唯一)(?:给出)?的?\\s?){0,3}"
          + "(?:(?:答案|选项|标答|正解|金标准)(?:应该?|应当|就)?(?:[是为选填:=>→⇒]|[-–—]{1,2}(?!\\d)|\\s)"
          + "|(?:回答|答复|解答|回复|选择|结果|结论|判断|输出|参考)(?:应该?|应当|就)?(?:[是为:=>→⇒]|\\n)|答[:.]"
          + "|(?:应|只能|可以?)?选(?:择(?!性)|(?!择))))";

  private static final String EN =
      "(?:(?:so|thus|therefore|hence|ok(?:ay)?)[,:]?\\s)?(?:the |my |our )?"
          + "(?:(?:final|correct|right|best|reference|standard|official|expected|gold(?:en)?|model|chosen|selected|proposed) ){0,3}"
          + "(?:(?:answers?|ans|option|choice|response|reply|solution|result|output|verdict|selection|pick|answer key|ground[- ]truth)"
          + "(?: ?\\([a-z ]{1,20}\\))?\\s{0,2}(?:(?:is|was|would be|should be|must be|has to be)\\s|[:=→⇒]|-{1,2}>?(?!\\d)|[–—]|\\n)"
          + "|(?:final|selected|key|reference|gold)\\s?[:=]"
          + "|i(?:'d| would| will|'ll)? (?:choose|pick|select|go with|opt for|answer)\\s)";

  private static final Pattern LEAD =
      Pattern.compile(
          "[\\s#*>_\"“`]{0,12}(?:[\\[【「『(]\\s?(?:(?:最终|正确|标准|参考|官方)?(?:答案|结论|选项)|(?:(?:final|correct|reference|standard) )?(?:answer|answer key))\\s?[\\]】」』)][\\s:]{0,3}|(?:"
              + ZH
              + "|"
              + EN
              + "))[\\s:*_\"”`]{0,8}(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  /** The label of an option in front of its text. */
  private static final Pattern LABEL = Pattern.compile("[(（]?[A-Za-z\\d][)）]?[.、:：．]\\s?");

  private static final Pattern END = Pattern.compile("[。！？!?；;\\n]|\\.(?=\\s)");

  /** What may stand behind the answer. */
  private static final Pattern EXPLAINED =
      Pattern.compile(
          "[\\s#*>_。.；;]{0,12}[\\[【]?(?:(?:答案)?解析|分析|理由|依据|说明|点评|因为|由于|(?:explanation|rationale|reason(?:ing)?|because|analysis)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** Whoever denies, or speaks of the answer twice or of himself, says more than the answer. */
  private static final Pattern MORE =
      Pattern.compile(
          "^not\\b|我|本人|但|而是|答案|选项|什么|(?:相同|一致|如上)$|\\b(?:i|my|me|but|however|answer|whatever|same|above)\\b",
          Pattern.CASE_INSENSITIVE);

  private LeadIn() {}

  /** The answer with its lead-in blanked out, lengths kept; itself where it has none. */
  static String blank(String answer) {
    Matcher lead = LEAD.matcher(halfWidth(answer.substring(0, Math.min(answer.length(), LEADS))));
    if (!lead.lookingAt()) {
      return answer;
    }
    String rest = answer.substring(lead.end());
    return alone(rest) ? " ".repeat(lead.end()) + rest : answer;
  }

  /** Whether a text is an answer and nothing else but what explains it. */
  private static boolean alone(String rest) {
    Matcher label = LABEL.matcher(rest);
    int from = label.lookingAt() ? label.end() : 0;
    Matcher ends = END.matcher(rest);
    int end = ends.find(from) ? ends.start() : rest.length();
    String behind = rest.substring(end);
    boolean nothing =
        behind.chars().noneMatch(Character::isLetterOrDigit)
            || EXPLAINED.matcher(behind).lookingAt();
    String said = rest.substring(0, end);
    return nothing
        && said.length() <= LONGEST
        && said.chars().anyMatch(Character::isLetterOrDigit)
        && !MORE.matcher(said.strip()).find()
        && !JudgeNotes.in(rest);
  }

  /** Full-width ASCII as ASCII, one character for one. */
  private static String halfWidth(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean full = c >= '！' && c <= '～';
      out.append(full ? (char) (c - '！' + '!') : c == '\u3000' ? ' ' : c == '’' ? '\'' : c);
    }
    return out.toString();
  }
}
