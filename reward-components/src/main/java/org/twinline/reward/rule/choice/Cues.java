package org.twinline.reward.rule.choice;

import java.util.regex.Pattern;

/**
 * The words that say what an answer holds of an option, to its left ({@code 故选}, "rule out") or to
 * its right ({@code 均不对}, "is correct"). Patterns for the left are anchored at their end.
 */
final class Cues {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  private static final String OPEN = "[\\s:=(\\[{【「『“\"'‘《<>*#\\-–—]*+";
  // Possessive: a hostile repetition of these words must not be tried in every division.
  private static final String FILL =
      OPEN
          + "(?:(?:应该|应当|应|就|可能|最可能|选择|选项|选|答案|第|的是|了|本题|正确的?(?!是)|最佳的?|是|为|成"
          + "|(?:only|therefore|thus|most likely|likely|probably|clearly|definitely|actually|indeed|instead"
          + "|simply|then|the|an|a|to|be|option|choice|answer|letter|both|number|in fact|again)(?![\\p{L}]))"
          + "[\\s:,(\\[{“\"'‘*<>]*+)*+$";

  /** Behind this, what is named is the answer. */
  static final Cue ANSWER =
      Cue.of(
          "(?:(?:答案|正确选项|最佳选项|结论|本题|此题|该题|这道题|最终选择|最终判断)[^。;\\n]{0,16}?(?:是|为|选|即|填|:|=|>)"
              + "|(?:正确|符合题意|符合题干|对)的(?:选项|答案|说法|叙述|描述|表述|一项|只|就|应)?[有是为:]"
              + "|(?<![首可筛优备挑])(?<!不)选择?|应选|答案|(?:只|仅|就)?剩下?|更正|改为|改成|改选|修正为|纠正为|订正为|应为|应该为|应是|应该是|应当是|应当为"
              + "|\\b(?:answer|choice|option|selection|response|solution)s?(?:\\s+\\w+){0,5}?\\s*(?:is|are|be|has to be|:|=|>|’s|'s)"
              + "|\\b(?:choose|choosing|chose|select|selecting|selected|pick|picking|picked|go with|going with|went with|opt for|opting for|settle on|mark|leaves?|leaving|left with|answer|narrow(?:s|ed)? (?:it )?down to|my vote goes to)"
              + "|(?<![\\p{L}])ans(?:wer)?\\s*[:.=])"
              + FILL);

  /** Behind this, what is named is what the text concludes. */
  static final Cue LINK =
      Cue.of(
          "(?:(?:最|首选|首先|主要|诊断|考虑|可能|提示|判断|推荐|综上|所以|因此|故|由此|可见|可知|说明)[^。;\\n]{0,40}?(?:是|为|:|考虑|选用|给予|使用|采用|符合|属于|应当?|选)"
              + "|(?:诊断为|考虑为?|首选|符合|支持|倾向于?|属于|提示|指向|应(?:当|该)?(?:给予|使用|采用|行|做|首选|用)?|只有|正是|就是|才是)"
              + "|\\b(?:most|best|likely|correct|right|true|appropriate|preferred|first[- ]line|diagnosis|cause|conclusion|consistent|suggest\\w*|indicat\\w*|points?|explained|therefore|thus|hence|so|conclude|overall)\\b[^.;\\n]{0,90}?\\b(?:is|are|be|with|by|to|of|as|that|suggests?|indicates?|towards?|for|:)"
              + "|\\b(?:it|this|that|which)\\s*(?:’s|'s|is|must be|should be|has to be|would be|can only be)"
              + "|\\b(?:therefore|thus|hence|instead|actually|rather|only|but))"
              + FILL);

  /** Behind this, what is named is ruled out. */
  static final Cue DENIED_LEFT =
      Cue.of(
          "(?:(?:不|勿|别|莫|未|并非|而非|绝非|非|无|没有|未见|除外?|除了|排除|除去|剔除|淘汰|否定|否认|放弃|区别于|不同于|有别于|相?比|相较于?|误选|误认为|错选|干扰项)"
              + "(?:应该?|能|可|会|宜|要|再|是|选择?|考虑|支持|符合|属于|存在|见|包括|为|掉|了|推荐)*"
              + "|(?:错误|不正确|不对|不符合题意)的?(?:选项|答案|说法|项)?(?:有|是|为|包括|:)"
              + "|\\b(?:not|never|neither|nor|cannot|can’t|can't|isn’t|isn't|aren’t|aren't|wasn’t|wasn't|rather than|instead of|as opposed to|unlike|without|except(?: for)?|other than|no"
              + "|rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|reject(?:s|ed|ing)?|discard(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|than|compared (?:to|with)|versus|vs\\.?|against|over|cross(?:es|ed|ing)? (?:off|out)"
              + "|(?:incorrect|wrong|false)(?: (?:options?|choices?|answers?|ones))?(?: (?:is|are|include|includes)|:)))"
              + "(?:\\s+(?:be|likely|the|a|an|answer|option|options|choice|choices|choose|pick|select|simply|just|by|to|because|of|it|is|are|both)(?![\\p{L}]))*+"
              + OPEN
              + "(?:选项|option|choice)?"
              + OPEN
              + "$");

  private static final String CLOSE = "[\\s)\\]}】」』”\"'’》]*+";
  private static final String ZH_SUBJECT =
      "(?:选项|项|答案|这一?(?:选项|项)|[二两三四五六七](?:者|项|个选项)|的?(?:说法|描述|叙述|表述|诊断|选择|内容))*+[\\s,:]{0,2}";
  private static final String EN_SUBJECT =
      "(?:(?:options?|choices?|answers?)(?![\\p{L}]))?[\\s:–—-]*+";
  private static final String EN_DEGREE =
      "(?:(?:all|both|each|also|therefore|clearly|thus|definitely|obviously|much|far|less|more|indeed|by far|only"
          + "|single|most|better|one(?= )|our|my|it as|an|a|the)\\s+)*+";

  /** To the right of what is judged to be false. */
  static final Cue FALSE_RIGHT =
      Cue.of(
          CLOSE
              + "(?:"
              + ZH_SUBJECT
              + "(?:均|都|皆|全|也|亦|显然|则|明显|同样|是|为|属于?|有(?!误)|可以|可|应该?|被|并|说法|表述|描述|叙述|的)*+"
              + "(?:不正确|不准确|不对|错误|错|有误|误|不成立|不恰当|不妥|欠妥|[×✗✘])"
              + "|"
              + EN_SUBJECT
              + "(?:(?:is|are|was|were|seems?|appears?|would be|being)\\s+)?"
              + EN_DEGREE
              + "(?:incorrect|wrong|false|inaccurate|untrue|not (?:correct|true|right|accurate)"
              + "|(?:is|are)n['’]t (?:correct|true|right)))");

  /** To the right of what is ruled out. */
  static final Cue DENIED_RIGHT =
      Cue.of(
          CLOSE
              + "(?:"
              + ZH_SUBJECT
              + "(?:均|都|皆|全|也|亦|显然|则|明显|同样|可以|可|应该?|已|被|即|首先|先|予以|的|是|逐一|逐个|一一|分别|全部|完全|并(?!非)|与题[意干])*+"
              + "(?:不符合?|不相符|排除|不选|不能|不可|不应|不会|不考虑|不支持|(?<!,)(?:不是|并非)|不合适|不适合|不恰当|不适用"
              + "|不属于|不包括|不宜|除外|淘汰|否定|否决|剔除|去除|站不住脚|没有?可能|[说讲]不通|无关|干扰|矛盾|与[^,。;]{0,12}(?:不符|矛盾|无关))"
              + "|"
              + EN_SUBJECT
              + "(?:(?:is|are|was|were|can be|could be|may be|would be|should be|has been|have been|seems?|appears?"
              + "|does|do|did|would|could|can|being)\\s+)?"
              + EN_DEGREE
              + "(?:ruled out|excluded|eliminated|unlikely|(?<=less )likely|inappropriate|contraindicated|inconsistent"
              + "|out\\b|not\\b|cannot\\b|impossible|improbable|implausible|(?:ca|does|do|is|are|would|wo)n['’]t|fails?\\b|contradicts?|rejected"
              + "|irrelevant|distractors?))");

  /** To the right of what is judged to be true. */
  static final Cue AFFIRMED_RIGHT =
      Cue.of(
          CLOSE
              + "(?:"
              + ZH_SUBJECT
              + "(?:才|就|则|也|亦|均|都|皆|全|是|为|属于?|最为?|更|完全|显然|应(?!选)该?|本题|此题|唯一|的|比较|较|与题[意干])*+"
              + "(?:正确|[√✓✔]|对(?![应于比照抗症称策])|符合|相符|答案|佳|合适|恰当|适当|适合|可能|首选|应选|准确|成立|必选|当选|入选|合理)"
              + "|,?"
              + EN_SUBJECT
              + "(?:(?:is|are|was|were|seems?|appears?|would be|must be|remains?|stands? out as|being|makes?)\\s+)?"
              + EN_DEGREE
              + "(?:correct|right|true|best|answers?|choice|one|(?<!less )likely|appropriate|accurate|fits?|match(?:es)?|winner"
              + "|sense|wins)(?![\\p{L}]))");

  /** A judgement further on in the same sentence, where nothing else is named before it. */
  static final Cue JUDGED =
      Cue.of(
          "(?<false>不正确|不准确|(?<!是)不对|错误|有误|(?<![\\p{L}])(?:incorrect|wrong|false|inaccurate)(?![\\p{L}])|not (?:correct|true|right))"
              + "|(?<denied>不符合?题[意干]|不符(?=[,。;!]|$)|排除(?=[,。;!]|$)|不选(?=[,。;!]|$)|不是(?:本题|正确)?答案|不考虑(?=[,。;!]|$)|不支持(?=[,。;!]|$)|(?<![\\p{L}])(?:ruled out|excluded|eliminated|unlikely|less likely|not (?:the answer|indicated|appropriate|consistent|fit))(?![\\p{L}]))"
              + "|(?<true>(?<!不)(?<!最)正确|(?<!不)符合题[意干]|(?<![\\p{L}])(?:correct|the (?:right )?answer|this fits)(?![\\p{L}]))");

  /** From here on the sentence speaks of something else. */
  static final Cue TURN =
      Cue.of(
          "其他|其它|其余|剩下|所以|故选|故本题|因此|因而|应选|答案|选(?!项)|(?:\\b(?:others?|the rest|remaining|so|therefore|thus|hence|the answer|choose|leaving|leaves|which leaves|while|whereas)\\b)");

  /** From here on the answer takes back what it said before. */
  static final Cue CORRECTION =
      Cue.of(
          "(?:^|[，,。.!！…;；—\\-\\s~])(?:(?:哦|噢|啊|呃|嗯)?不对|等等|等一下|等下|更正|纠正|订正|修正|改正|我错了|说错了|重新(?:考虑|审视|分析|思考|判断|看)|再想想|再看一下|再想一想|仔细一想)(?=[，,。.!！…:：;；—一后来更为\\s]|$)"
              + "|但这?(?:是)?(?:不对|错误的?|有误)"
              + "|(?:更正|改|修正|纠正|订正)(?:为|成|选)"
              + "|(?<![\\p{L}])(?:wait|hold on|correction|scratch that|on second thought|let me re-?(?:consider|think|check|visit|examine)|i mean|i was wrong|i made a mistake|my mistake|sorry)(?![\\p{L}])"
              + "|(?<![\\p{L}])actually,? no\\b|(?:^|[.!?\\n—-]\\s*)no[,.!—-]");

  /** A sentence that supposes or asks. */
  static final Cue SUPPOSED =
      Cue.of(
          "(?:如果|若(?!干)|假如|倘若|假设|要是|假使|虽然|尽管|乍看|乍一看)[^,，]*$|(?<![\\p{L}])(?:if|had|suppose|supposing|were it|while|although|though|even though)(?![\\p{L}])[^,]*$");

  /** A reason, up to where the conclusion is drawn. */
  static final Cue REASON =
      Cue.of(
          "(?:因为|由于|理由|鉴于)|(?<![\\p{L}])(?:because|since|given that|as it|due to|caused by)(?![\\p{L}])");

  static final Cue CONSEQUENCE =
      Cue.of("(?:所以|因此|故|则|因而|,)|(?<![\\p{L}])(?:so|therefore|thus|hence|then)(?![\\p{L}])");

  /** A sentence that sums up. */
  static final Cue SUMMARY =
      Cue.of(
          "\\s*(?:综上|因此|所以|故|总之|总的来说|最终|最后|结论|therefore|thus|in summary|in conclusion|overall|hence|finally|so\\b|conclusion|taken together)");

  /** A heading that announces the answer in the next line. */
  static final Pattern HEADING =
      Pattern.compile(
          "(?:.{0,60}[:>]|[\\s#\\d.]*(?:最终|正确|参考|我的)?(?:答案|结论|选择)|[\\s#\\d.]*(?:the |my )?(?:final |correct |best )*(?:answer|conclusion|choice)(?: is)?)[\\s:*]*$",
          FLAGS);

  /** What comes second, or is to be told apart. */
  static final Cue DIFFERENTIAL =
      Cue.of(
          "鉴别(?:诊断)?|需与|应与|其次|次之|(?<![\\p{L}])(?:differentials?|second(?:ly)? (?:is|most)|also consider)(?![\\p{L}])");

  /** Behind this stands what is more likely. */
  static final Cue LESS_THAN = Cue.of("(?<![\\p{L}])less \\w+ than" + FILL + "|不(?:如|及)" + FILL);

  /** In a question for what is false, behind this stands the answer. */
  static final Cue ASKED_FALSE =
      Cue.of(
          "(?:(?:错误|不正确|不对|不妥|不恰当|有误)的?(?:选项|答案|说法|描述|叙述|表述|一项|项)?(?:应该?|就)?[是为:]"
              + "|\\b(?:incorrect|wrong|false|untrue|not (?:true|correct))(?: (?:option|choice|answer|statement|one))?(?: (?:is|would be)|:))"
              + FILL);

  /** Between a word that rules out and what it rules out. */
  static final Pattern LEADS_ON =
      Pattern.compile(
          "(?:能|是|选|应选|考虑|为)?[\\s(\\[\"“'‘]*(?:选项|the |an? |option |options |by |with |likely )?[\\s(\\[\"“'‘]*",
          FLAGS);

  /** Questions that ask for what is false. */
  static final Cue ASKS_FALSE =
      Cue.of(
          "不正确|错误的?[是为]|错误的(?:说法|描述|叙述|表述|选项|一项)|不对的|有误|不妥|不恰当|(?:incorrect|false|wrong|not (?:true|correct|accurate))");

  private Cues() {}
}
