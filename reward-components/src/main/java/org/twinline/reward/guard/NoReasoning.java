package org.twinline.reward.guard;

import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.text.Alternation;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.terminology.NameNormaliser;

/**
 * Rejects a chain of thought that is blank or hollow: fewer than {@value #LEAST} words (two Chinese
 * characters are one word) are left without what it shares with the answer and without filler, that
 * is words about thinking and answering (略, 显然, 答案是, "obviously", "the answer is") and words
 * without a meaning of their own.
 *
 * <p>Four such words are about the shortest clause that can give a reason ("Below 30 it accumulates
 * and raises lactate" has five); the bound was chosen on the seen half of the planted corpus, where
 * hollow thoughts leave at most two or three and honest ones of a single clause four or more.
 */
public final class NoReasoning implements Guard {
  /** The least words that are left of an honest chain of thought. */
  public static final int LEAST = 4;

  /** Longer texts have more to say than their answer. */
  private static final int LONG = 600;

  /** What a text says about thinking and answering, and words without a meaning of their own. */
  private static final Alternation FILLER =
      Alternation.of(
          "省?略|显而易见|显然|很?明显|不言而喻|不难看出|众所周知|如上所?述?|同上|详?见(?:上文?|下文?|附件|答案)?|思考过程|思考中?|推理过程|推理|分析过程|分析如下|分析|让我想?一?想|第?[一二三四五]步"
              + "|根据|题意|由题意?可?得?知?|(?:这|此|本)?(?:道|个)?(?:题目?|问题)|综上所述|综上|综合|因此|所以|于是|故而?|最终|最后|正确|答案|选项?|应该|诊断|考虑|就是|这是|是|为|的|了|我|此题|本题|很?简单|很?容易|直接|那么|这个|一个|回答|写|吧|嘛|得出|可得|可知|结论"
              + "|嗯|好的?|首先|其次|然后|经过|仔细|认真|以上|以下|上述|所有|信息|可以|即可|知道|判断|常识|经验|直觉|感觉|告诉|没什么|没有|不?需要?|无需|必要|多言|多说|说明?|不再|此处|赘述|过程|步骤|继续|完成|确定|肯定|当然|应|选择|合适|方案|理由|指南|常规",
          "obvious(?:ly)?|clear(?:ly)?|evident(?:ly)?|trivial(?:ly)?|n/?a|none|no|not|nothing|see|above|below|as|given|thinking"
              + "|reasoning|thoughts?|think|let|me|my|us|step|by|okay|ok|about|quick(?:ly)?|hmm+|well|so|thus|therefore|hence"
              + "|the|a|an|is|it|its|this|that|here|there|i|we|you|final|correct|right|answers?|diagnosis|questions?|options?|choices?|based|on|analysis|analy[sz]e\\w*|considerations?|consider(?:ing|ed)?|careful(?:ly)?|thorough(?:ly)?"
              + "|just|must|be|been|simpl[ey]|straightforward|easy|conclusions?|conclude[ds]?|concluding|arrived?|summary|first|second|third|then|finally|next|last|after|before|taking|everything|all|into|account"
              + "|know|known|of|course|will|would|can|have|has|had|got|get|to|in|at|for|from|with|and|or|one|more|say|says|said|chain|hidden|omitted|omit|skip(?:ping|ped)?|brevity|explanations?|explain(?:ed)?|need(?:ed|s)?|needless|guess|gut|intuition|feeling|guidelines?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "no_reasoning";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    double left = wordsLeft(content(candidate));
    return left < LEAST
        ? Optional.of(
            Rejection.of(
                RejectionReason.NO_REASONING,
                left,
                Explanation.number(Size.words(candidate.cot())),
                Integer.toString(LEAST)))
        : Optional.empty();
  }

  /** The chain of thought without the answer, or without the longest part of it that it holds. */
  private static String content(Candidate candidate) {
    String answer = candidate.answer().strip();
    String cot = candidate.cot();
    if (cot.length() > LONG) {
      return cot;
    }
    if (!answer.isEmpty()) {
      cot = cot.replace(answer, " ");
    }
    Tokens thought = Tokens.of(cot);
    String common = answer.length() > LONG ? "" : thought.common(Tokens.of(answer));
    return common.length() > 4 || (!common.isEmpty() && NameNormaliser.unspaced(common.charAt(0)))
        ? thought.text().replace(common, " ")
        : cot;
  }

  /** A folded text without filler; single blanks are left in its place. */
  static String withoutFiller(String text) {
    String blanked = FILLER.replaceAll(text, " ");
    StringBuilder out = new StringBuilder(blanked.length());
    for (int i = 0; i < blanked.length(); i++) {
      if (blanked.charAt(i) != ' ' || i == 0 || blanked.charAt(i - 1) != ' ') {
        out.append(blanked.charAt(i));
      }
    }
    return out.toString();
  }

  /** The words between fillers, counted no further than is needed to let the text pass. */
  static double wordsLeft(String text) {
    Alternation.Search filler = FILLER.in(text);
    double words = 0;
    int from = 0;
    while (words < LEAST && filler.find()) {
      words += Size.words(text.substring(from, filler.start()));
      from = filler.end();
    }
    return words < LEAST ? words + Size.words(text.substring(from)) : words;
  }
}
