package org.twinline.reward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.reward.djl.Encoders;
import org.twinline.reward.djl.StepLogits;
import org.twinline.reward.process.ActionModels;
import org.twinline.reward.process.ActionReading;
import org.twinline.reward.process.Cots;
import org.twinline.reward.process.JudgedStep;
import org.twinline.reward.process.ProcessReward;
import org.twinline.reward.process.ThinkingAction;

/**
 * Macro-F1 of the thinking actions on labelled steps: {@code ActionBench PART,PART… [misses]}, of
 * the parts together and of each language; with {@code -Dbench.actions=BUNDLE,BUNDLE} (folders
 * below {@code samples/models}) as models and words together read them. The data are found by
 * {@code -Dtwinline.shared}, labels, bundles and encoders by {@code -Dtwinline.root}.
 *
 * <p>Baselines: the commonest action of the development half; and the action that is commonest
 * there among the steps with the same first word (the first two characters in Chinese), the
 * commonest action where that word was not seen.
 */
final class ActionBench {
  private final Map<String, ActionSample.Row> rows = new HashMap<>();
  private final Map<String, List<JudgedStep>> judged = new HashMap<>();
  private final Map<String, List<ActionReading>> readings = new HashMap<>();

  /** A labelled step. */
  record Labelled(String id, String range, String part, String action) {}

  private ActionBench() throws IOException {
    for (String set : List.of("o1-open-100", "jmed-300")) {
      for (ActionSample.Row row : ActionSample.rows(set)) {
        rows.put(row.id(), row);
      }
    }
  }

  public static void main(String[] args) throws IOException {
    ActionBench bench = new ActionBench();
    List<Labelled> dev = labels("dev");
    List<Labelled> shown = labels(args[0]);
    bench.readByModels(shown);
    bench.figures("reader", shown, bench::byReader);
    for (String set : List.of("o1", "jmed")) {
      bench.figures(
          "reader, " + set,
          shown.stream().filter(l -> l.id().startsWith(set)).toList(),
          bench::byReader);
    }
    String commonest = commonest(dev.stream().map(Labelled::action).toList());
    bench.figures("commonest action", shown, label -> commonest);
    Map<String, List<String>> byWord = new HashMap<>();
    dev.forEach(
        l -> byWord.computeIfAbsent(bench.firstWord(l), w -> new ArrayList<>()).add(l.action()));
    bench.figures(
        "first word",
        shown,
        l -> commonest(byWord.getOrDefault(bench.firstWord(l), List.of(commonest))));
    if (args.length > 1) {
      shown.stream()
          .filter(l -> !bench.byReader(l).equals(l.action()))
          .forEach(l -> System.out.println(l + " -> " + bench.byReader(l) + " " + bench.text(l)));
    }
  }

  /** Reads the records of labels with the bundles that are named, if any are. */
  private void readByModels(List<Labelled> labels) {
    String named = System.getProperty("bench.actions", "");
    if (named.isEmpty()) {
      return;
    }
    Path root = Path.of(System.getProperty("twinline.root"));
    Encoders encoders = Encoders.in(root.resolve("launcher/target/encoders"));
    List<StepLogits> bundles = new ArrayList<>();
    for (String bundle : named.split(",")) {
      bundles.add(StepLogits.open(root.resolve("samples/models").resolve(bundle), encoders));
    }
    List<String> ids = labels.stream().map(Labelled::id).distinct().toList();
    List<ActionModels.Chain> chains = new ArrayList<>();
    for (String id : ids) {
      ActionSample.Row row = Objects.requireNonNull(rows.get(id));
      chains.add(new ActionModels.Chain(Cots.question(AnswerKind.TEXT, row.question()), row.cot()));
    }
    try (ActionModels models = ActionModels.of(bundles)) {
      long start = System.nanoTime();
      List<ActionModels.Read> read = models.read(chains);
      double seconds = (System.nanoTime() - start) / 1e9;
      int steps = 0;
      for (int i = 0; i < ids.size(); i++) {
        readings.put(ids.get(i), read.get(i).actions());
        steps += read.get(i).actions().size();
      }
      System.out.printf(
          Locale.ROOT,
          "%d steps of %d chains of thought read in %.1f s, %.1f ms a step%n",
          steps,
          ids.size(),
          seconds,
          1000 * seconds / steps);
    }
  }

  static List<Labelled> labels(String named) throws IOException {
    List<String> parts = List.of(named.split(","));
    Path file =
        Path.of(System.getProperty("twinline.root"), "docs/benchmarks/labels/thinking-actions.tsv");
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .filter(row -> parts.contains(row[2]))
        .map(row -> new Labelled(row[0], row[1], row[2], row[5]))
        .toList();
  }

  private String text(Labelled label) {
    String[] range = label.range().split("-");
    return Objects.requireNonNull(rows.get(label.id()))
        .cot()
        .substring(Integer.parseInt(range[0]), Integer.parseInt(range[1]))
        .replaceAll("\\s+", " ");
  }

  private String firstWord(Labelled label) {
    String text = text(label).toLowerCase(Locale.ROOT);
    return text.charAt(0) < 0x2e80
        ? text.split("[\\s,.]+")[0]
        : text.substring(0, Math.min(2, text.length()));
  }

  private String byReader(Labelled label) {
    List<JudgedStep> steps =
        judged.computeIfAbsent(
            label.id(),
            id -> {
              ActionSample.Row row = Objects.requireNonNull(rows.get(id));
              ProcessReward reward = ProcessReward.withoutTerminology();
              Question question = Cots.question(AnswerKind.TEXT, row.question());
              Candidate candidate = Cots.candidate(row.cot(), "");
              List<ActionReading> read = readings.get(id);
              return (read == null
                      ? reward.judge(question, candidate)
                      : reward.judge(question, candidate, read))
                  .steps();
            });
    return steps.stream()
        .filter(s -> (s.step().start() + "-" + s.step().end()).equals(label.range()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Cannot find step " + label.range()))
        .action()
        .code();
  }

  private static String commonest(List<String> actions) {
    Map<String, Integer> counts = new TreeMap<>();
    actions.forEach(a -> counts.merge(a, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private void figures(String name, List<Labelled> labels, Function<Labelled, String> reader) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (ThinkingAction action : ThinkingAction.values()) {
      counts.put(action.code(), new int[3]);
    }
    int right = 0;
    for (Labelled label : labels) {
      String said = reader.apply(label);
      right += said.equals(label.action()) ? 1 : 0;
      int[] wanted = counts.computeIfAbsent(label.action(), action -> new int[3]);
      wanted[0]++;
      counts.computeIfAbsent(said, action -> new int[3])[1]++;
      wanted[2] += said.equals(label.action()) ? 1 : 0;
    }
    System.out.printf(
        "%n%s, n = %d%n| action | labelled | precision | recall | F1 |%n", name, labels.size());
    double sum = 0;
    for (Map.Entry<String, int[]> entry : counts.entrySet()) {
      int[] c = entry.getValue();
      double f1 = c[0] + c[1] == 0 ? 0 : 2.0 * c[2] / (c[0] + c[1]);
      sum += f1;
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.2f | %.2f | %.2f |%n",
          entry.getKey(),
          c[0],
          c[1] == 0 ? 0 : (double) c[2] / c[1],
          c[0] == 0 ? 0 : (double) c[2] / c[0],
          f1);
    }
    System.out.printf(
        Locale.ROOT,
        "macro-F1 %.3f, accuracy %.3f%n",
        sum / counts.size(),
        (double) right / labels.size());
  }
}
