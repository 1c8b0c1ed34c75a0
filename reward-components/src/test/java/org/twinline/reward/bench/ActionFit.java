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
 * labelled steps of these parts, the sentences of {@code action-sentences.tsv} and the chains of
 * thought of {@code action-chains.jsonl}, whose steps count {@value #OF_A_CHAIN} of a step that was
 * read; {@code ActionFit PART,PART… folds} instead judges each of {@value #FOLDS} folds of records
 * by weights learnt from the others. The data are found by {@code -Dtwinline.shared}, the labels by
 * {@code -Dtwinline.root}.
 *
 * <p>Features of fewer than {@value #LEAST_RECORDS} records, and pairs of tokens of fewer than
 * {@value #LEAST_PAIR_RECORDS}, are left out. Deterministic.
 */
final class ActionFit {
  private static final int LEAST_RECORDS = 3;
  private static final int LEAST_PAIR_RECORDS = 8;
  private static final double PENALTY = 3;
  private static final double OF_A_CHAIN = 0.3;
  private static final int FOLDS = 5;

  /** Smaller weights are left out of the file. */
  private static final double LEAST_WEIGHT = 0.08;

  private ActionFit() {}

  /** A step or sentence to learn from; what is of our own has no part. */
  private record Example(
      String record,
      String part,
      Map<String, Double> features,
      ThinkingAction action,
      double count) {
    int fold() {
      return Integer.parseInt(ActionSample.sha256("fold " + record).substring(0, 4), 16) % FOLDS;
    }
  }

  public static void main(String[] args) throws IOException {
    List<Example> examples = new ArrayList<>(sentences());
    examples.addAll(chains());
    for (String part : args[0].split(",")) {
      examples.addAll(labelled(part));
    }
    if (args[1].equals("folds")) {
      folds(examples);
      return;
    }
    Map<String, Integer> names = names(examples);
    write(Path.of(args[1]), names, weights(examples, names));
    System.out.printf(Locale.ROOT, "%d examples, %d features%n", examples.size(), names.size());
  }

  private static double[][] weights(List<Example> examples, Map<String, Integer> names) {
    double[][] values = new double[examples.size()][];
    int[][] columns = new int[examples.size()][];
    int[] labels = new int[examples.size()];
    double[] counts = examples.stream().mapToDouble(Example::count).toArray();
    for (int i = 0; i < examples.size(); i++) {
      Map<String, Double> known = new TreeMap<>(examples.get(i).features());
      known.keySet().retainAll(names.keySet());
      columns[i] = known.keySet().stream().mapToInt(names::get).toArray();
      values[i] = known.values().stream().mapToDouble(v -> v).toArray();
      labels[i] = examples.get(i).action().ordinal();
    }
    int actions = ThinkingAction.values().length;
    return new MultinomialFit(columns, values, labels, counts, names.size(), actions, PENALTY)
        .weights();
  }

  private static void folds(List<Example> examples) {
    Map<String, int[][]> counts = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int own = fold;
      List<Example> others =
          examples.stream().filter(e -> e.part().isEmpty() || e.fold() != own).toList();
      Map<String, Integer> names = names(others);
      double[][] weights = weights(others, names);
      for (Example example : examples) {
        if (!example.part().isEmpty() && example.fold() == own) {
          int said = best(example, names, weights);
          for (String group : List.of(example.part(), example.record().split("-")[0], "all")) {
            counts
                .computeIfAbsent(group, g -> new int[weights.length][weights.length])[
                example.action().ordinal()][said]++;
          }
        }
      }
    }
    counts.forEach((group, table) -> System.out.println(group + ": " + figures(table)));
  }

  private static int best(Example example, Map<String, Integer> names, double[][] weights) {
    double[] scores = new double[weights.length];
    example
        .features()
        .forEach(
            (name, value) -> {
              Integer column = names.get(name);
              for (int c = 0; column != null && c < scores.length; c++) {
                scores[c] += weights[c][column] * value;
              }
            });
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }

  /** Of a table of labelled by read actions. */
  private static String figures(int[][] table) {
    double sum = 0;
    int right = 0;
    int all = 0;
    for (int c = 0; c < table.length; c++) {
      int labelled = 0;
      int read = 0;
      for (int other = 0; other < table.length; other++) {
        labelled += table[c][other];
        read += table[other][c];
      }
      sum += labelled + read == 0 ? 0 : 2.0 * table[c][c] / (labelled + read);
      right += table[c][c];
      all += labelled;
    }
    return String.format(
        Locale.ROOT,
        "n = %d, macro-F1 %.3f, accuracy %.3f",
        all,
        sum / table.length,
        (double) right / all);
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
          if (in.size() >= (name.startsWith("q:") ? LEAST_PAIR_RECORDS : LEAST_RECORDS)) {
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
    Map<String, ActionFeatures> read = new HashMap<>();
    List<Example> examples = new ArrayList<>();
    for (ActionBench.Labelled label : ActionBench.labels(part)) {
      ActionSample.Row row = Objects.requireNonNull(rows.get(label.id()));
      List<Step> steps = Steps.of(row.cot());
      for (int i = 0; i < steps.size(); i++) {
        if (label.range().equals(steps.get(i).start() + "-" + steps.get(i).end())) {
          Map<String, Double> features =
              read.computeIfAbsent(
                      row.id(), id -> ActionFeatures.of(row.question(), row.cot(), steps))
                  .at(i);
          examples.add(new Example(row.id(), part, features, action(label.action()), 1));
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
                new Example(
                    "own " + examples.size(), "", alone(cells[0], text), action(cells[0]), 1));
          }
        }
      }
    }
    return examples;
  }

  private static List<Example> chains() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (ActionTexts.Chain chain : ActionTexts.chains()) {
      ActionFeatures features = ActionFeatures.of(chain.question(), chain.cot(), chain.steps());
      for (int i = 0; i < chain.steps().size(); i++) {
        examples.add(
            new Example(
                chain.id(), "", features.at(i), action(chain.actions().get(i)), OF_A_CHAIN));
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
                    || name.startsWith("y:")
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
