package org.twinline.reward.rule;

import java.util.regex.Pattern;
import org.twinline.core.text.Alternation;

/** The words that mark the parts of an answer which state or support something. */
final class ConclusionCues {
  /** Cues in front of what they conclude. */
  static final Alternation CUE =
      Alternation.of(
          "\\\\boxed\\s*\\{|<(?:final_?)?answer>"
              + "|(?<!鉴别)(?<!既往)(?<!曾)(?<!入院)(?<!排除)(?<!误)(?<!次要)(?<!其他)(?<!伴随)(?<!其次的)(?:最(?:可能|终|后)的?)?(?:主要|初步|临床|最终|明确)?诊断"
              + "(?:应该?|首先|优先|最)?(?:考虑)?(?:是|为|[:：])\\s*[:：]?"
              + "|(?<!起初)(?<!最初)(?<!曾)(?:印象|评估|诊断结果|诊断意见)\\s*[:：]|【[^】\\n]{0,6}(?:诊断|印象|结论|答案)】"
              + "|(?:不如说是?|(?:改|更正|修正|修订|更改)(?:诊断)?(?:为|成)|实际上?(?:[^，。；\\n]{0,6}(?:得的|患的))?是|(?:真正的?)?(?:原因|病因)(?:其实|实际)?(?:是|为)"
              + "|所患的?(?:疾病|病)?(?:是|为)|剩下的?(?:只有|是)|最像|——?\\s*[是为])"
              + "|(?<!参考)(?<!标准)(?:最终|正确|最佳)?(?<!参考)(?<!标准)(?:答案|选项)(?:应该?|就)?(?:是|为|[:：])\\s*[:：]?"
              + "|(?<![问回应解])答[:：]|(?<!不)(?:应|故)选(?:择)?(?!项|的|用)[:：]?|(?<![未不])(?:证实|确认|判定)(?:为|是)"
              + "|结论(?:是|为|[:：])|(?<!不)(?<!不能)(?<!未)考虑(?:诊断)?为(?!主)"
              + "|(?<!不)(?<!才)(?:最(?:为)?(?:符合|支持|可能|倾向)(?:的)?|更(?:符合|倾向|可能)的?)(?:诊断|疾病|情况|答案)?(?:是|为|于)\\s*[:：]?"
              + "|(?<!不)应(?:该)?(?:诊断)?(?:是|为)(?!主)|而是|确诊(?:为|是)"
              + "|(?:首选|最佳|最合适|最适合|最恰当|推荐|应选)的?[^，。；\\n是为]{0,8}(?:是|为|[:：])"
              + "|(?<!differential )(?<!secondary )(?<!alternative )(?:\\b(?:final|correct|best|most likely|likely|working|leading|"
              + "principal|clinical|primary|current|patient['’]s)\\s+)*\\b(?:answer|diagnosis|conclusion)\\s*"
              + "(?:is(?! not)|would be|should be|:|：|=)\\s*:?"
              + "|(?<!\\w)(?:assessment(?: and plan)?|impression|dx)\\s*[:：]"
              + "|\\b(?:revised|changed|corrected|amended) to\\b|\\bshould (?:read|say)\\b|\\bwhat (?:you|the patient|she|he) (?:have|has) is(?! not)\\b|\\bleft with\\b"
              + "|\\bnot so much [^.;\\n]{1,80}? as\\b|\\bonly(?=[^.;,\\n]{2,80}(?:would|can|could|explains?|ties?)\\b)|\\bmakes?(?=[^.;,\\n]{2,80}the (?:better|best) (?:explanation|fit))"
              + "|(?m:^[ \\t]{0,8}(?:#{1,6}|\\*\\*)[ \\t]{0,8}(?:最终|初步|主要)?(?:诊断|结论|答案|final diagnosis|diagnosis|conclusion|final answer|answer|impression|assessment)[ \\t]{0,8}(?:\\*\\*)?[:：]?[ \\t]{0,8}$)"
              + "|\\b(?:best|next|most appropriate|preferred|first[- ]line)\\s+(?:\\w+\\s+){0,3}"
              + "(?:test|step|treatment|therapy|drug|procedure|study|investigation|choice|option|fit|"
              + "explanation|management|agent)\\s*(?:is(?! not)|would be|should be|:)"
              + "|\\b(?:it|this)\\s+(?:should|must)\\s+be(?! not)"
              + "|\\b(?:drug|treatment|test|procedure|investigation) of choice\\s*(?:is|would be|:)",
          Pattern.CASE_INSENSITIVE);

  /** Cues behind what they conclude. */
  static final Alternation BEHIND =
      Alternation.of(
          "更能(?:够)?(?:很好地)?解释|能更好地解释|\\s(?:better|best) (?:explains|accounts for|fits)\\b|(?:的)?诊断(?:成立|明确|确立|可以确定)(?!不)|\\s(?:is|would be) (?:my|the (?:final|working|correct)) (?:diagnosis|answer)\\b|(?:的)?(?:可能性|机会)(?:最|更|较|很|极)?(?:大|高)|(?:最为?符合|最有?可能|首先考虑)(?=[。；;，,！\\n]|$)"
              + "|\\s(?:is|are|seems?|appears?|would be|remains)(?: to be)?(?: by far)?(?: the)? (?:most (?:likely|probable|consistent)|"
              + "likeliest|(?:best|correct|right|most likely)(?: \\w+){0,2} (?:fit|answer|diagnosis|explanation))\\b(?!\\s+(?:to|with|not|due|caused|diagnosis|cause|explanation|\\w+ is))",
          Pattern.CASE_INSENSITIVE);

  /** What follows a cue in a question. */
  static final Pattern ASKS =
      Pattern.compile("\\s{0,4}(?:是|为)?(?:什么|何|哪|谁|which\\b|what\\b)", Pattern.CASE_INSENSITIVE);

  /** What stands for a name in front of a cue. */
  static final Pattern PRONOUN =
      Pattern.compile(
          "\\s*(?:which|what|who|that|this|it|he|she|这|那|其|什么|谁|哪个)\\s*", Pattern.CASE_INSENSITIVE);

  /** Weaker cues, in front. */
  static final Alternation SUPPORT =
      Alternation.of(
          "(?<!不)(?<!不太)(?<!不能)(?<!难以)(?<!不予)(?<!无法)(?<!起初)(?<!最初)(?<!曾)(?<!一度)(?<!均)(?<!对症)(?:支持(?!治疗|为主)|只有|唯有|怀疑|倾向于?|符合|(?<!其次)(?<!其次需)(?<!还需)(?<!也需)(?<!另需)(?<!还应)(?<!也要)(?<!还要)考虑(?!到)|(?<!不)(?<!不太)可能(?:是|为|患|得)|大概率是|提示|患有|患了)"
              + "|(?<!鉴别)(?<!的)(?<!误)(?<!可能)(?<!这一)(?<!该)(?<!此)(?<!一)诊断(?!依据|标准|明确|的)"
              + "|\\b(?:consistent with|compatible with|in keeping with|picture of|classic for|typical of|characteristic of|suspicious for|concerning for|found to have|presenting with|fits|suggest(?:s|ive of|ing)?|points? to(?:ward)?s?|favou?rs?|"
              + "indicates|indicative of|support(?:s|ive of)?|diagnosis of|(?<!initially )(?<!previously )(?<!originally )(?<!mis)diagnosed (?:with|as)|confirm(?:s|ed)(?: the diagnosis of)?|explained by|"
              + "presents? with|(?:patient|he|she|woman|man|child|boy|girl|infant) (?:most likely |likely |probably )?has|this is|it is|so this is|"
              + "attribut(?:ed|able) to|caused by|due to)(?! not)(?! a history)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Where a reason begins. */
  static final Alternation REASON =
      Alternation.of(
          "因为|由于|理由|依据|根据|鉴于|支持点|其依据"
              + "|\\bbecause\\b|\\bsince\\b(?! birth)|\\bgiven (?:the|that|his|her)\\b|\\bbased on\\b|\\bwhereas\\b"
              + "|\\bover\\b(?<=(?:favou?r|prefer) [^.;\\n]{1,80}over)|\\bas evidenced\\b|\\bas (?:the|there|he|she|it)\\b|\\bsupported by\\b",
          Pattern.CASE_INSENSITIVE);

  /** What a sentence that sums up begins with. */
  static final Pattern SUMMARY =
      Pattern.compile(
          "^\\s*(?:综上|因此|所以|故|总之|therefore|thus|in summary|in conclusion|overall|hence)",
          Pattern.CASE_INSENSITIVE);

  /** Where the list below a cue ends. */
  static final Pattern SECTION =
      Pattern.compile(
          "\\n[ \\t]{0,8}\\n|\\n[ \\t]{0,8}#|\\n[^\\n:：]{0,24}[:：][ \\t]{0,8}(?:\\n|$)|\\n[ \\t]{0,8}(?:鉴别|differential|ddx|also considered|处理|治疗|plan\\b)",
          Pattern.CASE_INSENSITIVE);

  /** The number of a list's item. */
  static final Pattern ITEM = Pattern.compile("\\d{1,2}[.)、]");

  private ConclusionCues() {}
}
