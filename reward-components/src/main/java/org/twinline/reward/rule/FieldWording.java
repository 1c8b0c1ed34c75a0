package org.twinline.reward.rule;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.twinline.core.triple.Question;
import org.twinline.terminology.Mention;
import org.twinline.terminology.mention.Span;

/**
 * Answers to no question, worded as in a diagnosis field: 肺癌术后，高血压.
 *
 * <p>Where a question is given it asks for one thing, and who lists several has not answered it.
 * Where none is given nobody has asked for exactly one, and a bare wording may name a few things at
 * once, also what surgery left of one.
 */
final class FieldWording {
  /** So many names are a few: fewer than {@link EntityRule#FLOOD} beside the one looked for. */
  private static final int MOST = EntityRule.FLOOD;

  private static final Pattern SEPARATOR = Pattern.compile("[;；、，,+＋|/／\\n。]+");

  /** Words that leave open which of several it is, or whether. */
  private static final Pattern OPEN =
      Pattern.compile(
          "可能|怀疑|疑似|待排|鉴别|(?:不|不能|不可|未|未能|无法)(?:排除|除外)|\\b(?:possibl[ey]|probabl[ey]|suspect\\w*|perhaps|maybe|may|might|could|consider|differential|rule out|r/o)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Behind a name: it was operated on, which leaves the state that is named. */
  private static final Pattern OPERATED = Pattern.compile("[^，,;；、。\\s]{0,12}?术后");

  private FieldWording() {}

  /** Whether nothing is asked: no options, and no question with a letter or digit. */
  static boolean unasked(Question question) {
    return question.prompt().options().isEmpty()
        && question.prompt().lastUserContent().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /**
   * Whether an answer is no more than a wording: short, without a cue or a denial, and whatever
   * names an item means it: it is not absent, a relative's or part of another thing's name, and
   * past only by surgery.
   */
  static boolean is(String answer, Asked asked, List<Required> items, Assertions.Reading reading) {
    return reading.strength() == Conclusion.Strength.PLACED
        && TrainedLinks.asksOpenly(answer.strip())
        && reading.spans().stream()
            .filter(span -> asked.names(span.own(), items))
            .allMatch(span -> means(answer, span))
        && reading.asserted().stream()
            .filter(one -> asked.names(one.own(), items))
            .allMatch(one -> one.link() != Asserted.Link.LOOSE || ends(answer, one.end(), reading));
  }

  /** Whether a name ends there, or another follows without a separator. */
  private static boolean ends(String answer, int end, Assertions.Reading reading) {
    return end == answer.length()
        || !Character.isLetterOrDigit(answer.charAt(end))
        || reading.spans().stream().anyMatch(span -> span.start() == end);
  }

  private static boolean means(String answer, Span span) {
    Mention.Context context = span.context();
    String behind = answer.substring(span.end());
    return !context.negated()
        && !context.family()
        && (!context.historical() || OPERATED.matcher(behind).lookingAt())
        && !Qualifiers.alienates(answer.substring(0, span.start()))
        && !Qualifiers.alienatesBehind(behind);
  }

  /** Whether a wording names at most a few things, and not one or the other of them. */
  static boolean few(String answer, Assertions.Reading reading) {
    long pieces = Arrays.stream(SEPARATOR.split(answer)).filter(p -> !p.isBlank()).count();
    long doubts = answer.chars().filter(c -> c == '?' || c == '？').count();
    return pieces <= MOST
        && reading.asserted().size() <= MOST
        && doubts <= 1
        && !EntityRule.HEDGE.matcher(answer).find()
        && !open(answer);
  }

  /** Whether words leave it open which of several it is, or whether it is that. */
  static boolean open(String answer) {
    return OPEN.matcher(answer).find();
  }
}
