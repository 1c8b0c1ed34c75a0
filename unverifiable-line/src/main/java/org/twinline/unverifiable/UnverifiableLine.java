package org.twinline.unverifiable;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.beam.BatchGroups;
import org.twinline.core.flow.beam.MapGroups;
import org.twinline.core.flow.beam.SinkGroups;
import org.twinline.reward.step.ApplyGuards;
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
    if (configuration.preference().isPresent()) {
      judged =
          judged.apply(
              "ScorePreference",
              BatchGroups.through(ScorePreference.by(configuration.preference().get())));
    }
    return judged.apply(
        "PairAnswers",
        SinkGroups.into(new PairAnswers(configuration.ranking(), configuration.reporting())));
  }
}
