package org.twinline.reward.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.resource.ResourceRef;
import org.twinline.reward.composite.Composite;
import org.twinline.reward.composite.Stages;

/**
 * What is judged beside the outcome, and how all of it becomes one reward.
 *
 * @param process whether the quality of the reasoning is judged
 * @param consistency whether the answer must say what the reasoning concludes
 * @param composite the reward; where empty, it is the line's own score
 * @param stages of the training, each with a composite of its own; none on the unverifiable line
 */
public record RewardPlan(
    boolean process, boolean consistency, Optional<Composite> composite, Stages stages) {
  /** Nothing beside the line's own score. */
  public static final RewardPlan NONE = new RewardPlan(false, false, Optional.empty(), Stages.NONE);

  /** The step that judges the reasoning, none where nothing of it is asked for. */
  public Optional<GroupStep> reasoning(Optional<ResourceRef> terminology) {
    return process || consistency
        ? Optional.of(JudgeReasoning.of(process, consistency, terminology))
        : Optional.empty();
  }

  /** The step that composes the reward, none where the line's own score is it. */
  public Optional<GroupStep> composing() {
    return composes() ? Optional.of(ComposeReward.by(composite, stages)) : Optional.empty();
  }

  /** Both steps that there are, in their order. */
  public List<GroupStep> steps(Optional<ResourceRef> terminology) {
    List<GroupStep> steps = new ArrayList<>();
    reasoning(terminology).ifPresent(steps::add);
    composing().ifPresent(steps::add);
    return steps;
  }

  /** The name of the score that is the reward. */
  public String rewardName(String own) {
    return composes() ? Composite.NAME : own;
  }

  private boolean composes() {
    return composite.isPresent() || !stages.isEmpty();
  }
}
