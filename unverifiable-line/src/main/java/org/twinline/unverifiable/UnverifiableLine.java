package org.twinline.unverifiable;

import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.twinline.core.flow.BatchStep;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.flow.beam.BatchGroups;
import org.twinline.core.flow.beam.MapGroups;
import org.twinline.core.flow.beam.SinkGroups;
import org.twinline.reward.step.ApplyGuards;
import org.twinline.reward.step.ModelJob;
import org.twinline.reward.step.RewardPlan;
import org.twinline.reward.step.ScoreNames;
import org.twinline.reward.step.ScorePreference;

/**
 * The root of the unverifiable line: guards, preference rewards, pairs and best answers. Takes
 * candidate groups, gives lines of {@code preferences}, {@code best-answers}, {@code prompts} and
 * {@code rejected}, and its part of the account.
 */
public final class UnverifiableLine extends PTransform<PCollection<Flow>, PCollection<Flow>> {
  private static final long serialVersionUID = 1;
  private final transient UnverifiableConfiguration configuration;

  private UnverifiableLine(UnverifiableConfiguration configuration) {
    this.configuration = configuration;
  }

  /** The line as configured. */
  public static UnverifiableLine of(UnverifiableConfiguration configuration) {
    return new UnverifiableLine(configuration);
  }

  @Override
  public PCollection<Flow> expand(PCollection<Flow> groups) {
    PCollection<Flow> judged =
        groups.apply(
            "ApplyGuards",
            MapGroups.through(ApplyGuards.by(configuration.guards(), configuration.terminology())));
    RewardPlan rewards = configuration.rewards();
    Optional<GroupStep> reasoning = rewards.reasoning(configuration.terminology());
    if (reasoning.isPresent()) {
      judged = judged.apply("JudgeReasoning", MapGroups.through(reasoning.get()));
    }
    Optional<BatchStep> process = rewards.reasoningByModels(configuration.terminology());
    if (process.isPresent()) {
      judged = judged.apply("JudgeProcess", BatchGroups.through(process.get()));
    }
    int number = 0;
    for (ModelJob preference : configuration.preferences()) {
      judged =
          judged.apply(
              "ScorePreference" + ++number, BatchGroups.through(ScorePreference.by(preference)));
    }
    Optional<GroupStep> composing = rewards.composing();
    if (composing.isPresent()) {
      judged = judged.apply("ComposeReward", MapGroups.through(composing.get()));
    }
    return judged.apply(
        "PairAnswers",
        SinkGroups.into(
            new PairAnswers(
                configuration.ranking(),
                rewards.rewardName(ScoreNames.PREFERENCE),
                configuration.reporting())));
  }
}
