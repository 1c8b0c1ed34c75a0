package org.twinline.reward.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.twinline.reward.process.ActionFeatures;
import org.twinline.reward.process.Step;
import org.twinline.reward.process.Steps;
import org.twinline.reward.process.ThinkingAction;

/**
 * Learns the weights of the thinking actions: {@code ActionFit PART,PART… OUT.tsv}, from the
 * labelled steps of these parts and the sentences of {@code action-sentences.tsv}. The data are
 * found by {@code -Dtwinline.shared}, the labels by {@code -Dtwinline.root}.
 *
 * <p>Features of fewer than {@value #LEAST_RECORDS} records are left out. Deterministic.
 */
final class ActionFit {
  private static final int LEAST_RECORDS = 2;

  /** Smaller weights are left out of the file. */
  private static final double LEAST_WEIGHT = 0.12;

  private ActionFit() {}

  /** A step or sentence to learn from. */
  private record Example(String record, Map<String, Double> features, ThinkingAction action) {}

  public static void main(String[] args) throws IOException {
    List<Example> examples = new ArrayList<>(sentences());
    for (String part : args[0].split(",")) {
      examples.addAll(labelled(part));
    }
    Map<String, Integer> names = names(examples);
    double[][] values = new double[examples.size()][];
    int[][] columns = new int[examples.size()][];
    int[] labels = new int[examples.size()];
    for (int i = 0; i < examples.size(); i++) {
      Map<String, Double> known = new TreeMap<>(examples.get(i).features());
      known.keySet().retainAll(names.keySet());
      columns[i] = known.keySet().stream().mapToInt(names::get).toArray();
      values[i] = known.values().stream().mapToDouble(v -> v).toArray();
      labels[i] = examples.get(i).action().ordinal();
    }
    double[][] weights =
        new MultinomialFit(columns, values, labels, names.size(), ThinkingAction.values().length)
            .weights();
    write(Path.of(args[1]), names, weights);
    System.out.printf(Locale.ROOT, "%d examples, %d features%n", examples.size(), names.size());
  }

  private static void write(Path out, Map<String, Integer> names, double[][] weights)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# feature, then for each action in order its weight in hundredths; by ActionFit");
    names.forEach(
        (name, column) -> {
          if (Arrays.stream(weights).anyMatch(own -> Math.abs(own[column]) >= LEAST_WEIGHT)) {
            StringBuilder line = new StringBuilder(name);
            for (double[] own : weights) {
              line.append('\t').append(Math.round(100 * own[column]));
            }
            lines.add(line.toString());
          }
        });
    Files.write(out, lines);
  }

  private static Map<String, Integer> names(List<Example> examples) {
    Map<String, Set<String>> records = new TreeMap<>();
    for (Example example : examples) {
      example
          .features()
          .keySet()
          .forEach(n -> records.computeIfAbsent(n, k -> new HashSet<>()).add(example.record()));
    }
    Map<String, Integer> names = new TreeMap<>();
    records.forEach(
        (name, in) -> {
          if (in.size() >= LEAST_RECORDS) {
            names.put(name, names.size());
          }
        });
    return names;
  }

  private static List<Example> labelled(String part) throws IOException {
    Map<String, ActionSample.Row> rows = new HashMap<>();
    for (String set : List.of("o1-open-100", "jmed-300")) {
      ActionSample.rows(set).forEach(row -> rows.put(row.id(), row));
    }
    List<Example> examples = new ArrayList<>();
    for (ActionBench.Labelled label : ActionBench.labels(part)) {
      ActionSample.Row row = Objects.requireNonNull(rows.get(label.id()));
      List<Step> steps = Steps.of(row.cot());
      for (int i = 0; i < steps.size(); i++) {
        if (label.range().equals(steps.get(i).start() + "-" + steps.get(i).end())) {
          Map<String, Double> features = ActionFeatures.of(row.question(), row.cot(), steps).at(i);
          examples.add(new Example(row.id(), features, action(label.action())));
        }
      }
    }
    return examples;
  }

  /** Sentences of our own stand alone: they have no place and no neighbours. */
  private static List<Example> sentences() throws IOException {
    List<Example> examples = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(ActionFit.class.getResourceAsStream("action-sentences.tsv"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t");
          for (String text : cells[1].split("\\|")) {
            examples.add(
                new Example("own " + examples.size(), alone(cells[0], text), action(cells[0])));
          }
        }
      }
    }
    return examples;
  }

  private static Map<String, Double> alone(String action, String text) {
    // What is told again has stood in a question.
    String question = action.equals("restate") ? text.substring(0, text.length() * 3 / 5) : "";
    Map<String, Double> features =
        ActionFeatures.of(question, text, List.of(new Step(0, text.length()))).at(0);
    features
        .keySet()
        .removeIf(
            name ->
                name.startsWith("p:")
                    || name.startsWith("n:")
                    || name.startsWith("x:place")
                    || name.startsWith("x:fifth")
                    || name.equals("x:end")
                    || name.equals("f:FIRST")
                    || name.equals("f:LAST"));
    return features;
  }

  private static ThinkingAction action(String code) {
    return ThinkingAction.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
