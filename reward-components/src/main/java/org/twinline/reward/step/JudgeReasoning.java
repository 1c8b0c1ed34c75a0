package org.twinline.reward.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.resource.ResourceRef;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.Score;
import org.twinline.reward.consistency.Consistency;
import org.twinline.reward.process.ProcessReward;

/**
 * Judges the chain of thought by rule: its quality, its difficulty, and whether the answer says
 * what it concludes. A triple whose answer contradicts its reasoning is dropped as a whole, however
 * right either looks.
 */
public final class JudgeReasoning implements GroupStep {
  private static final long serialVersionUID = 1;
  private final boolean process;
  private final boolean consistency;
  private final @Nullable ResourceRef terminology;
  private transient @Nullable ProcessReward reward;
  private transient @Nullable Consistency consistent;
  private transient @Nullable TerminologyLease lease;

  private JudgeReasoning(boolean process, boolean consistency, @Nullable ResourceRef terminology) {
    this.process = process;
    this.consistency = consistency;
    this.terminology = terminology;
  }

  /**
   * What is judged.
   *
   * @param process the quality of the steps
   * @param consistency the agreement with the answer
   * @param terminology lets both recognise concepts; empty where the job names none
   */
  public static JudgeReasoning of(
      boolean process, boolean consistency, Optional<ResourceRef> terminology) {
    return new JudgeReasoning(process, consistency, terminology.orElse(null));
  }

  @Override
  public void open() {
    if (terminology != null) {
      lease = TerminologyLease.take(terminology);
    }
    var opened = Optional.ofNullable(lease).map(TerminologyLease::terminology);
    reward = process ? ProcessReward.rules(opened) : null;
    consistent = consistency ? Consistency.against(opened) : null;
  }

  @Override
  public JudgedGroup apply(JudgedGroup group) {
    return group.map(judged -> judged.rejected() ? judged : judge(group.question(), judged));
  }

  @Override
  public void close() {
    if (lease != null) {
      lease.close();
    }
  }

  private Judged judge(Question question, Judged judged) {
    Judged after = judged;
    if (consistent != null) {
      Optional<Score> agreement = consistent.check(question, judged.candidate());
      if (agreement.isPresent()) {
        after = after.with(agreement.get());
        Optional<Rejection> objection = Consistency.rejection(agreement.get());
        if (objection.isPresent()) {
          return after.reject(objection.get());
        }
      }
    }
    if (reward != null) {
      after = ProcessScores.of(after, reward.judge(question, judged.candidate()));
    }
    return after;
  }
}
