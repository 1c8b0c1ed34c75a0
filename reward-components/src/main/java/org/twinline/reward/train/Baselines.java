package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.djl.Slots;

/**
 * What simple rules reach on the same held-out rows; a model that does not beat them is no use.
 * Direction and threshold are chosen on the training rows.
 */
final class Baselines {
  private static final Map<String, ToDoubleFunction<Slots>> SIGNALS =
      Map.of("length", slots -> judged(slots).length(), "overlap", Baselines::overlap);

  private Baselines() {}

  /** Overlap with the reference, where there is none with the thought, else with the question. */
  private static double overlap(Slots slots) {
    String other =
        !slots.reference().isEmpty()
            ? slots.reference()
            : slots.step().isEmpty() && !slots.cot().isEmpty() ? slots.cot() : slots.question();
    return dice(other, judged(slots));
  }

  /** The text that is judged: a step, or the answer. */
  private static String judged(Slots slots) {
    return slots.step().isEmpty() ? slots.answer() : slots.step();
  }

  /** Dice's coefficient over the multisets of character bigrams, lower-cased. */
  static double dice(String a, String b) {
    Map<String, Integer> left = bigrams(a);
    Map<String, Integer> right = bigrams(b);
    int common = 0;
    for (Map.Entry<String, Integer> entry : left.entrySet()) {
      common += Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0));
    }
    int total = sum(left) + sum(right);
    return total == 0 ? 0 : 2.0 * common / total;
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> bigrams(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + 2 <= lower.length(); i++) {
      counts.merge(lower.substring(i, i + 2), 1, Integer::sum);
    }
    return counts;
  }

  /** {@code length}, {@code overlap} and {@code majority} for labelled answers. */
  static Map<String, Figures> labelled(
      List<TrainingRow.Judgement.Labelled> training, List<TrainingRow.Judgement.Labelled> heldOut) {
    Map<String, Figures> figures = new TreeMap<>();
    SIGNALS.forEach(
        (name, signal) -> {
          Rule rule = Rule.fitted(values(training, signal, 1));
          figures.put(
              name, Ranking.labelled(values(heldOut, signal, rule.sign()), rule.threshold()));
        });
    long right = training.stream().filter(TrainingRow.Judgement.Labelled::right).count();
    double constant = 2 * right >= training.size() ? 1 : 0;
    figures.put("majority", Ranking.labelled(values(heldOut, slots -> constant, 1), 0.5));
    return figures;
  }

  /** {@code length} and {@code overlap} for pairs. */
  static Map<String, Figures> compared(
      List<TrainingRow.Judgement.Compared> training, List<TrainingRow.Judgement.Compared> heldOut) {
    Map<String, Figures> figures = new TreeMap<>();
    SIGNALS.forEach(
        (name, signal) -> {
          double sign = Ranking.pairs(pairs(training, signal, 1)).accuracy() >= 0.5 ? 1 : -1;
          figures.put(name, Ranking.pairs(pairs(heldOut, signal, sign)));
        });
    return figures;
  }

  private static List<Ranking.Judged> values(
      List<TrainingRow.Judgement.Labelled> rows, ToDoubleFunction<Slots> signal, double sign) {
    return rows.stream()
        .map(row -> new Ranking.Judged(sign * signal.applyAsDouble(row.slots()), row.right()))
        .toList();
  }

  private static List<Ranking.Pair> pairs(
      List<TrainingRow.Judgement.Compared> rows, ToDoubleFunction<Slots> signal, double sign) {
    return rows.stream()
        .map(
            row ->
                new Ranking.Pair(
                    sign * signal.applyAsDouble(row.chosen()),
                    sign * signal.applyAsDouble(row.rejected())))
        .toList();
  }

  /** Right where sign × signal is at or above the threshold. */
  private record Rule(double sign, double threshold) {

    static Rule fitted(List<Ranking.Judged> rows) {
      Rule best = new Rule(1, Double.NEGATIVE_INFINITY);
      double bestAccuracy = -1;
      for (double sign : new double[] {1, -1}) {
        List<Ranking.Judged> signed =
            rows.stream().map(r -> new Ranking.Judged(sign * r.value(), r.right())).toList();
        List<Double> thresholds =
            new ArrayList<>(
                new TreeSet<>(
                    Stream.concat(
                            signed.stream().map(Ranking.Judged::value),
                            Stream.of(Double.POSITIVE_INFINITY))
                        .toList()));
        for (double threshold : thresholds) {
          double accuracy = Ranking.labelled(signed, threshold).accuracy();
          if (accuracy > bestAccuracy) {
            bestAccuracy = accuracy;
            best = new Rule(sign, threshold);
          }
        }
      }
      return best;
    }
  }
}
