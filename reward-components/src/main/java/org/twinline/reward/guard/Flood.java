package org.twinline.reward.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.reward.rule.AnswerKinds;
import org.twinline.reward.rule.Conclusion;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * Rejects an answer that lists many entities in the hope that one is right.
 *
 * <p>Counted are distinct names in what the answer concludes, or, where it states no conclusion, in
 * every sentence that weighs possibilities (可能, 考虑, "could be" …), is a short item, or is the whole
 * answer; by structure, and where there is a terminology also by mentions that are not negated.
 * {@value #FLOOD} are a flood, or more than twice what the reference requires where that is more,
 * but only where the names make up at least {@value #DENSITY} of what is read (of the conclusion,
 * or of the whole answer where none is stated): an answer that explains itself in prose lists
 * findings, tests and treatments too. A differential of three to five beside a stated conclusion is
 * good practice and passes, and so does every answer whose kind is text: advice may be a list. The
 * density was set with the seen half of the planted corpus and long honest answers.
 */
public final class Flood implements Guard {
  /** So many distinct entities are a flood. */
  public static final int FLOOD = 6;

  static final double DENSITY = 0.5;

  private static final int MAX_ITEM = 15;
  private static final int MAX_ITEM_WORDS = 6;

  private static final Pattern PARTS = Pattern.compile("[。！？!?\\n]|\\.(?=\\s|$)");
  private static final Pattern ITEMS =
      Pattern.compile(
          "[、，,；;|\\n]|/|\\s(?:or|and)\\s|或者?|以及|(?<=[\\s。、，,；;])\\d{1,2}[.)）、]|(?m:^\\s{0,8}\\d{1,2}[.)）、])");
  private static final Pattern HEDGE =
      Pattern.compile(
          "可能|或|考虑|怀疑|不除外|待排|诊断|答案|\\bmay\\b|\\bmight\\b|\\bcould\\b|\\bpossib|\\bconsider|\\bdifferential"
              + "|\\bsuspect|\\bor\\b|\\beither\\b|\\banswer",
          Pattern.CASE_INSENSITIVE);

  /** What leads in to the first name of a list. */
  private static final Pattern LEAD =
      Pattern.compile(
          "^.{0,80}(?:[:：]|可能是?|考虑|怀疑|诊断|答案|[是为]|包括|疾病|需要?|\\b(?:be|is|are|include[sd]?|including|either|consider(?:ed)?|possible|possibly|probable|suspect(?:ed)?|answer)\\b)\\s{0,4}",
          Pattern.CASE_INSENSITIVE);

  /** What a name does not hold: the words of a sentence. */
  private static final Pattern VERBAL =
      Pattern.compile(
          "[的了]|应当|应该|可以|已经|因为|所以|如果|但是|由于|引起|导致|建议|进行|出现|说明|提示|支持|患者|注意|避免|服用"
              + "|\\b(?:is|are|was|were|be|been|being|has|have|had|which|who|that|this|these|those|it|its|he|she|they|their|can|will|would|should|must"
              + "|to|than|because|while|although|if|when|also|not|do|does|i|we|you|your|but|as|such|there)\\b",
          Pattern.CASE_INSENSITIVE);

  /**
   * What hangs on a name that stands before: its complications and examples are no other answers.
   */
  private static final Pattern SUBORDINATE =
      Pattern.compile(
          "(?:并发症|合并症|症状|表现|依据|诱因|危险因素)[^，。；\\n]{0,6}?(?:包括|有|为|如)[^。\\n]{0,400}|\\b(?:complications?|symptoms|features|findings|risk factors)\\b[^.\\n]{0,24}?\\b(?:are|include)\\b[^.\\n]{0,800}",
          Pattern.CASE_INSENSITIVE);

  private final Optional<Terminology> terminology;

  private Flood(Optional<Terminology> terminology) {
    this.terminology = terminology;
  }

  /** A guard that counts by structure alone. */
  public static Flood byStructure() {
    return new Flood(Optional.empty());
  }

  /** A guard that also counts mentions of concepts. */
  public static Flood by(Terminology terminology) {
    return new Flood(Optional.of(terminology));
  }

  @Override
  public String name() {
    return "flood";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    AnswerKind kind = AnswerKinds.recognise(question);
    if (kind == AnswerKind.TEXT || kind == AnswerKind.JSON || kind == AnswerKind.NUMBER) {
      return Optional.empty();
    }
    String answer = Ends.of(candidate.answer());
    Conclusion conclusion = Conclusion.of(answer);
    String weighed = conclusion.stated() ? conclusion.text() : possibilities(answer);
    double all = Size.words(conclusion.stated() ? conclusion.text() : answer);
    String named = SUBORDINATE.matcher(weighed).replaceAll(" ");
    Listed structural = structural(named);
    int limit = Math.max(FLOOD, 2 * required(question.reference()) + 1);
    Listed mentioned = structural.distinct < limit ? mentioned(named) : Listed.NONE;
    int most = Math.max(structural.distinct, mentioned.distinct);
    double density = Math.max(structural.words, mentioned.words) / Math.max(1, all);
    return most >= limit && density >= DENSITY
        ? Optional.of(
            Rejection.of(
                RejectionReason.ANSWER_FLOOD,
                most,
                Integer.toString(structural.distinct),
                Integer.toString(mentioned.distinct),
                Integer.toString(limit),
                Explanation.number(density)))
        : Optional.empty();
  }

  private static int required(Reference reference) {
    return reference.alternatives().stream().mapToInt(a -> a.required().size()).max().orElse(1);
  }

  private static String possibilities(String answer) {
    StringBuilder parts = new StringBuilder();
    String[] split = PARTS.split(answer.strip());
    for (String part : split) {
      if (split.length == 1 || HEDGE.matcher(part).find() || shortItem(part)) {
        parts.append(part).append('\n');
      }
    }
    return parts.toString();
  }

  private static boolean shortItem(String item) {
    String folded = NameNormaliser.name(item);
    return !folded.isEmpty()
        && folded.codePoints().anyMatch(Character::isLetter)
        && (NameNormaliser.unspaced(folded.charAt(0))
            ? folded.length() <= MAX_ITEM
            : folded.split(" ").length <= MAX_ITEM_WORDS);
  }

  /** Distinct names and the words of all of them. */
  private record Listed(int distinct, double words) {
    static final Listed NONE = new Listed(0, 0);
  }

  private static Listed structural(String text) {
    Set<String> distinct = new HashSet<>();
    double words = 0;
    for (String piece : ITEMS.split(text)) {
      Matcher lead = LEAD.matcher(piece);
      String item =
          lead.lookingAt() && lead.end() < piece.length() ? piece.substring(lead.end()) : piece;
      if (shortItem(item) && !VERBAL.matcher(item).find()) {
        distinct.add(NameNormaliser.name(item));
        words += Size.words(piece.length() <= 2 * item.length() + 24 ? piece : item);
      }
    }
    return new Listed(distinct.size(), words);
  }

  private Listed mentioned(String text) {
    Set<ConceptId> distinct = new HashSet<>();
    double words = 0;
    for (Mention mention : terminology.map(t -> t.mentions(text)).orElse(List.of())) {
      if (!mention.negated()) {
        distinct.add(mention.concepts().get(0));
        words += Size.words(text.substring(mention.start(), mention.end()));
      }
    }
    return new Listed(distinct.size(), words);
  }
}
