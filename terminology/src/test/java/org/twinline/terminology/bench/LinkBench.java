package org.twinline.terminology.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.link.GramPostings;
import org.twinline.terminology.link.LinkFigures;
import org.twinline.terminology.link.LinkModel;
import org.twinline.terminology.link.LinkResult;
import org.twinline.terminology.link.LinkSettings;
import org.twinline.terminology.link.LinkTrainer;
import org.twinline.terminology.link.Linker;
import org.twinline.terminology.link.RuleLinker;
import org.twinline.terminology.link.TargetNames;
import org.twinline.terminology.link.TrainingPair;

/**
 * Accuracy of linking, as a Markdown table.
 *
 * <p>{@code LinkBench [--folds N,…] [yidu] [chip] [symptom] [row …]}; without a task all, without a
 * row all rows. Yidu-N7K: trained on its train file, tested on dev. CHIP-CDN and the symptoms: five
 * folds of the train file by a hash of the text (with {@code --folds 0,1} those alone), each tested
 * by a model that saw nothing of it. The symptoms come without a list: it is what the training rows
 * name or, row {@code listed}, every name of the file. Terms are compared by folded name.
 */
final class LinkBench {
  private static final List<String> TASKS = List.of("yidu", "chip", "symptom");
  private static final List<String> ROWS =
      List.of(
          "exact",
          "tfidf",
          "rules",
          "trained",
          "index",
          "graph",
          "all-sources",
          "no-sites",
          "no-translation",
          "no-attributes",
          "listed",
          "three-rounds");

  private final Map<String, Integer> beyond = new HashMap<>();
  private final List<Integer> folds;

  private LinkBench(List<Integer> folds) {
    this.folds = folds;
  }

  public static void main(String[] args) throws IOException {
    List<String> tasks = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    List<Integer> folds = List.of(0, 1, 2, 3, 4);
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (arg.equals("--folds")) {
        folds = List.of(args[++i].split(",")).stream().map(Integer::valueOf).toList();
      } else if (TASKS.contains(arg)) {
        tasks.add(arg);
      } else if (ROWS.contains(arg)) {
        rows.add(arg);
      } else {
        throw new IllegalArgumentException("no task or row: " + arg + "; " + TASKS + " " + ROWS);
      }
    }
    System.out.println(
        "| data | row | all right | micro-F1 | P | R | candidates | acc@1 | seconds |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (String task : tasks.isEmpty() ? TASKS : tasks) {
      for (String row : rows.isEmpty() ? ROWS : rows) {
        new LinkBench(folds).row(task, row);
      }
    }
  }

  private void row(String task, String row) throws IOException {
    long start = System.nanoTime();
    LinkFigures.Counter counter = new LinkFigures.Counter();
    if (task.equals("yidu")) {
      fold(task, row, LinkData.pairs("yidu-n7k-train"), LinkData.pairs("yidu-n7k-dev"), counter);
    } else {
      List<TrainingPair> all =
          LinkData.pairs(task.equals("chip") ? "chip-cdn-train" : "symptom-train");
      for (int fold : folds) {
        List<TrainingPair> train = new ArrayList<>();
        List<TrainingPair> test = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          (foldOf(all.get(i)) == fold ? test : train).add(all.get(i));
        }
        fold(task, row, train, test, counter);
        LinkFigures sofar = counter.figures();
        System.err.printf(
            Locale.ROOT,
            "%s %s after fold %d: %d texts, all right %.4f, acc@1 %.4f%n",
            task,
            row,
            fold,
            sofar.texts(),
            sofar.allRight(),
            sofar.firstRight());
      }
    }
    LinkFigures f = counter.figures();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %.4f | %.4f | %.4f | %.4f | %.0f |%n",
        task,
        row,
        f.allRight(),
        f.f1(),
        f.precision(),
        f.recall(),
        f.candidateRecall(),
        f.firstRight(),
        (System.nanoTime() - start) / 1e9);
  }

  /** By a hash of the folded text, so that equal texts are in one fold. */
  private static int foldOf(TrainingPair pair) {
    int h = NameNormaliser.name(pair.text()).hashCode() * 0x9e3779b9;
    return Math.floorMod(h ^ (h >>> 15), 5);
  }

  private static LinkData.Names targets(String task, String row, List<TrainingPair> train)
      throws IOException {
    LinkData.Names targets;
    switch (task) {
      case "yidu" -> targets = LinkData.procedures();
      case "chip" -> targets = LinkData.diagnoses();
      default -> {
        targets = new LinkData.Names(SemanticType.OTHER);
        List<TrainingPair> known = row.equals("listed") ? LinkData.pairs("symptom-train") : train;
        for (TrainingPair pair : known) {
          pair.standard().forEach(name -> targets.add("", name));
        }
      }
    }
    if (row.equals("index") || row.equals("all-sources")) {
      System.err.println(row + ": " + LinkSources.index(targets) + " names of the index");
    }
    if (row.equals("graph") || row.equals("all-sources")) {
      System.err.println(row + ": " + LinkSources.graph(targets) + " names of the graph");
    }
    return targets;
  }

  private void fold(
      String task,
      String row,
      List<TrainingPair> train,
      List<TrainingPair> test,
      LinkFigures.Counter counter)
      throws IOException {
    LinkData.Names targets = targets(task, row, train);
    Path folder = Files.createTempDirectory("link-bench");
    TargetNames names = TargetNames.write(targets, folder.resolve("names"));
    switch (row) {
      case "exact" -> exact(targets, test, counter);
      case "tfidf" -> tfidf(targets, test, counter);
      case "rules" -> {
        RuleLinker linker = new RuleLinker(targets, names, names.postings().searcher());
        for (TrainingPair pair : test) {
          LinkResult result = linker.link(pair.text(), 1);
          count(targets, pair, result, linker.candidateNames(), counter);
        }
      }
      default -> {
        GramPostings postings = names.postings();
        new LinkTrainer(
                targets,
                names,
                postings::searcher,
                settings(row),
                stage ->
                    System.err.printf(
                        "%tT %s %s: %s%n", System.currentTimeMillis(), task, row, stage))
            .train(train, folder.resolve("model"));
        Linker linker =
            LinkModel.open(folder.resolve("model"), targets, names, postings::searcher).linker();
        for (TrainingPair pair : test) {
          LinkResult result = linker.link(pair.text(), 1);
          count(targets, pair, result, linker.candidateNames(), counter);
        }
      }
    }
  }

  private static LinkSettings settings(String row) {
    return switch (row) {
      case "no-sites" -> LinkSettings.DEFAULT.ignoring("sites_");
      case "no-translation" -> LinkSettings.DEFAULT.ignoring("translation_");
      case "no-attributes" -> LinkSettings.DEFAULT.ignoring("attribute");
      case "three-rounds" -> LinkSettings.DEFAULT.withRounds(3);
      default -> LinkSettings.DEFAULT;
    };
  }

  private void exact(LinkData.Names targets, List<TrainingPair> test, LinkFigures.Counter counter) {
    for (TrainingPair pair : test) {
      int term = targets.find(pair.text());
      int[] given = term < 0 ? new int[0] : new int[] {term};
      counter.add(expected(targets, pair), given, given);
    }
  }

  /** Cosine over character 1–2-grams of the names as folded for comparison, best name alone. */
  private void tfidf(LinkData.Names targets, List<TrainingPair> test, LinkFigures.Counter counter) {
    GramPostings.Builder builder = new GramPostings.Builder();
    for (int t = 0; t < targets.size(); t++) {
      builder.add(NameNormaliser.name(targets.name(t)));
    }
    GramPostings.Searcher searcher = builder.build().searcher();
    int[] ids = new int[50];
    float[] scores = new float[50];
    for (TrainingPair pair : test) {
      int n = searcher.search(NameNormaliser.name(pair.text()), 50, ids, scores);
      int[] candidates = java.util.Arrays.copyOf(ids, n);
      int[] given = java.util.Arrays.copyOf(ids, Math.min(1, n));
      counter.add(expected(targets, pair), given, candidates);
    }
  }

  private int[] expected(LinkData.Names targets, TrainingPair pair) {
    return pair.standard().stream().mapToInt(name -> id(targets, name)).distinct().toArray();
  }

  private void count(
      LinkData.Names targets,
      TrainingPair pair,
      LinkResult result,
      List<String> candidates,
      LinkFigures.Counter counter) {
    counter.add(
        expected(targets, pair),
        result.concepts().stream().mapToInt(one -> id(targets, one.name())).toArray(),
        candidates.stream().mapToInt(one -> id(targets, one)).toArray());
  }

  private int id(LinkData.Names targets, String name) {
    int term = targets.find(name);
    return term >= 0
        ? term
        : beyond.computeIfAbsent(
            NameNormaliser.name(name), unused -> Integer.MAX_VALUE - beyond.size());
  }
}
