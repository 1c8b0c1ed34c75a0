package org.twinline.reward.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.resource.ResourceRef;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;

/**
 * Checks final answers by rule. A decided candidate gets an outcome; a rejected one is dropped as
 * {@code wrong_answer}; the unsure have the rule score alone and wait for a model.
 */
public final class VerifyAnswers implements GroupStep {
  private static final long serialVersionUID = 1;
  private final RuleSettings settings;
  private final @Nullable ResourceRef terminology;
  private transient @Nullable Verifier verifier;
  private transient @Nullable TerminologyLease lease;

  private VerifyAnswers(RuleSettings settings, @Nullable ResourceRef terminology) {
    this.settings = settings;
    this.terminology = terminology;
  }

  /** Verification against a terminology, or by names alone where the job names none. */
  public static VerifyAnswers with(RuleSettings settings, Optional<ResourceRef> terminology) {
    return new VerifyAnswers(settings, terminology.orElse(null));
  }

  @Override
  public void open() {
    if (terminology == null) {
      verifier = RuleVerifier.withoutTerminology(settings);
    } else {
      lease = TerminologyLease.take(terminology);
      verifier = RuleVerifier.against(lease.terminology(), settings);
    }
  }

  @Override
  public JudgedGroup apply(JudgedGroup group) {
    if (group.question().reference().isEmpty()) {
      return group.map(judged -> judged.reject(Rejection.of(RejectionReason.NO_REFERENCE)));
    }
    return group.map(judged -> judged.rejected() ? judged : verify(group.question(), judged));
  }

  @Override
  public void close() {
    if (lease != null) {
      lease.close();
    }
  }

  private Judged verify(Question question, Judged judged) {
    if (verifier == null) {
      throw new IllegalStateException("Cannot verify before the step is open");
    }
    Verdict verdict = verifier.verify(question, judged.candidate());
    Judged scored =
        judged.with(
            new Score(ScoreNames.RULE, verdict.score().value(), verdict.score().explanation()));
    return Outcome.decide(scored, verdict.decision(), ScoreNames.RULE);
  }
}
