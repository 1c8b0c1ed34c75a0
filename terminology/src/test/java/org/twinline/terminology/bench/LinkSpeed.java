package org.twinline.terminology.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.twinline.terminology.link.GramPostings;
import org.twinline.terminology.link.LinkModel;
import org.twinline.terminology.link.LinkSettings;
import org.twinline.terminology.link.LinkTrainer;
import org.twinline.terminology.link.Linker;
import org.twinline.terminology.link.RuleLinker;
import org.twinline.terminology.link.TargetNames;
import org.twinline.terminology.link.TrainingPair;

/**
 * How many texts a second one thread links, in processor time, over the plain lists: {@code
 * LinkSpeed [FOLDER]} opens a model of the diagnosis list from that folder, or fits one there.
 */
final class LinkSpeed {
  private LinkSpeed() {}

  public static void main(String[] args) throws IOException {
    Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("link-speed");
    Path work = Files.createTempDirectory("link-speed");
    LinkData.Names targets = LinkData.diagnoses();
    TargetNames names = TargetNames.write(targets, work.resolve("names"));
    GramPostings postings = names.postings();
    List<TrainingPair> pairs = LinkData.pairs("chip-cdn-train");
    RuleLinker rules = new RuleLinker(targets, names, postings.searcher());
    List<String> texts = pairs.stream().map(TrainingPair::text).toList();
    measure("rules", texts, text -> rules.link(text, 10));
    if (!Files.exists(folder.resolve(LinkModel.MODEL))) {
      new LinkTrainer(targets, names, postings::searcher, LinkSettings.DEFAULT, stage -> {})
          .train(pairs, folder);
    }
    Linker linker = LinkModel.open(folder, targets, names, postings::searcher).linker();
    measure("trained", texts, text -> linker.link(text, 10));
  }

  private static void measure(String what, List<String> texts, Consumer<String> link) {
    var threads = ManagementFactory.getThreadMXBean();
    texts.subList(0, Math.min(2000, texts.size())).forEach(link);
    List<Long> times = new ArrayList<>();
    long start = threads.getCurrentThreadCpuTime();
    for (String text : texts) {
      long from = threads.getCurrentThreadCpuTime();
      link.accept(text);
      times.add(threads.getCurrentThreadCpuTime() - from);
    }
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f texts per processor second, median %.2f ms, p99 %.2f ms%n",
        what,
        texts.size() / seconds,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6);
  }
}
