package org.twinline.launcher.run;

import java.util.List;
import java.util.Optional;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.Reward;
import org.twinline.reward.guard.GuardSettings;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.step.ModelJob;
import org.twinline.unverifiable.Ranking;
import org.twinline.unverifiable.UnverifiableConfiguration;
import org.twinline.verifiable.Selection;
import org.twinline.verifiable.VerifiableConfiguration;

/** A job's words as the lines' configuration records. */
final class LineConfigurations {
  private LineConfigurations() {}

  static Optional<VerifiableConfiguration> verifiable(Job job, Resources resources) {
    if (job.line() == Job.Line.UNVERIFIABLE) {
      return Optional.empty();
    }
    Reward.Rule rule =
        job.rewards(Reward.Rule.class).stream().findFirst().orElse(Reward.Rule.DEFAULT);
    List<VerifiableConfiguration.UnsureModel> models =
        job.rewards(Reward.Model.class).stream()
            .map(
                m ->
                    new VerifiableConfiguration.UnsureModel(
                        modelJob(m.bundle(), resources), m.accept(), m.reject()))
            .toList();
    return Optional.of(
        new VerifiableConfiguration(
            resources.terminology(),
            guards(job),
            rules(rule),
            models,
            CompositePlan.verifiable(job, resources),
            new Selection(
                job.select().passRate().low(),
                job.select().passRate().high(),
                job.select().perQuestion(),
                job.seed()),
            new VerifiableConfiguration.Reporting(examples(job), resources.overlap())));
  }

  static Optional<UnverifiableConfiguration> unverifiable(Job job, Resources resources) {
    if (job.line() == Job.Line.VERIFIABLE) {
      return Optional.empty();
    }
    List<ModelJob> preferences =
        job.rewards(Reward.Preference.class).stream()
            .map(p -> modelJob(p.bundle(), resources))
            .toList();
    return Optional.of(
        new UnverifiableConfiguration(
            resources.terminology(),
            guards(job),
            preferences,
            CompositePlan.unverifiable(job, resources),
            new Ranking(
                job.select().margin(),
                job.select().minReward(),
                job.select().perQuestion(),
                job.seed()),
            new UnverifiableConfiguration.Reporting(examples(job), resources.overlap())));
  }

  /** Only the proportions of a job's weights matter; the rules get them with the sum 1. */
  private static RuleSettings rules(Reward.Rule rule) {
    Reward.Weights weights = rule.weights();
    double sum = weights.path() + weights.graph() + weights.term();
    RuleSettings standard = RuleSettings.DEFAULT;
    return new RuleSettings(
        new RuleSettings.Weights(weights.path() / sum, weights.graph() / sum, weights.term() / sum),
        rule.accept(),
        rule.reject(),
        // Partial credit must not accept: below a low threshold it is half-way to it.
        Math.min(standard.partialCredit(), (rule.accept() + rule.reject()) / 2),
        standard.bonus(),
        standard.tolerance());
  }

  private static int examples(Job job) {
    return job.report().examples();
  }

  private static GuardSettings guards(Job job) {
    return job.rewards(Reward.Guards.class).stream()
        .findFirst()
        .map(Reward.Guards::settings)
        .orElse(GuardSettings.NONE);
  }

  private static ModelJob modelJob(java.nio.file.Path bundle, Resources resources) {
    return resources.model(bundle);
  }
}
