package org.twinline.reward.composite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinline.core.Require;
import org.twinline.core.triple.Task;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.Score;

/**
 * The reward of a candidate as the weighted mean Σ wᵢsᵢ / Σ wᵢ of named scores, with weights of its
 * question's task. A missing score is missing: the candidate then has no reward at all, for a mean
 * over what is left would favour what could not be judged. Weights of 0 ask for nothing.
 */
public final class Composite implements Serializable {
  /** The name of the score it gives, and the code of its explanation. */
  public static final String NAME = "reward";

  private static final long serialVersionUID = 1;
  private static final String COMPONENT = "component";

  private final TreeMap<String, Double> standard;
  private final EnumMap<Task, TreeMap<String, Double>> byTask = new EnumMap<>(Task.class);

  private Composite(Map<String, Double> standard, Map<Task, ? extends Map<String, Double>> byTask) {
    this.standard = weights(standard);
    byTask.forEach((task, weights) -> this.byTask.put(task, weights(weights)));
  }

  /**
   * A composite.
   *
   * @param standard weights by score for tasks that have none of their own
   * @param byTask weights by score, by task
   * @throws IllegalArgumentException if a weight is negative or not finite, or those of one task
   *     are all 0
   */
  public static Composite of(
      Map<String, Double> standard, Map<Task, ? extends Map<String, Double>> byTask) {
    return new Composite(standard, byTask);
  }

  private static TreeMap<String, Double> weights(Map<String, Double> given) {
    TreeMap<String, Double> weights = new TreeMap<>();
    given.forEach(
        (name, weight) -> {
          Require.argument(
              weight >= 0 && Double.isFinite(weight),
              "illegal weight of %s: %s, must be finite and not negative",
              name,
              weight);
          if (weight > 0) {
            weights.put(name, weight);
          }
        });
    Require.argument(!weights.isEmpty(), "illegal weights of a composite: all are 0");
    return weights;
  }

  /** The names of all scores that some task weighs. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(standard.keySet());
    byTask.values().forEach(weights -> names.addAll(weights.keySet()));
    return names;
  }

  /** The scores that are weighed for a task, with their weights. */
  SortedMap<String, Double> weights(Task task) {
    return byTask.getOrDefault(task, standard);
  }

  /**
   * The reward, empty where a score it weighs is missing. Its explanation has a part for each: the
   * score's name, its weight's share of all, and the code of its own explanation, which stands in
   * full with the score.
   */
  public Optional<Score> of(Task task, Judged judged) {
    SortedMap<String, Double> weights = weights(task);
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Explanation> parts = new ArrayList<>();
    double sum = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      Score score = judged.score(weight.getKey()).orElse(null);
      if (score == null) {
        return Optional.empty();
      }
      double share = weight.getValue() / total;
      sum += share * score.value();
      parts.add(
          Explanation.of(
              COMPONENT,
              score.value(),
              score.name(),
              Explanation.number(share),
              score.explanation().code()));
    }
    // The mean of values in [0,1] can leave it by rounding alone.
    double value = Math.max(0, Math.min(1, sum));
    return Optional.of(new Score(NAME, value, Explanation.of(NAME, value, parts)));
  }
}
