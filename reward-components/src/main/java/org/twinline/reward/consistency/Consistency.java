package org.twinline.reward.consistency;

import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;
import org.twinline.reward.process.LastConclusions;
import org.twinline.reward.process.Step;
import org.twinline.reward.rule.AnswerKinds;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.terminology.Terminology;

/**
 * Compares what the chain of thought concludes with what the answer says.
 *
 * <p>The last steps that conclude are read, last first, until one says something of the kind that
 * is asked for: options, a truth value, a number, or a name. It is then compared by the rules that
 * verify answers, the answer's name standing for the reference and the other way round, the better
 * of the two counting: either may be the more specific. With a long answer the words of the
 * conclusions in the last paragraph are compared, those of the question left out; that alone
 * rejects nothing. No conclusion, or nothing that can be read in it or in the answer: no score.
 *
 * <p>Deterministic, thread-safe; linear in the length of the texts. The terminology is shared and
 * not closed here.
 */
public final class Consistency {
  /** The score's name. */
  public static final String NAME = "consistency";

  /** Up to this score the answer contradicts its chain of thought. */
  public static final double REJECT = 0.3;

  /** How many conclusions are read before none is said to be readable. */
  private static final int CONCLUSIONS = 4;

  private final NameComparison names;
  private final KindComparison kinds;

  private Consistency(Optional<Terminology> terminology) {
    names = new NameComparison(terminology, RuleSettings.DEFAULT);
    kinds = new KindComparison(RuleSettings.DEFAULT);
  }

  /** Knows the concepts of a terminology, or else compares names and words. */
  public static Consistency against(Optional<Terminology> terminology) {
    return new Consistency(terminology);
  }

  /** How far the answer says what the chain of thought concludes; empty where that is unknown. */
  public Optional<Score> check(Question question, Candidate candidate) {
    String answer = candidate.answer();
    if (candidate.cot().isBlank() || answer.isBlank()) {
      return Optional.empty();
    }
    AnswerKind kind = AnswerKinds.recognise(question);
    if (textual(kind) && question.prompt().options().isEmpty() && NameComparison.prose(answer)) {
      List<Step> conclusions =
          LastConclusions.of(question.prompt().lastUserContent(), candidate.cot(), CONCLUSIONS);
      return prose(question, conclusions, candidate);
    }
    for (Statements.Statement stated : Statements.of(candidate.cot(), CONCLUSIONS)) {
      String conclusion =
          ConclusionText.main(candidate.cot().substring(stated.from(), stated.step().end()));
      String thought = candidate.cot().substring(0, stated.step().start());
      Optional<Explanation> found =
          conclusion.isBlank()
              ? Optional.empty()
              : compare(kind, question, thought, conclusion, answer);
      if (found.isPresent() && (stated.says() || found.get().value() > REJECT)) {
        return Optional.of(score(stated.step(), found.get()));
      }
      if (found.isEmpty() && stated.says() && !TellingWords.of(conclusion).isEmpty()) {
        // It concludes something that cannot be read; what was thought before is no conclusion.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean textual(AnswerKind kind) {
    return kind == AnswerKind.TEXT || kind == AnswerKind.ENTITY;
  }

  private Optional<Score> prose(Question question, List<Step> conclusions, Candidate candidate) {
    StringBuilder text = new StringBuilder();
    int paragraph = candidate.cot().stripTrailing().lastIndexOf("\n\n");
    List<Step> last =
        conclusions.stream().filter(step -> step.start() > paragraph).limit(CONCLUSIONS).toList();
    last = last.isEmpty() ? conclusions.stream().limit(1).toList() : last;
    for (Step step : last) {
      text.append(ConclusionText.main(step.of(candidate.cot()))).append('\n');
    }
    if (text.toString().isBlank()) {
      return Optional.empty();
    }
    Step first = last.get(0);
    return names
        .prose(question, text.toString(), candidate.answer())
        .map(found -> score(first, found));
  }

  /** The rejection of a triple with such a score, empty above {@link #REJECT}. */
  public static Optional<Rejection> rejection(Score score) {
    return score.value() <= REJECT
        ? Optional.of(Rejection.of(RejectionReason.INCONSISTENT, score.value()))
        : Optional.empty();
  }

  private static Score score(Step step, Explanation found) {
    Explanation explanation =
        new Explanation(
            NAME, found.value(), List.of(step.start() + "-" + step.end()), List.of(found));
    return new Score(NAME, explanation.value(), explanation);
  }

  private Optional<Explanation> compare(
      AnswerKind kind, Question question, String thought, String conclusion, String answer) {
    if (!question.prompt().options().isEmpty()) {
      Optional<Explanation> options = KindComparison.options(question, conclusion, answer);
      if (options.isPresent() || kind == AnswerKind.CHOICE) {
        return options;
      }
    }
    return switch (kind) {
      case CHOICE, ENTITY, TEXT, UNSTATED -> names.compare(question, thought, conclusion, answer);
      case BOOLEAN -> kinds.truth(question, conclusion, answer);
      case NUMBER -> kinds.number(question, conclusion, answer);
      case JSON -> Optional.empty();
    };
  }
}
