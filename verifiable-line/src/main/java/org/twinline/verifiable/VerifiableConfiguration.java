package org.twinline.verifiable;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.twinline.core.resource.ResourceRef;
import org.twinline.reward.guard.GuardSettings;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.step.ModelJob;
import org.twinline.reward.step.RewardPlan;
import org.twinline.reward.step.TrainingOverlap;

/**
 * What a job says about the verifiable line.
 *
 * @param terminology empty where the job names none; answers are then compared by name alone
 * @param models verifier models for unsure answers, no two for one language
 * @param rewards what else is judged
 */
public record VerifiableConfiguration(
    Optional<ResourceRef> terminology,
    GuardSettings guards,
    RuleSettings rules,
    List<UnsureModel> models,
    RewardPlan rewards,
    Selection selection,
    Reporting reporting) {
  public VerifiableConfiguration {
    models = List.copyOf(models);
  }

  /**
   * The model asked where the rules are unsure.
   *
   * @param accept scores from here up are right
   * @param reject scores from here down are wrong
   */
  public record UnsureModel(ModelJob model, double accept, double reject) {}

  /**
   * What the line tells the report beside counts.
   *
   * @param examples judged groups the report may show, 0 for none
   * @param overlap with the questions the models were trained on
   */
  public record Reporting(int examples, TrainingOverlap overlap) implements Serializable {
    /** Counts alone. */
    public static final Reporting NONE = new Reporting(0, TrainingOverlap.NONE);
  }
}
