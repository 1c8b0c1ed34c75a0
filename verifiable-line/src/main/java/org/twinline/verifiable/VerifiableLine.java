package org.twinline.verifiable;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.twinline.core.flow.BatchStep;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.GroupSink;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.flow.beam.BatchGroups;
import org.twinline.core.flow.beam.MapGroups;
import org.twinline.core.flow.beam.SinkGroups;
import org.twinline.reward.step.ApplyGuards;
import org.twinline.reward.step.AskVerifierModel;
import org.twinline.reward.step.RewardPlan;
import org.twinline.reward.step.ScoreNames;
import org.twinline.reward.step.VerifyAnswers;

/**
 * The root of the verifiable line: guards, rules, verifier models where the rules are unsure, the
 * reasoning, selection. Takes candidate groups, gives lines of {@code triples}, {@code prompts} and
 * {@code rejected}, and its part of the account.
 */
public final class VerifiableLine extends PTransform<PCollection<Flow>, PCollection<Flow>> {
  private static final long serialVersionUID = 1;
  private final transient VerifiableConfiguration configuration;

  private VerifiableLine(VerifiableConfiguration configuration) {
    this.configuration = configuration;
  }

  /** The line as configured. */
  public static VerifiableLine of(VerifiableConfiguration configuration) {
    return new VerifiableLine(configuration);
  }

  @Override
  public PCollection<Flow> expand(PCollection<Flow> groups) {
    PCollection<Flow> judged =
        groups
            .apply("ApplyGuards", MapGroups.through(guards()))
            .apply("VerifyAnswers", MapGroups.through(rules()));
    int number = 0;
    for (VerifiableConfiguration.UnsureModel model : configuration.models()) {
      judged =
          judged.apply(
              "AskVerifierModel" + ++number,
              BatchGroups.through(
                  AskVerifierModel.of(model.model(), model.accept(), model.reject())));
    }
    RewardPlan rewards = configuration.rewards();
    Optional<GroupStep> reasoning = rewards.reasoning(configuration.terminology());
    if (reasoning.isPresent()) {
      judged = judged.apply("JudgeReasoning", MapGroups.through(reasoning.get()));
    }
    Optional<BatchStep> process = rewards.reasoningByModels(configuration.terminology());
    if (process.isPresent()) {
      judged = judged.apply("JudgeProcess", BatchGroups.through(process.get()));
    }
    Optional<GroupStep> composing = rewards.composing();
    if (composing.isPresent()) {
      judged = judged.apply("ComposeReward", MapGroups.through(composing.get()));
    }
    return judged.apply("SelectTriples", SinkGroups.into(selection()));
  }

  /** The steps before selection that need no model, for a run without a pipeline. */
  public List<GroupStep> ruleSteps() {
    return List.of(guards(), rules());
  }

  /** The last step, for a run without a pipeline. */
  public GroupSink selection() {
    return new SelectTriples(
        configuration.selection(),
        configuration.rewards().stages(),
        configuration.rewards().rewardName(ScoreNames.OUTCOME),
        configuration.reporting());
  }

  private GroupStep guards() {
    return ApplyGuards.by(configuration.guards(), configuration.terminology());
  }

  private GroupStep rules() {
    return VerifyAnswers.with(configuration.rules(), configuration.terminology());
  }
}
