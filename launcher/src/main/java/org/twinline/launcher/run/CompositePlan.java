package org.twinline.launcher.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.twinline.core.text.Nearest;
import org.twinline.core.triple.Task;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.job.GivenScores;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.Reward;
import org.twinline.reward.composite.Composite;
import org.twinline.reward.composite.Stages;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.step.RewardPlan;
import org.twinline.reward.step.ScoreNames;

/** A job's composite, checked against the scores that its rewards give. */
final class CompositePlan {
  private static final String VERIFIABLE = "verifiable";

  private CompositePlan() {}

  static RewardPlan verifiable(Job job, Resources resources) {
    SortedSet<String> known = GivenScores.verifiable(uses(job));
    SortedMap<String, SortedMap<String, Double>> weights = new TreeMap<>(job.composite().weights());
    weights.remove(Job.Composites.TEXT);
    List<Stages.Stage> stages = new ArrayList<>();
    for (Job.Stage stage : job.select().stages()) {
      SortedMap<String, SortedMap<String, Double>> own = stage.composite().weights();
      stages.add(
          new Stages.Stage(
              stage.name(),
              stage.passRate().low(),
              stage.passRate().high(),
              checked(byTask(own.isEmpty() ? weights : own), known, VERIFIABLE)));
    }
    return plan(
        job,
        resources,
        weights.isEmpty()
            ? Optional.empty()
            : Optional.of(checked(byTask(weights), known, VERIFIABLE)),
        Stages.of(stages));
  }

  private static Composite byTask(SortedMap<String, SortedMap<String, Double>> weights) {
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
    return Composite.of(standard, byTask);
  }

  static RewardPlan unverifiable(Job job, Resources resources) {
    SortedMap<String, Double> weights = job.composite().weights().get(Job.Composites.TEXT);
    if (weights == null) {
      return plan(job, resources, Optional.empty(), Stages.NONE);
    }
    SortedSet<String> known = GivenScores.unverifiable(uses(job), preferences(resources));
    Composite composite = checked(Composite.of(weights, Map.of()), known, "unverifiable");
    return plan(job, resources, Optional.of(composite), Stages.NONE);
  }

  private static RewardPlan plan(
      Job job, Resources resources, Optional<Composite> composite, Stages stages) {
    List<Reward.Process> process = job.rewards(Reward.Process.class);
    return new RewardPlan(
        !process.isEmpty(),
        process.stream().flatMap(p -> p.actions().stream()).map(resources::model).toList(),
        !job.rewards(Reward.Consistency.class).isEmpty(),
        composite,
        stages);
  }

  private static List<String> uses(Job job) {
    return job.rewards().stream().map(Reward::use).toList();
  }

  /** The cards of preference bundles, which only the unverifiable line asks. */
  private static List<BundleCard> preferences(Resources resources) {
    return resources.bundles().stream()
        .map(Resources.BundleRef::card)
        .filter(card -> card.identity().kind() == BundleCard.Kind.PREFERENCE)
        .toList();
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
