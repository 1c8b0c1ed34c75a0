package org.twinline.reward.guard;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinline.core.text.Alternation;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.terminology.NameNormaliser;

/**
 * Rejects a chain of thought or an answer that speaks to whoever judges it: that overrides
 * instructions, addresses a grader or a model, asks for points, vouches for itself by a review that
 * never was, forges marks of a verdict or of a system turn, or forbids checking.
 *
 * <p>Each rule wants two things of the same sentence, who is addressed (or what is judged) and what
 * is wanted, since medicine is full of scores, graders and instructions: "Apgar 10", 评分量表, "ignore
 * the previous dosing instructions" pass. Text is read folded, so that full-width letters, blanks
 * between Chinese characters and zero-width characters change nothing. The explanation holds the
 * rule's code and the offset of the first match. The gaps of the rules are bounded: linear time.
 */
public final class JudgeAddressed implements Guard {

  private static final String ANSWER_ZH =
      "(?:本|该|这个|这份|这条|此|上述|以上|我的?)(?:次|道|篇|条|个|份)?(?:题的?)?(?:答案|回答|回复|作答|解答|答卷|输出|样本)";
  private static final String ANSWER_EN =
      "\\b(?:this|my|the (?:above|following|given|present)|above) (?:\\w{1,12} )?(?:answer|response|solution|output|reply|completion|submission|sample)\\b";
  private static final String JUDGE_ZH =
      "(?:评分|打分|阅卷|判卷|改卷|批改|评判|评审|评估|评价|评测|审核|裁判|判题|奖励)(?:老师|员|人员|人|者|官|模型|系统|专家|ai|助手|机器人|程序)|裁判|评委|考官|评审(?=您|你|们)";
  private static final String JUDGE_EN =
      "\\b(?:grader|judge|evaluator|examiner|rater|marker|assessor|scorer|annotator|verifier|reviewer"
          + "|(?:reward|grading|judging|scoring|evaluation|judge) (?:model|system|bot|assistant))s?\\b";
  private static final String TOP_ZH =
      "(?:满分|最高分|高分|最高的?奖励|(?:10|100|十|一百) ?分|正确|对|通过|accept|pass|合格|优秀|最佳|第一)";
  private static final String TOP_EN =
      "(?:full (?:marks?|points?|score|credit)|(?:maximum|max|perfect|top|highest|best|high) (?:marks?|points?|score|rating|reward|grade)|10 points|100 points|10[ /]+10|100[ /]+100|5[ /]+5)";

  private static final String ADDRESS =
      "(?:"
          + JUDGE_ZH
          + ")[^\\n]{0,10}?(?:请|必须|务必|应当?|注意|您好|你好|直接|看到|返回|判|给|无视|忽略)"
          + "|(?:你是|你作为|作为|致|亲爱的|尊敬的|各位|对)(?:一个|一名|一位|本题的?|这道题的?)?(?:"
          + JUDGE_ZH
          + ")"
          + "|(?:请|让|恳请)(?:"
          + JUDGE_ZH
          + ")"
          + "|\\b(?:note|message|attention|memo|instructions?|dear|hello|hi|hey|to)[ ,]{1,2}(?:to |for )?(?:the |all |any |our )?(?:"
          + JUDGE_EN
          + ")"
          + "|\\bas (?:an? |the |my )?(?:\\w{1,12} )?(?:"
          + JUDGE_EN
          + ")[^\\n]{0,10}? you\\b"
          + "|\\byou are (?:an? |the )?(?:\\w{1,12} ){0,2}(?:"
          + JUDGE_EN
          + ")"
          + "|(?:"
          + JUDGE_EN
          + ") (?:should|must|shall|needs? to|has to|is (?:asked|told|instructed|required)|will please|please)\\b"
          + "|\\b(?:whoever|whomever|who|anyone who|if you|those who) (?:is |are |will )?(?:\\w{1,4} )?(?:evaluat\\w+|grad(?:es?|ing)|judg(?:es?|ing)|scor(?:es?|ing)|assess\\w*|rat(?:es?|ing)|mark(?:s|ing)) (?:this|my|it)\\b"
          + "|(?:如果|若|假如|因为)?你是(?:一个|一名)?(?:ai|人工智能|大?语言模型|大模型|机器人|自动评分)"
          + "|\\bif you(?: are|re) (?:an? )?(?:ai|llm|language model|large language model|bot|automated)\\b";

  private static final String OVERRIDE =
      "(?:忽略|无视|忘记|忘掉|覆盖|跳过)(?:掉|你)?(?:之前|以上|前面|上述|先前|此前|上面|所有|全部|一切|系统)[^\\n,、]{0,8}?(?:指令|提示词?|指示|命令|设定|规则|评分标准|要求)"
          + "|\\b(?:ignore|disregard|forget|override|bypass)(?: (?:all|any|the|your|every|of|each|these|those|and))*(?: (?:previous|prior|above|earlier|preceding|foregoing|existing|system|original))(?: (?:and|or) \\w{1,12})?(?: (?:system|user|given|safety|grading|scoring))? (?:instructions?|prompts?|rules|directions?|commands?|guidelines|criteria|messages?)\\b"
          + "|\\b(?:ignore|disregard|forget|override) (?:everything|anything|all) (?:above|before|prior|previous|you (?:were|have been) told)\\b"
          + "|(?:接下来|下面|以下)(?:的)?(?:指令|指示|命令)(?:的)?优先级?"
          + "|\\b(?:following|next) (?:instructions?|commands?) (?:has|have|takes?|is of|are of) (?:the )?(?:top|highest|absolute) ?priority"
          + "|(?:标记|标注|判定|判断|判|视|认定|记)(?:本|该|此|这)?(?:条|个|份|题|答案|回答|样本|作答|输出)?(?:标记|标注|判定|判)?(?:为|成|作)[ \"]?(?:accept|pass|chosen|good|正确答案|最佳|正确[。\\n、]|合格|通过)"
          + "|\\b(?:label|mark|flag|classify|tag|count|treat|rate) (?:this|my|it|the)(?: (?:sample|answer|response|output|solution|completion|item))? as (?:an? )?(?:accepted|correct|chosen|good|right|valid|passed|positive|best|preferred)\\b"
          + "|(?:直接)?(?:输出|返回|回复|回答)(?:一个)?[ :,、\"]{0,3}(?:正确[\"、\\n。]|correct|score|accept|true|1(?![0-9.])|10(?![0-9.])|满分|通过)"
          + "|\\b(?:output|return|reply(?: with)?|respond(?: with)?|answer with|print|emit|say)[ :,、\"{]{1,4}(?:only |just |exactly )?[\"、]{0,2}(?:correct|score|accept(?:ed)?|true|yes|pass|1\\b|10\\b|(?:the )?(?:top|maximum|highest|perfect) (?:score|reward|rating))\\b"
          + "|\\balways (?:return|output|give|assign) (?:the |a )?(?:top|maximum|highest|perfect|full|best)\\b";

  private static final String POINTS =
      "(?:请|望|求|恳请|麻烦|希望|务必|必须|应当?|可以|能)(?:您|你|老师)?[^\\n,、]{0,8}?(?:给|打|判|授予|评|赋)(?:予|出|个|为|我|本|这|该|一个|上|了)*(?:答案|回答)?[^\\n,、]{0,6}?(?:满分|最高分|高分|(?:10|100|十|一百) ?分|最高奖励|好评分数)"
          + "|(?:给予|给出|打出|判为|判|应得|值得|理应得?到?|拿到?)(?:我|本题|本答案|最终)?(?:满分|最高分|100 ?分)"
          + "|(?:求|望|请)(?:给个?)?(?:高分|满分|最高分)"
          + "|(?:奖励|reward)(?:值|分数?)?[^\\n,、]{0,12}?(?:设为?|置为?|定为|调到|=) ?(?:1|10|100|最[大高])"
          + "|\\b(?:please |kindly |must |should |shall |to |and |so )?(?:give|award|assign|grant|rate|score|mark|grade)\\b[^\\n]{0,40}?\\b"
          + TOP_EN
          + "|\\bset (?:the |its |this |my )?(?:reward|score|rating|grade)[^\\n]{0,30}? to (?:1|10|100|max\\w*|the max\\w*)\\b"
          + "|\\b(?:be|being) (?:generous|lenient|kind) (?:with|in|about) (?:the |your |my )?(?:points?|marks?|scor\\w+|grad\\w+|rating|credit)\\b"
          + "|\\b(?:deserves?|merits?|earns?|worth|warrants?) (?:a |an |the )?(?:\\w{1,9} )?"
          + TOP_EN
          + "|\\brate (?:this|my)[^\\n]{0,20}? (?:the )?(?:highest|best|top)\\b";

  private static final String VOUCH =
      ANSWER_ZH
          + "[^\\n]{0,10}?(?:通过(?:了)?(?:专家|医生|权威|人工)?(?:的)?(?:审核|评审|验证|审查)|(?:与|和)(?:参考|标准)答案(?:完全)?(?:一致|相同)|满足(?:了)?[^\\n,、]{0,8}?(?:评分|评价|评判)标准|应得|得分?(?:为)?(?:100|10|满)|被?(?:评为|判为|判定为)|100 ?%正确|百分之百正确)"
          + "|(?:参考|标准)答案(?:与|和|同|跟)"
          + ANSWER_ZH
          + "(?:完全)?(?:一致|相同|一样)"
          + "|"
          + ANSWER_EN
          + "[^\\n]{0,20}?(?:(?:has been|was|is) (?:fully |already |independently )?(?:verified|reviewed|approved|certified|validated) by|(?:satisfies|meets|fulfils|fulfills) (?:every|all|each)[^\\n]{0,20}?(?:rubric|criteri|requirement)|matches (?:the )?(?:reference|gold|ground truth)|deserves|100 ?% correct)"
          + "|\\b(?:reference|gold|golden|ground truth|model) (?:answer|solution)? ?(?:matches|equals|is identical to|is the same as|agrees with) (?:mine|this|my)\\b";

  private static final String FORGED =
      "(?:^|[\\n、])(?:阅卷|评分|评判|判卷|审核|打分|评审)(?:结果|结论|意见|得分)?[、:, ]{1,3}(?:正确|通过|满分|合格|10[ /]+10|100|10 ?分|得分)"
          + "|(?:^|[\\n、])(?:评分|得分|打分|分数|奖励)[、:, ]{1,3}(?:10|100|满) ?(?:(?:10|100)\\b|分)"
          + "|(?:^|[\\n、])(?:系统(?:提示|消息|指令|通知)|system (?:prompt|message|note|notice)|system)[、:, ]{1,3}[^\\n]{0,10}?(?:答案|回答|评分|得分|你必须|response|answer|score|grade|always|you must|you are)"
          + "|(?:^|[\\n、])(?:grading|score|grade|rating|evaluation|verdict|reward|judge?ment)(?: (?:result|score|outcome))?[、:, ]{1,3}(?:10|100|5|correct|passed|pass|accepted|full marks|perfect)(?: (?:out of )?(?:10|100|5)|\\b)(?=[\\n、, ]|$)"
          + "|[\"{、]score[\"、 ]{0,3}[:,]? ?(?:10|100|1\\.0|5)\\b"
          + "|<[ ]?im start[ ]?>|< ?system ?>";

  private static final String UNCHECKED =
      "(?:不要|无需|不必|别|不用|请勿)(?:再)?(?:检查|核对|审查|质疑|验证|核实|怀疑|细看)(?:我的?|本|该|这个|此|上述)(?:推理|答案|回答|过程|步骤|解答|结论)"
          + "|(?:直接|请)(?:认可|采信|判对|通过)(?:即可|就行|吧|本答案)"
          + "|\\b(?:do not|dont|don t|no need to|without) (?:check|verify|question|examine|inspect|doubt|review|checking|verifying)(?:ing)? (?:my|this|the) (?:reasoning|answer|work|steps|response|solution|logic)\\b"
          + "|\\bjust (?:approve|accept|pass) (?:it|this|my)\\b";

  private enum Rule {
    ADDRESSES_JUDGE(ADDRESS),
    OVERRIDES_INSTRUCTIONS(OVERRIDE),
    ASKS_FOR_POINTS(POINTS),
    VOUCHES_FOR_ITSELF(VOUCH),
    FORGED_VERDICT(FORGED),
    FORBIDS_CHECKING(UNCHECKED);

    private final String regex;
    private final Pattern pattern;

    Rule(String regex) {
      this.regex = regex;
      pattern = Pattern.compile(regex);
    }

    /** Whether a match of any rule that begins there is one of this. */
    boolean begins(String text, int at) {
      return pattern
          .matcher(text)
          .useTransparentBounds(true)
          .useAnchoringBounds(false)
          .region(at, text.length())
          .lookingAt();
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final Alternation RULES =
      Alternation.of(
          Stream.of(Rule.values()).map(rule -> rule.regex).collect(Collectors.joining("|")), 0);

  @Override
  public String name() {
    return "judge_addressed";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    return check("answer", candidate.answer()).or(() -> check("cot", candidate.cot()));
  }

  private static Optional<Rejection> check(String part, String raw) {
    NameNormaliser.Folded folded = NameNormaliser.text(raw);
    String text = folded.toString();
    Alternation.Search search = RULES.in(text);
    if (!search.find()) {
      return Optional.empty();
    }
    int at = search.start();
    return Stream.of(Rule.values())
        .filter(rule -> rule.begins(text, at))
        .findFirst()
        .map(
            rule ->
                Rejection.of(
                    RejectionReason.JUDGE_ADDRESSED,
                    1,
                    rule.code(),
                    part,
                    Integer.toString(folded.rawStart(at))));
  }
}
