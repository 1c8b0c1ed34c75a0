package org.twinline.reward.guard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;

/**
 * Rejects a chain of thought that is blank or hollow: fewer than {@value #LEAST} words (two Chinese
 * characters are one word) are left without the answer itself and without filler such as 略, 显然,
 * 答案是, "obviously" or "the answer is".
 *
 * <p>Eight words are about the shortest sentence that can give a reason; the threshold is a choice,
 * not fitted. An honest chain of one very short sentence is rejected too.
 */
public final class NoReasoning implements Guard {
  /** The least words that are left of an honest chain of thought. */
  public static final int LEAST = 8;

  private static final Pattern FILLER =
      Pattern.compile(
          "略|显而易见|显然|很?明显|不言而喻|不难看出|众所周知|如上所?述?|同上|见上文?|思考过程|思考中?|推理过程|推理|分析过程|分析如下|分析|让我想?一?想|一步一?步"
              + "|根据题意|由题意?可?得?知?|题目|综上所述|综上|因此|所以|于是|故而?|最终|正确|答案|选项?|应该|诊断|考虑|就是|这是|是|为|的|了|我|此题|本题|很?简单|直接|得出|可得|可知|结论|嗯|好的|首先|然后|最后"
              + "|(?i)\\b(?:obviously|clearly|evidently|trivial(?:ly)?|n/?a|none|see above|as above|thinking"
              + "|reasoning|let me think|let's think|step by step|okay|ok|hmm+|well|so|thus|therefore|hence"
              + "|the|a|an|is|it|this|that|i|we|final|correct|answer|diagnosis|question|based on|analysis"
              + "|just|must be|simple|straightforward|easy|conclusion|in summary|first|then|finally|think"
              + "|know|of course|will|be)\\b");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  @Override
  public String name() {
    return "no_reasoning";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    double stated = Size.words(candidate.cot());
    double left = stated == 0 ? 0 : wordsLeft(content(candidate));
    return left < LEAST
        ? Optional.of(
            Rejection.of(
                RejectionReason.NO_REASONING,
                left,
                Explanation.number(stated),
                Integer.toString(LEAST)))
        : Optional.empty();
  }

  private static String content(Candidate candidate) {
    String answer = candidate.answer().strip();
    String cot = candidate.cot();
    if (!answer.isEmpty()) {
      cot = cot.replace(answer, " ");
    }
    return cot;
  }

  /** A folded text without filler; single blanks are left in its place. */
  static String withoutFiller(String text) {
    return BLANKS.matcher(FILLER.matcher(text).replaceAll(" ")).replaceAll(" ");
  }

  /** The words between fillers, counted no further than is needed to let the text pass. */
  static double wordsLeft(String text) {
    Matcher filler = FILLER.matcher(text);
    double words = 0;
    int from = 0;
    while (words < LEAST && filler.find()) {
      words += Size.words(text.substring(from, filler.start()));
      from = filler.end();
    }
    return words < LEAST ? words + Size.words(text.substring(from)) : words;
  }
}
