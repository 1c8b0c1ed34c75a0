package org.twinline.reward.guard;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
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
 * <p>Counted are distinct entities in what the answer concludes, or, where it states no conclusion,
 * in every sentence that weighs possibilities (可能, 考虑, "could be" …), is a short item, or is the
 * whole answer; by structure, and where there is a terminology also by mentions that are not
 * negated. {@value #FLOOD} are a flood, or more than twice what the reference requires where that
 * is more. A differential of three to five beside a stated conclusion is good practice and passes,
 * and so does every answer whose kind is text: advice may be a list.
 */
public final class Flood implements Guard {
  /** So many distinct entities are a flood. */
  public static final int FLOOD = 6;

  private static final int MAX_ITEM = 15;
  private static final int MAX_ITEM_WORDS = 6;

  private static final Pattern PARTS = Pattern.compile("[。！？!?\\n]|\\.(?=\\s|$)");
  private static final Pattern ITEMS =
      Pattern.compile("[、，,；;|\\n]|/|\\s(?:or|and)\\s|或者?|以及|(?<=[\\s。、，,；;])\\d{1,2}[.)）、]");
  private static final Pattern HEDGE =
      Pattern.compile(
          "可能|或|考虑|怀疑|不除外|待排|诊断|答案|\\bmay\\b|\\bmight\\b|\\bcould\\b|\\bpossib|\\bconsider|\\bdifferential"
              + "|\\bsuspect|\\bor\\b|\\beither\\b|\\banswer",
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
    Conclusion conclusion = Conclusion.of(candidate.answer());
    String weighed = conclusion.stated() ? conclusion.text() : possibilities(candidate.answer());
    int structural = structural(weighed);
    int mentioned = mentioned(weighed);
    int most = Math.max(structural, mentioned);
    int limit = Math.max(FLOOD, 2 * required(question.reference()) + 1);
    return most >= limit
        ? Optional.of(
            Rejection.of(
                RejectionReason.ANSWER_FLOOD,
                most,
                Integer.toString(structural),
                Integer.toString(mentioned),
                Integer.toString(limit)))
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

  private static int structural(String text) {
    Set<String> distinct = new HashSet<>();
    for (String item : ITEMS.split(text)) {
      if (shortItem(item)) {
        distinct.add(NameNormaliser.name(item));
      }
    }
    return distinct.size();
  }

  private int mentioned(String text) {
    Set<ConceptId> distinct = new HashSet<>();
    for (Mention mention : terminology.map(t -> t.mentions(text)).orElse(java.util.List.of())) {
      if (!mention.negated()) {
        distinct.add(mention.concepts().get(0));
      }
    }
    return distinct.size();
  }
}
