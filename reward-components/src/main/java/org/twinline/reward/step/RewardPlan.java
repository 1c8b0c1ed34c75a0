package org.twinline.reward.step;

import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.core.flow.BatchStep;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.resource.ResourceRef;
import org.twinline.reward.composite.Composite;
import org.twinline.reward.composite.Stages;

/**
 * What is judged beside the outcome, and how all of it becomes one reward.
 *
 * @param process whether the quality of the reasoning is judged
 * @param actions models that tell, beside the rules, what its steps do; none for rules alone
 * @param consistency whether the answer must say what the reasoning concludes
 * @param composite the reward; where empty, it is the line's own score
 * @param stages of the training, each with a composite of its own; none on the unverifiable line
 */
public record RewardPlan(
    boolean process,
    List<ModelJob> actions,
    boolean consistency,
    Optional<Composite> composite,
    Stages stages) {
  public RewardPlan {
    actions = List.copyOf(actions);
    Require.argument(
        process || actions.isEmpty(), "Cannot read what steps do without judging the process");
  }

  /** Nothing beside the line's own score. */
  public static final RewardPlan NONE =
      new RewardPlan(false, List.of(), false, Optional.empty(), Stages.NONE);

  /** The step that judges the reasoning by rule, none where nothing of it is asked for. */
  public Optional<GroupStep> reasoning(Optional<ResourceRef> terminology) {
    boolean byRule = process && actions.isEmpty();
    return byRule || consistency
        ? Optional.of(JudgeReasoning.of(byRule, consistency, terminology))
        : Optional.empty();
  }

  /** The step behind it that judges the quality of the reasoning with models, if there are any. */
  public Optional<BatchStep> reasoningByModels(Optional<ResourceRef> terminology) {
    return process && !actions.isEmpty()
        ? Optional.of(JudgeProcess.by(actions, terminology))
        : Optional.empty();
  }

  /** The step that composes the reward, none where the line's own score is it. */
  public Optional<GroupStep> composing() {
    return composes() ? Optional.of(ComposeReward.by(composite, stages)) : Optional.empty();
  }

  /** The name of the score that is the reward. */
  public String rewardName(String own) {
    return composes() ? Composite.NAME : own;
  }

  private boolean composes() {
    return composite.isPresent() || !stages.isEmpty();
  }
}
