package org.twinline.reward.step;

import java.util.Map;
import java.util.Optional;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.triple.Task;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Score;
import org.twinline.reward.composite.Composite;
import org.twinline.reward.composite.Stages;

/**
 * Gives every candidate that is still in the running its composite reward, where it has one. Where
 * there are stages, the composite is that of the group's stage.
 */
public final class ComposeReward implements GroupStep {
  private static final long serialVersionUID = 1;
  private static final Composite OUTCOME = Composite.of(Map.of(ScoreNames.OUTCOME, 1.0), Map.of());

  private final Composite composite;
  private final Stages stages;

  private ComposeReward(Composite composite, Stages stages) {
    this.composite = composite;
    this.stages = stages;
  }

  /** Rewards by a composite; by the outcome alone where there is none. */
  public static ComposeReward by(Optional<Composite> composite, Stages stages) {
    return new ComposeReward(composite.orElse(OUTCOME), stages);
  }

  @Override
  public JudgedGroup apply(JudgedGroup group) {
    Task task = group.question().traits().task();
    Composite own =
        stages.isEmpty()
            ? composite
            : stages.of(PassRate.of(group)).map(Stages.Stage::composite).orElse(composite);
    return group.map(judged -> judged.rejected() ? judged : reward(own, task, judged));
  }

  private static Judged reward(Composite composite, Task task, Judged judged) {
    Optional<Score> reward = composite.of(task, judged);
    return reward.map(judged::with).orElse(judged);
  }
}
