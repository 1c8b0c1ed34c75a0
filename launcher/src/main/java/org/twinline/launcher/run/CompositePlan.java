package org.twinline.launcher.run;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinline.core.text.Nearest;
import org.twinline.core.triple.Task;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.Reward;
import org.twinline.reward.composite.Composite;
import org.twinline.reward.consistency.Consistency;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.process.ProcessReward;
import org.twinline.reward.process.Quality;
import org.twinline.reward.step.RewardPlan;
import org.twinline.reward.step.ScoreNames;

/** A job's composite, checked against the scores that its rewards give. */
final class CompositePlan {
  private CompositePlan() {}

  static RewardPlan verifiable(Job job, Resources resources) {
    SortedMap<String, SortedMap<String, Double>> weights = new TreeMap<>(job.composite().weights());
    weights.remove(Job.Composites.TEXT);
    if (weights.isEmpty()) {
      return plan(job, Optional.empty());
    }
    SortedSet<String> known = reasoning(job);
    known.add(ScoreNames.OUTCOME);
    known.add(ScoreNames.RULE);
    Map<Task, Map<String, Double>> byTask = new EnumMap<>(Task.class);
    for (Task task : Task.values()) {
      SortedMap<String, Double> own = weights.get(task.name().toLowerCase(Locale.ROOT));
      if (own != null) {
        byTask.put(task, own);
      }
    }
    SortedMap<String, Double> standard =
        weights.getOrDefault(
            Job.Composites.STANDARD, new TreeMap<>(Map.of(ScoreNames.OUTCOME, 1.0)));
    return plan(job, Optional.of(checked(Composite.of(standard, byTask), known, "verifiable")));
  }

  static RewardPlan unverifiable(Job job, Resources resources) {
    SortedMap<String, Double> weights = job.composite().weights().get(Job.Composites.TEXT);
    if (weights == null) {
      return plan(job, Optional.empty());
    }
    SortedSet<String> known = reasoning(job);
    if (!job.rewards(Reward.Preference.class).isEmpty()) {
      known.add(ScoreNames.PREFERENCE);
      known.addAll(preferences(resources));
    }
    return plan(job, Optional.of(checked(Composite.of(weights, Map.of()), known, "unverifiable")));
  }

  private static RewardPlan plan(Job job, Optional<Composite> composite) {
    return new RewardPlan(
        !job.rewards(Reward.Process.class).isEmpty(),
        !job.rewards(Reward.Consistency.class).isEmpty(),
        composite);
  }

  /** The names of scores that the job's rewards give on both lines. */
  private static SortedSet<String> reasoning(Job job) {
    SortedSet<String> names = new TreeSet<>();
    if (!job.rewards(Reward.Process.class).isEmpty()) {
      names.add(ProcessReward.NAME);
      for (Quality quality : Quality.values()) {
        names.add(quality.score());
      }
      names.add(ScoreNames.DIFFICULTY);
    }
    if (!job.rewards(Reward.Consistency.class).isEmpty()) {
      names.add(Consistency.NAME);
    }
    return names;
  }

  /** The dimensions of preference bundles, which only the unverifiable line asks. */
  private static SortedSet<String> preferences(Resources resources) {
    SortedSet<String> names = new TreeSet<>();
    for (Resources.BundleRef bundle : resources.bundles()) {
      if (bundle.card().identity().kind() == BundleCard.Kind.PREFERENCE
          && bundle.card().outputs().dimensions().size() > 1) {
        bundle.card().outputs().dimensions().forEach(dimension -> names.add(dimension.name()));
      }
    }
    return names;
  }

  private static Composite checked(Composite composite, SortedSet<String> known, String line) {
    for (String name : composite.names()) {
      if (!known.contains(name)) {
        throw new Failure(
            ExitCode.USAGE,
            "composite weighs '" + name + "', which no reward gives on the " + line + " line",
            Nearest.of(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(
                    () ->
                        known.isEmpty()
                            ? "add the reward that gives it"
                            : "given are " + String.join(", ", known)));
      }
    }
    return composite;
  }
}
