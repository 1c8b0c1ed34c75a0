package org.twinline.terminology.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinline.terminology.link.*;

/** Quick experiments. */
final class LinkTry {
  public static void main(String[] args) throws Exception {
    String task = args[0];
    long t0 = System.nanoTime();
    LinkData.Names targets;
    List<TrainingPair> train;
    List<TrainingPair> test = new ArrayList<>();
    if (task.equals("yidu")) {
      targets = LinkData.procedures();
      train = LinkData.pairs("yidu-n7k-train");
      test = LinkData.pairs("yidu-n7k-dev");
    } else {
      targets =
          task.equals("chip")
              ? LinkData.diagnoses()
              : new LinkData.Names(org.twinline.terminology.SemanticType.OTHER);
      List<TrainingPair> all =
          LinkData.pairs(task.equals("chip") ? "chip-cdn-train" : "symptom-train");
      train = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (i % 5 == 0) test.add(all.get(i));
        else train.add(all.get(i));
      }
      if (task.equals("symptom"))
        for (TrainingPair p : train) for (String s : p.standard()) targets.add("", s);
    }
    Path dir = Files.createTempDirectory("link");
    TargetNames names = TargetNames.write(targets, dir.resolve("names.bin"));
    GramPostings postings = names.postings();
    System.out.printf(
        "read %.1fs terms %d designations %d%n",
        (System.nanoTime() - t0) / 1e9, names.terms(), names.designations());
    LinkSettings settings = LinkSettings.DEFAULT;
    long[] last = {System.nanoTime()};
    LinkFigures oof =
        new LinkTrainer(
                targets,
                names,
                postings::searcher,
                settings,
                s -> {
                  System.out.printf("  [%.1fs] %s%n", (System.nanoTime() - last[0]) / 1e9, s);
                  last[0] = System.nanoTime();
                })
            .train(train, dir.resolve("model"));
    System.out.printf("  [%.1fs] done%noof  %s%n", (System.nanoTime() - last[0]) / 1e9, show(oof));
    LinkModel model = LinkModel.open(dir.resolve("model"), targets, names, postings::searcher);
    System.out.println("threshold " + model);
    Linker linker = model.linker();
    LinkFigures.Counter counter = new LinkFigures.Counter();
    long t1 = System.nanoTime();
    StringBuilder errors = new StringBuilder();
    for (TrainingPair pair : test) {
      LinkResult result = linker.link(pair.text(), 5);
      int[] expected = pair.standard().stream().mapToInt(s -> id(s, targets)).distinct().toArray();
      int[] given = result.concepts().stream().mapToInt(c -> id(c.name(), targets)).toArray();
      int[] candidates = linker.candidateNames().stream().mapToInt(c -> id(c, targets)).toArray();
      counter.add(expected, given, candidates);
      Arrays.sort(expected);
      int[] g = given.clone();
      Arrays.sort(g);
      if (!Arrays.equals(expected, g)) {
        errors.append(pair.text()).append("\t gold ").append(pair.standard()).append("\t got ");
        for (var c : result.concepts())
          errors.append(c.name()).append(String.format(" %.2f; ", c.score()));
        for (String s : pair.standard())
          if (!linker.candidateNames().contains(s)) errors.append(" MISSING ").append(s);
        errors.append('\n');
      }
    }
    System.out.printf(
        "test %s  %.0f texts/s%n",
        show(counter.figures()), test.size() / ((System.nanoTime() - t1) / 1e9));
    Files.writeString(Path.of("/tmp/lk/errors-" + task + ".txt"), errors);
  }

  static final java.util.Map<String, Integer> EXTRA = new java.util.HashMap<>();

  static int id(String name, LinkData.Names targets) {
    int t = targets.find(name);
    if (t >= 0) return t;
    return EXTRA.computeIfAbsent(
        org.twinline.terminology.NameNormaliser.name(name), s -> 10_000_000 + EXTRA.size());
  }

  static String show(LinkFigures f) {
    return String.format(
        "all %.4f F1 %.4f P %.4f R %.4f cand %.4f acc1 %.4f",
        f.allRight(), f.f1(), f.precision(), f.recall(), f.candidateRecall(), f.firstRight());
  }
}
