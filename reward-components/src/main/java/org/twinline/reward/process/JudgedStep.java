package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.Require;
import org.twinline.core.verdict.Explanation;

/**
 * A step with what it does and how good it is.
 *
 * @param confidence in the action, in (0,1]; a share by softmax, not a calibrated chance
 * @param score in [0,1]: the product of 1 − penalty over the comments, so 1 where none was found
 */
public record JudgedStep(
    Step step, ThinkingAction action, double confidence, double score, List<StepComment> comments) {
  public JudgedStep {
    Require.inRange("confidence", confidence, 0, 1);
    Require.inRange("score of a step", score, 0, 1);
    comments = List.copyOf(comments);
  }

  static JudgedStep of(Step step, ActionReading reading, List<StepComment> comments) {
    double score = 1;
    for (StepComment comment : comments) {
      score *= 1 - comment.kind().penalty();
    }
    return new JudgedStep(step, reading.action(), reading.confidence(), score, comments);
  }

  /**
   * {@code step} with the action's code and the range, a part for each comment with the index of
   * the step it refers to.
   */
  public Explanation explanation() {
    List<Explanation> parts = new ArrayList<>();
    for (StepComment comment : comments) {
      parts.add(
          comment.other() < 0
              ? Explanation.of(comment.kind().code(), comment.kind().penalty())
              : Explanation.of(
                  comment.kind().code(),
                  comment.kind().penalty(),
                  Integer.toString(comment.other())));
    }
    return new Explanation("step", score, List.of(action.code(), step.range()), parts);
  }
}
