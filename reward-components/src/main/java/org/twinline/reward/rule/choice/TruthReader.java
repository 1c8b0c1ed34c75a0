package org.twinline.reward.rule.choice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads whether an answer says yes or no.
 *
 * <p>What is boxed or tagged decides; then what follows a correction; then the opening word and
 * what a cue leads to ("the answer is", 答案为), which must agree; then what is called true or false
 * ({@code 该说法错误}); then modal verbs (能, 不宜, "should not") of the last sentence that has one.
 * Negations are counted, so {@code 没有错} and "not incorrect" are yes. Sentences that say both are
 * unknown.
 */
public final class TruthReader {
  private static final String END = "(?=[\\s\\p{P}]|$)";
  private static final Pattern WORD =
      Pattern.compile(
          "(?<yes>yes|yep|yeah|true|correct|right|indeed|affirmative|certainly|absolutely|agree|of course|是的?|对的?|正确的?|没错|的确|可以的?|能|会的?|有的?|应该|需要|同意|当然|真的?|√|✓|✔|t|y)"
              + "|(?<no>no|nope|false|incorrect|wrong|not true|not correct|negative|disagree|never|否|不是的?|不对的?|不正确|错误?的?|错了|不能|不可以?|不会|不行|不应该?|不需要|没有|无|不同意|假的?|×|✗|✘|x|f|n)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OPENING =
      Pattern.compile("[\\s\\p{P}]*(?:" + WORD.pattern() + ")" + END, Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKED =
      Pattern.compile(
          "(?:\\\\boxed\\s*\\{|<answer>)\\s*(?:" + WORD.pattern() + ")\\s*[.。]?\\s*[}<]",
          Pattern.CASE_INSENSITIVE);
  private static final Cue ANSWER =
      Cue.of(
          "(?:答案|选项|选择|结论|结果|判断|回答|因此|所以|故|综上)[^。;\\n]{0,6}?(?:是|为|:|=|,|应为|应判)\\s*[\"“'‘(]*(?:"
              + WORD.pattern().replace("<yes>", "<y>").replace("<no>", "<n>")
              + ")"
              + END
              + "|(?<![\\p{L}])(?:(?:answer|option|choice|conclusion|verdict)(?:\\s+\\w+){0,4}?\\s*(?:is|would be|[:=])|answer|therefore|thus|hence|so)[\\s:,\"“'‘(]*(?:"
              + WORD.pattern().replace("<yes>", "<ye>").replace("<no>", "<nn>")
              + ")"
              + END);
  private static final Cue CORRECTION =
      Cue.of(
          "等等|等一下|更正|纠正|修正|我错了|说错了|重新(?:考虑|审视|分析|思考|判断)|仔细一想|但(?:这|那)(?:样)?(?:是)?(?:不对|错)"
              + "|(?<![\\p{L}])(?:wait|correction|scratch that|on second thought|actually|let me re-?(?:consider|think|check)|i was wrong|my mistake)(?![\\p{L}])");

  private static final String ZH_NOT = "(?:并不是|并非是?|不是|并不|并没有?|没有?|未必|绝非|绝不|毫无|不|非|无|未|勿)";
  private static final Pattern ZH_JUDGED =
      Pattern.compile(
          "(?<neg>(?:"
              + ZH_NOT
              + "(?:能说|完全|是|算|存在|什么|任何|够|太|有|说)?){0,4}+)"
              + "(?:(?<t>正确|准确|属实|成立|合理|如此|(?<![针相应反面])对(?![应于照抗症称策比象侧])|同意|真的)|(?<f>错误|有误|谬误|误区|错(?![综位构乱颌])|假(?:的|命题)|问题(?=[。,;!]|$)))");
  private static final Pattern ZH_MODAL =
      Pattern.compile(
          "(?<neg>(?:"
              + ZH_NOT
              + "){0,4}+)"
              + "(?<m>能够?|可以|可能|可行|可用|可(?![见知疑])|会(?![诊阴厌])|(?<![反对相效])应该?|该(?=[用做给停]|$)|需要?|宜|建议|推荐|必要|必须|必|适合|适用|属于|支持|存在|允许|同意|得(?=不)|行(?=[。,;!]|$)|是(?!否|指))"
              + "(?<again>不(?!良|适|全|足|明|稳|孕|育|同|仅|但|过|管|论|少|久|断|当|等|可逆))?"
              + "|(?<ban>无法|无需|无须|不必|切勿|禁止|禁忌|禁用|避免|没有必要|没必要)");
  private static final Pattern ZH_NOT_ONE =
      Pattern.compile("并不是|并非是?|不是|并不|并没有?|没有?|未必|绝非|绝不|毫无|不|非|无|未|勿");

  private static final String EN_NOT =
      "(?:not|never|nothing|hardly|cannot|no|neither|nor|[a-z]{2,6}n['’]t|without)";
  private static final Pattern EN_JUDGED =
      Pattern.compile(
          "(?<![\\p{L}])(?<neg>(?:"
              + EN_NOT
              + "\\s+(?:(?:be|at all|entirely|quite|completely|exactly|necessarily|a|an|the|really|considered|strictly|is|are)\\s+){0,3}+){0,3}+)"
              + "(?:(?<t>true|correct|accurate|valid|(?:(?<=is )|(?<=are )|(?<=’s )|(?<='s ))right(?=\\s*[.,;!]|\\s*$))|(?<f>false|incorrect|wrong|untrue|inaccurate|invalid|mistaken|errors?(?=[\\s.]|$)|mistakes?|a myth))(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EN_MODAL =
      Pattern.compile(
          "(?<![\\p{L}])(?:(?<not>not|never|cannot|no|neither|nor|contraindicated|unnecessary|unsafe|inappropriate|unlikely|avoid(?:ed)?|fails?|unable|lacks?)"
              + "|(?<aux>(?:ca|wo|sha)n['’]t|(?:can|could|should|would|will|does|do|did|is|are|was|has|have|may|must)(?:n['’]t)?))(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  private TruthReader() {}

  /** Whether the text says yes (true) or no (false); empty where it says neither or both. */
  public static Optional<Boolean> read(String answer) {
    String text = Prepared.of(answer).strip();
    Matcher marked = MARKED.matcher(text);
    Optional<Boolean> found = Optional.empty();
    while (marked.find()) {
      found = Optional.of(marked.group("yes") != null);
    }
    if (found.isPresent()) {
      return found;
    }
    Cue.Places correction = CORRECTION.on(text, 0, text.length());
    int from = 0;
    while (correction.next()) {
      from = correction.start() > 0 ? correction.end() : from;
    }
    if (from > 0) {
      found = plain(text.substring(from).replaceFirst("^[\\s\\p{P}]+", ""));
    }
    return found.isPresent() ? found : plain(text);
  }

  /** The truth value of a word or short phrase that says nothing else; empty where it says more. */
  public static Optional<Boolean> word(String item) {
    String text = Prepared.of(item).strip().replaceAll("[.。!！]+$", "");
    Matcher word = WORD.matcher(text);
    boolean letter = text.length() == 1 && text.charAt(0) < 128;
    return word.matches() && !letter ? Optional.of(word.group("yes") != null) : Optional.empty();
  }

  private static Optional<Boolean> plain(String text) {
    Matcher opening = OPENING.matcher(text);
    Optional<Boolean> opened =
        opening.lookingAt() && complete(text, opening.end())
            ? Optional.of(opening.group("yes") != null)
            : Optional.empty();
    Cue.Places cue = ANSWER.on(text, 0, text.length());
    Optional<Boolean> cued = Optional.empty();
    while (cue.next()) {
      cued = Optional.of(cue.has("y") || cue.has("ye"));
    }
    if (opened.isPresent() && cued.isPresent()) {
      return opened.equals(cued) ? opened : Optional.empty();
    }
    if (opened.isPresent() || cued.isPresent()) {
      return opened.isPresent() ? opened : cued;
    }
    Tally judged = new Tally();
    judge(ZH_JUDGED, ZH_NOT_ONE, text, judged);
    judge(EN_JUDGED, EN_NOT_ONE, text, judged);
    if (judged.any()) {
      return judged.value();
    }
    Optional<Boolean> last = Optional.empty();
    for (String sentence : SENTENCES.split(text)) {
      Tally said = new Tally();
      chineseModals(sentence, said);
      englishModals(sentence, said);
      last = said.any() ? said.value() : last;
    }
    return last;
  }

  private static final Pattern SENTENCES = Pattern.compile("[。！!？?\\n;；]|\\.(?=\\s|$)");
  private static final Pattern CLAUSES =
      Pattern.compile("[,，:：]|(?<![\\p{L}])(?:but|and|because|since)(?![\\p{L}])|但|因为|由于");
  private static final Pattern EN_NOT_ONE = Pattern.compile(EN_NOT, Pattern.CASE_INSENSITIVE);

  /** Not "no evidence", "no longer" or "right ventricle": an opening word stands for itself. */
  private static boolean complete(String text, int end) {
    return end == text.length()
        || text.charAt(end) != ' '
        || Prepared.ideograph(text.charAt(end - 1))
        || !Prepared.word(text.charAt(Math.min(end + 1, text.length() - 1)))
        || LabelContext.follows(LabelContext.wordAfter(text, end + 1));
  }

  private static void judge(Pattern pattern, Pattern not, String text, Tally tally) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      boolean adjective =
          CHOSEN.matcher(text).region(matcher.end(), text.length()).lookingAt()
              || (text.startsWith("的", matcher.end())
                  && matcher.end() + 1 < text.length()
                  && Prepared.ideograph(text.charAt(matcher.end() + 1))
                  && !STATEMENT.matcher(text).region(matcher.end() + 1, text.length()).lookingAt());
      if (!adjective) {
        boolean even = count(not, matcher.group("neg")) % 2 == 0;
        tally.add(even == (matcher.group("t") != null));
      }
    }
  }

  /** Behind "correct": which answer is, not whether something is. */
  private static final Pattern CHOSEN =
      Pattern.compile(
          "的?(?:选项|答案|选择)|\\s(?:options?|answers?|choices?|responses?)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STATEMENT =
      Pattern.compile("说法|观点|叙述|描述|表述|判断|陈述|结论|看法|认识|做法|命题|理解|[呢吧啊呀哦]");

  private static void chineseModals(String sentence, Tally tally) {
    for (String clause : CLAUSES.split(sentence)) {
      Matcher matcher = ZH_MODAL.matcher(clause);
      int negations = 0;
      boolean any = false;
      while (matcher.find()) {
        if ("是".equals(matcher.group("m")) && matcher.group("neg").isEmpty()) {
          continue;
        }
        any = true;
        boolean ban = matcher.group("ban") != null;
        negations += ban ? 1 : count(ZH_NOT_ONE, matcher.group("neg"));
        negations += !ban && matcher.group("again") != null ? 1 : 0;
      }
      if (any) {
        tally.add(negations % 2 == 0);
      }
    }
  }

  private static void englishModals(String sentence, Tally tally) {
    for (String clause : CLAUSES.split(sentence)) {
      Matcher matcher = EN_MODAL.matcher(clause);
      int negations = 0;
      boolean any = false;
      while (matcher.find()) {
        any = true;
        boolean contracted =
            matcher.group().indexOf('\'') >= 0 || matcher.group().indexOf('’') >= 0;
        negations += matcher.group("not") != null || contracted ? 1 : 0;
      }
      if (any) {
        tally.add(negations % 2 == 0);
      }
    }
  }

  private static int count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /** What was said so far. */
  private static final class Tally {
    private boolean yes;
    private boolean no;

    void add(boolean value) {
      yes |= value;
      no |= !value;
    }

    boolean any() {
      return yes || no;
    }

    Optional<Boolean> value() {
      return yes == no ? Optional.empty() : Optional.of(yes);
    }
  }
}
