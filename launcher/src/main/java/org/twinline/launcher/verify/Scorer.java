package org.twinline.launcher.verify;

import java.util.Optional;
import org.twinline.core.json.DeadLetter;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.Verifier;
import org.twinline.reward.agreement.Judgement;
import org.twinline.reward.agreement.Thresholds;
import org.twinline.reward.rule.AnswerKinds;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.terminology.Terminology;

/** Scores single lines by rule. Thread-safe, and no line knows of the others. */
final class Scorer {
  /** The settings of the rules; there is no option that changes them. */
  static final RuleSettings SETTINGS = RuleSettings.DEFAULT;

  private final Verifier verifier;
  private final Thresholds thresholds;
  private final boolean labelled;

  /**
   * A scorer.
   *
   * @param labelled whether {@code label} in a line is read
   */
  Scorer(Optional<Terminology> terminology, Thresholds thresholds, boolean labelled) {
    this.verifier =
        terminology
            .map(known -> RuleVerifier.against(known, SETTINGS))
            .orElseGet(() -> RuleVerifier.withoutTerminology(SETTINGS));
    this.thresholds = thresholds;
    this.labelled = labelled;
  }

  /** What became of a line. */
  sealed interface Outcome {
    /** Scored, with its line of the output. */
    @SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
    record Answer(Scored scored, byte[] json) implements Outcome {}

    /** Not readable. */
    record Dead(DeadLetter letter) implements Outcome {
      static Dead of(Place place, MalformedRecord fault) {
        return new Dead(new DeadLetter(place, fault.code(), fault.detail(), fault.column()));
      }
    }
  }

  Outcome score(Place place, byte[] line) {
    try {
      Scored scored = score(AnswerLine.read(line, place, Limits.DEFAULT, labelled));
      return new Outcome.Answer(scored, scored.json(SETTINGS.reject()));
    } catch (MalformedRecord e) {
      return Outcome.Dead.of(place, e);
    }
  }

  Scored score(AnswerLine line) {
    Question question = AnswerKinds.recognised(line.question());
    Explanation explanation = verifier.verify(question, line.candidate()).score().explanation();
    Judgement judgement = Judgement.of(question.traits().answerKind(), explanation, SETTINGS);
    return new Scored(line, judgement, thresholds.decide(judgement), explanation);
  }
}
