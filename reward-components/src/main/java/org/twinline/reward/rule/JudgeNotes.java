package org.twinline.reward.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.text.Alternation;

/**
 * What an answer says to whoever judges it, and not of the patient: sentences and brackets that
 * name a judge, quote or appeal to the reference, claim marks, give instructions or imitate a
 * verdict. None of it is the answer's own conclusion.
 */
final class JudgeNotes {
  /** Who judges. */
  private static final String JUDGE =
      "(?:评分|打分|判分|评价|审核)(?:者|人|员|老师|教师|专家|模型|系统|程序|须知|说明)"
          + "|评卷|阅卷|批卷|批改|改卷|判卷|判题|评判|评审|评阅|裁判|评委|考官"
          + "|\\b(?:graders?|evaluators?|scorers?|adjudicators?|autograder)\\b"
          + "|\\b(?:dear|the|an?|to|for|attention|impartial|fair|strict) (?:\\w+ )?(?:judge|examiner|reviewer|verifier|checker|rater)s?\\b(?! (?:that|whether|by))"
          + "|\\bwho(?:m?ever)? (?:scores?|grades?|marks?|judges?|checks?)\\b";

  /** What the answer is judged by. */
  private static final String REFERENCE =
      "(?:参考|标准|官方|预设|预期|期望|题库)(?:的)?(?:答案|诊断(?!标准|依据)|选项)"
          + "|\\b(?:reference|gold|golden|expected|official|ground[- ]truth)[ -](?:answers?|labels?|diagnos[ie]s|solution|choice|option)\\b"
          + "|\\b(?:standard|model) answers?\\b|\\banswer keys?\\b|\\b(?:ground truth|the reference)\\b(?! (?:range|value|level|interval|limit|standard))|\\bthe key (?:says|lists|gives|has)\\b";

  /** What it is to be worth. */
  private static final String WORTH =
      "满分|给分|得分点|算对|判对|判为?正确|(?:判|视|认|标|评|记)(?:定|作|记|为)?(?:作|为)(?:正确|对|通过|一致)|应判"
          + "|\\b(?:full|partial|maximum) (?:credit|marks?|points|score)\\b|\\bmarking (?:scheme|guide)|\\brubric\\b"
          + "|\\b(?:mark|grade|score|accept|judge|rate|label|treat|count)s?\\b(?: (?:this|it|that|these|both|either|any|my|the|all)\\b(?: (?:answers?|responses?|repl(?:y|ies)))?)?(?: as)? (?:being )?(?:correct|right|true|accepted|matching|equivalent|a match)\\b"
          + "|\\b(?:this|my|the above) (?:answer|response|reply) (?:is|equals|matches|should|must|deserves)\\b[^.;\\n]{0,40}\\b(?:same|reference|correct|accepted|right|credit|marks?)\\b";

  /** Instructions and verdicts. */
  private static final String ORDER =
      "忽略(?:以上|上述|之前|前面|先前|所有|此前)|系统(?:提示|消息|指令)|你是[^，。；\\n]{0,8}(?:评|裁判|判|审)|输出[“\"'「]"
          + "|\\b(?:ignore|disregard|forget)\\b[^.;\\n]{0,30}\\b(?:rules?|instructions?|prompts?|guidelines?|criteria)\\b"
          + "|</?(?:system|instructions?|admin|judge|grader|verdict)>|\\[/?(?:system|admin|inst)\\]|(?m:^\\s{0,4}(?:system|admin|instruction)\\s{0,2}[:：])"
          + "|\"(?:verdict|score|decision|label|correct)\"\\s{0,4}:";

  private static final String NOTES = JUDGE + '|' + REFERENCE + '|' + WORTH + '|' + ORDER;

  private static final Pattern NOTE = Pattern.compile(NOTES, Pattern.CASE_INSENSITIVE);

  /** The same where a whole text is searched, as every answer is. */
  private static final Alternation ANYWHERE = Alternation.of(NOTES, Pattern.CASE_INSENSITIVE);

  private static final Pattern BRACKETS = Pattern.compile("[(（【][^()（）【】]*[)）】]");

  private static final Pattern END = Pattern.compile("[。！？!?；;\\n]|\\.(?=\\s|$)");

  private JudgeNotes() {}

  /** Whether any of a text is said to the judge. */
  static boolean in(String text) {
    return ANYWHERE.occursIn(text);
  }

  /** The text with every such bracket, and then every such sentence, blanked out, lengths kept. */
  static String blank(String text) {
    if (!in(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    Matcher brackets = BRACKETS.matcher(text);
    while (brackets.find()) {
      blank(out, brackets.start(), brackets.end());
    }
    Matcher ends = END.matcher(text);
    int from = 0;
    while (from < text.length()) {
      int to = ends.find() ? ends.end() : text.length();
      blank(out, from, to);
      from = to;
    }
    return out.toString();
  }

  private static void blank(StringBuilder out, int from, int to) {
    if (NOTE.matcher(out).region(from, to).find()) {
      for (int i = from; i < to; i++) {
        if (out.charAt(i) != '\n') {
          out.setCharAt(i, ' ');
        }
      }
    }
  }
}
