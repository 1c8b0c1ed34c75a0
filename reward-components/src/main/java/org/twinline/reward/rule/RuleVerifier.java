package org.twinline.reward.rule;

import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Score;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.rule.medication.JsonRule;
import org.twinline.reward.rule.medication.Scale;
import org.twinline.terminology.Terminology;

/**
 * Checks a final answer against its reference by rules that depend on the kind of answer.
 *
 * <p>The decision follows from the score alone: accepted from {@link RuleSettings#accept}, rejected
 * up to {@link RuleSettings#reject}, else unsure. What the rules know nothing about scores half-way
 * between and says so in its code ({@code no_rule_for_kind}, {@code choice_unrecognised} …). A kind
 * that is not stated is recognised ({@link AnswerKinds}). The score is that of the best alternative
 * of the reference. Words that only announce an answer are no part of it ({@link LeadIn}).
 * Explanations hold codes, labels and numbers, never text.
 *
 * <p>Thread-safe; the terminology is shared and not closed here.
 */
public final class RuleVerifier implements Verifier {
  /** The score's name. */
  public static final String NAME = "rule";

  private final RuleSettings settings;
  private final EntityRule entities;
  private final ChoiceRule choices;
  private final NumberRule numbers;
  private final BooleanRule booleans;
  private final JsonRule json;
  private final TextRule texts;

  private RuleVerifier(Optional<Terminology> terminology, RuleSettings settings) {
    this.settings = settings;
    entities = new EntityRule(terminology, settings);
    choices = new ChoiceRule(settings);
    numbers = new NumberRule(settings);
    booleans = new BooleanRule(settings);
    json =
        new JsonRule(
            terminology,
            new Scale(settings.reject(), settings.unknown(), settings.tolerance(), Matching::best));
    texts = new TextRule(terminology, settings);
  }

  /** A verifier that knows the concepts of a terminology. */
  public static RuleVerifier against(Terminology terminology, RuleSettings settings) {
    return new RuleVerifier(Optional.of(terminology), settings);
  }

  /** A verifier that knows no concepts: entities are compared as names. */
  public static RuleVerifier withoutTerminology(RuleSettings settings) {
    return new RuleVerifier(Optional.empty(), settings);
  }

  @Override
  public Verdict verify(Question question, Candidate candidate) {
    Reference reference = question.reference();
    Require.argument(
        !reference.isEmpty(), "Cannot verify question '%s': it has no reference", question.id());
    AnswerKind kind = question.traits().answerKind();
    if (kind == AnswerKind.UNSTATED) {
      kind = AnswerKinds.recognise(question);
    }
    Explanation explanation = judge(kind, question, candidate.answer());
    return new Verdict(
        settings.decide(explanation.value()), new Score(NAME, explanation.value(), explanation));
  }

  private Explanation judge(AnswerKind kind, Question question, String answer) {
    if (answer.isBlank()) {
      return Explanation.of("rule_no_answer", 0);
    }
    String said = LeadIn.blank(answer);
    return switch (kind) {
      case ENTITY -> entities.judge(question, said);
      case CHOICE -> choices.judge(question, said);
      case BOOLEAN -> booleans.judge(question.reference(), said);
      case NUMBER -> numbers.judge(question, said);
      case JSON -> json.judge(question, answer);
      case TEXT -> texts.judge(question.reference(), said);
      case UNSTATED ->
          new Explanation("no_rule_for_kind", settings.unknown(), List.of(kind.name()), List.of());
    };
  }
}
