package org.twinline.unverifiable;

import java.io.Serializable;
import java.util.Optional;
import org.twinline.core.resource.ResourceRef;
import org.twinline.reward.guard.GuardSettings;
import org.twinline.reward.step.ModelJob;
import org.twinline.reward.step.TrainingOverlap;

/**
 * What a job says about the unverifiable line.
 *
 * @param terminology lets guards recognise entities; empty where the job names none
 * @param preference the preference model; empty where answers are ranked by stated preference only
 */
public record UnverifiableConfiguration(
    Optional<ResourceRef> terminology,
    GuardSettings guards,
    Optional<ModelJob> preference,
    Ranking ranking,
    Reporting reporting) {
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
