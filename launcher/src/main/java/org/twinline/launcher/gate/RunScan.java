package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.ledger.Histogram;

/**
 * A run read once: its figures, some places of records, and whether its books are right. Memory
 * does not grow with the number of records.
 *
 * @param unclosed findings of {@link Accounts#ledger}
 * @param unaccounted findings of {@link Accounts#records}
 */
record RunScan(
    RunDirectory run,
    Sketch sketch,
    SortedMap<Slice, CellBuilder> builders,
    List<String> unclosed,
    List<String> unaccounted) {
  private static final String FIGURE = "figure.";

  /**
   * Reads a run, all of its shards included.
   *
   * @throws org.twinline.launcher.cli.Failure if it is no finished run or was changed since
   */
  static RunScan of(Path root) {
    RunDirectory run = RunDirectory.open(root);
    RecordCounter counter = new RecordCounter(sources(run.inputs()));
    for (RunDirectory.Dataset dataset : run.datasets()) {
      for (RunDirectory.Shard shard : dataset.shards()) {
        ShardReader.read(shard, line -> counter.record(dataset.name(), line));
      }
    }
    SortedMap<Slice, Cell> cells = new TreeMap<>();
    counter.cells().forEach((slice, builder) -> cells.put(slice, builder.build()));
    cells.computeIfPresent(Slice.RUN, (slice, cell) -> withAccounts(run, cell));
    return new RunScan(
        run,
        new Sketch(cells),
        counter.cells(),
        Accounts.ledger(run),
        Accounts.records(run, counter.ledger()));
  }

  /** Some places of what a key counts, or at an end of a distribution. */
  List<RecordPlace> places(Slice slice, String key, boolean high) {
    CellBuilder builder = builders.get(slice);
    return builder == null ? List.of() : builder.places(key, high);
  }

  /** The names of input files without their folders, where that tells them apart. */
  private static List<String> sources(List<String> paths) {
    Map<String, Integer> uses = new HashMap<>();
    paths.forEach(path -> uses.merge(name(path), 1, Integer::sum));
    return paths.stream()
        .map(path -> uses.getOrDefault(name(path), 1) == 1 ? name(path) : path)
        .toList();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Adds what stands in the run's own accounts and in no record. */
  private static Cell withAccounts(RunDirectory run, Cell cell) {
    SortedMap<String, Long> counts = new TreeMap<>(cell.counts());
    SortedMap<String, Share> shares = new TreeMap<>(cell.shares());
    SortedMap<String, Distribution> distributions = new TreeMap<>(cell.distributions());
    JsonNode manifest = run.manifest();
    counts.put("warnings", (long) manifest.path("warnings").size());
    for (JsonNode dataset : manifest.path("datasets")) {
      counts.put("records." + dataset.path("name").asText(), dataset.path("records").asLong());
    }
    long overlap = 0;
    for (JsonNode model : manifest.path("models")) {
      if (!model.has("training_overlap")) {
        continue; // the card does not tell what it was trained on
      }
      long one = model.path("training_overlap").asLong();
      counts.put("training_overlap." + model.path("name").asText(), one);
      overlap += one;
    }
    counts.put("training_overlap", overlap);
    JsonNode figures = run.report().path("figures");
    figures
        .fields()
        .forEachRemaining(entry -> counts.put(FIGURE + entry.getKey(), entry.getValue().asLong()));
    long agree = figures.path("preference.agree").asLong();
    long compared =
        agree
            + figures.path("preference.disagree").asLong()
            + figures.path("preference.tie").asLong();
    if (compared > 0) {
      // Pairs of one question resemble each other: no more independent ones than questions.
      long questions = Math.max(1, figures.path("unverifiable.groups").asLong(compared));
      shares.put("preference_agreement", new Share(agree, compared, Math.min(compared, questions)));
    }
    JsonNode passRate = run.report().path("histograms").path("pass_rate");
    passRate(distributions, "kept", passRate.path("kept"));
    passRate(distributions, "dropped", passRate.path("dropped"));
    return new Cell(counts, shares, distributions, cell.categories());
  }

  /** Twenty bins of the report, each at its middle. */
  private static void passRate(
      SortedMap<String, Distribution> distributions, String whose, JsonNode bins) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    long n = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < Math.min(bins.size(), Histogram.BINS); i++) {
      long count = bins.path(i).asLong();
      double middle = (i + 0.5) / Histogram.BINS;
      if (count > 0) {
        counts.put(Bins.UNIT.of(middle), count);
      }
      n += count;
      sum += count * middle;
      squares += count * middle * middle;
    }
    if (n > 0) {
      double mean = sum / n;
      double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
      distributions.put(
          whose + ".pass_rate",
          new Distribution(Bins.UNIT, counts, new Distribution.Moments(n, n, mean, deviation)));
    }
  }
}
