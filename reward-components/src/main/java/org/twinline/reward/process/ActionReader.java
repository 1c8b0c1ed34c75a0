package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells what each step of a chain of thought does, by words alone.
 *
 * <p>A linear score per action over {@link ActionFeatures} with the weights of {@link ActionModel};
 * an action's share is its softmax. Some of the features are the scores of cues written by hand
 * ({@code cues.tsv}); the weights are learnt (docs/measurements.md). {@link ActionModels} reads
 * better, with an encoder, at many times the cost.
 */
final class ActionReader {
  private ActionReader() {}

  static List<ActionReading> read(String question, String cot, List<Step> steps) {
    return shares(question, cot, steps).stream().map(ActionReading::of).toList();
  }

  /** The share of each action in the order of {@link ThinkingAction}, for each step. */
  static List<double[]> shares(String question, String cot, List<Step> steps) {
    ActionFeatures features = ActionFeatures.of(question, cot, steps);
    List<double[]> shares = new ArrayList<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      shares.add(ActionReading.shares(ActionModel.STANDARD.scores(features.at(i))));
    }
    return shares;
  }
}
