package org.twinline.reward.step;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.twinline.core.flow.BatchStep;
import org.twinline.core.resource.ResourceRef;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.djl.StepLogits;
import org.twinline.reward.process.ActionModels;
import org.twinline.reward.process.ProcessReward;

/**
 * Judges the quality of the chain of thought as {@link JudgeReasoning} does, what its steps do
 * being read by models too, for some candidates of many groups in one call.
 */
public final class JudgeProcess implements BatchStep {
  private static final long serialVersionUID = 1;
  private static final int MOST_CANDIDATES = 128;
  private final ArrayList<ModelJob> bundles;
  private final @Nullable ResourceRef terminology;
  private transient @Nullable ProcessReward reward;
  private transient @Nullable ActionModels models;
  private transient @Nullable TerminologyLease lease;

  private JudgeProcess(List<ModelJob> bundles, @Nullable ResourceRef terminology) {
    this.bundles = new ArrayList<>(bundles);
    this.terminology = terminology;
  }

  /**
   * Judges with bundles of kind {@code actions}.
   *
   * @param terminology lets the rules recognise concepts; empty where the job names none
   */
  public static JudgeProcess by(List<ModelJob> bundles, Optional<ResourceRef> terminology) {
    return new JudgeProcess(bundles, terminology.orElse(null));
  }

  @Override
  public void open() {
    List<StepLogits> opened = new ArrayList<>();
    boolean done = false;
    try {
      for (ModelJob bundle : bundles) {
        StepLogits logits = StepLogits.open(bundle.bundle().path(), bundle.access());
        opened.add(logits);
        bundle.require(logits.card());
      }
      lease = terminology == null ? null : TerminologyLease.take(terminology);
      done = true;
    } finally {
      if (!done) {
        opened.forEach(StepLogits::close);
      }
    }
    reward = ProcessReward.rules(Optional.ofNullable(lease).map(TerminologyLease::terminology));
    models = ActionModels.of(opened);
  }

  /** Chains of thought have dozens of steps, each tens of milliseconds of an encoder. */
  @Override
  public int mostCandidates() {
    return MOST_CANDIDATES;
  }

  @Override
  public boolean concerns(JudgedGroup group) {
    return group.candidates().stream().anyMatch(JudgeProcess::concerns);
  }

  private static boolean concerns(Judged judged) {
    return !judged.rejected() && !judged.candidate().cot().isBlank();
  }

  @Override
  public List<JudgedGroup> apply(List<JudgedGroup> groups) {
    if (models == null) {
      throw new IllegalStateException("Cannot judge before the step is open");
    }
    List<ActionModels.Chain> chains = new ArrayList<>();
    for (JudgedGroup group : groups) {
      for (Judged judged : group.candidates()) {
        if (concerns(judged)) {
          chains.add(new ActionModels.Chain(group.question(), judged.candidate().cot()));
        }
      }
    }
    Iterator<ActionModels.Read> readings = models.read(chains).iterator();
    return groups.stream()
        .map(
            group ->
                group.map(
                    judged ->
                        concerns(judged)
                            ? judge(group.question(), judged, readings.next())
                            : judged))
        .toList();
  }

  private Judged judge(Question question, Judged judged, ActionModels.Read read) {
    if (reward == null) {
      throw new IllegalStateException("Cannot judge before the step is open");
    }
    return read.failed().isPresent()
        ? judged.reject(Rejection.of(RejectionReason.NON_FINITE_SCORE, 1, read.failed().get()))
        : ProcessScores.of(judged, reward.judge(question, judged.candidate(), read.actions()));
  }

  @Override
  public void close() {
    try {
      if (models != null) {
        models.close();
      }
    } finally {
      if (lease != null) {
        lease.close();
      }
    }
  }
}
