package org.twinline.reward.step;

import java.util.Optional;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.triple.Task;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Score;
import org.twinline.reward.composite.Composite;

/** Gives every candidate that is still in the running its composite reward, where it has one. */
public final class ComposeReward implements GroupStep {
  private static final long serialVersionUID = 1;
  private final Composite composite;

  private ComposeReward(Composite composite) {
    this.composite = composite;
  }

  /** Rewards by a composite. */
  public static ComposeReward by(Composite composite) {
    return new ComposeReward(composite);
  }

  @Override
  public JudgedGroup apply(JudgedGroup group) {
    Task task = group.question().traits().task();
    return group.map(judged -> judged.rejected() ? judged : reward(task, judged));
  }

  private Judged reward(Task task, Judged judged) {
    Optional<Score> reward = composite.of(task, judged);
    return reward.map(judged::with).orElse(judged);
  }
}
