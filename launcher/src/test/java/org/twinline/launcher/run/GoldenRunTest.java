package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on every runner: the same datasets, models included, and what they should hold. */
class GoldenRunTest {
  private static final List<Workplace> RUNS = new ArrayList<>();
  private static final List<Workplace> RUNS_OF_A_PART = new ArrayList<>();

  @TempDir static Path folder;

  @BeforeAll
  static void runTheDemo() throws IOException {
    Path samples = ROOT.resolve("samples");
    RUNS.clear();
    RUNS.add(run(samples, "flink-local", 1));
    RUNS.add(run(samples, "flink-local", 2));
    // The direct runner's bundles hold one group, and each pays a whole padded batch of the model.
    Path part = Files.createDirectory(folder.resolve("part"));
    part(samples.resolve("verifiable.jsonl"), part.resolve("verifiable.jsonl"));
    part(samples.resolve("unverifiable.jsonl"), part.resolve("unverifiable.jsonl"));
    RUNS_OF_A_PART.clear();
    RUNS_OF_A_PART.add(run(part, "flink-local", 2));
    RUNS_OF_A_PART.add(run(part, "flink-local", 2));
    RUNS_OF_A_PART.add(run(part, "direct", 2));
  }

  /** Every sixth line. */
  private static void part(Path from, Path to) throws IOException {
    List<String> lines = Files.readAllLines(from);
    List<String> part = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 6) {
      part.add(lines.get(i));
    }
    Files.write(to, part);
  }

  private static Workplace run(Path inputs, String runner, int parallelism) throws IOException {
    Workplace work = new Workplace(Files.createTempDirectory(folder, "run"));
    long start = System.nanoTime();
    int code =
        work.twinline(
            "run",
            ROOT.resolve("samples/jobs/demo.yaml").toString(),
            "--progress=none",
            "--set=input.files.0=" + inputs.resolve("verifiable.jsonl"),
            "--set=input.files.1=" + inputs.resolve("unverifiable.jsonl"),
            "--set=output.directory=" + work.output(),
            "--set=runner.kind=" + runner,
            "--set=runner.parallelism=" + parallelism);
    System.out.printf(
        "GoldenRunTest: %s %d took %.1f s%n",
        runner, parallelism, (System.nanoTime() - start) / 1e9);
    assertThat(code).as(work.err()).isZero();
    return work;
  }

  @Test
  void everyRunnerMakesTheSameDatasets() throws IOException {
    Map<String, String> digests = RUNS.get(0).digests();
    assertThat(digests.keySet())
        .containsExactly(
            "best-answers", "dead-letters", "preferences", "prompts", "rejected", "triples");
    for (Workplace run : RUNS) {
      assertThat(run.digests()).isEqualTo(digests);
    }
    for (Workplace run : RUNS_OF_A_PART) {
      assertThat(run.digests()).isEqualTo(RUNS_OF_A_PART.get(0).digests());
    }
    Workplace direct = RUNS_OF_A_PART.get(2);
    assertThat(direct.manifest().path("runner").path("kind").asText()).isEqualTo("direct");
    assertThat(direct.records("triples")).isNotEmpty();
    assertThat(direct.records("preferences")).isNotEmpty();
  }

  @Test
  void everyRunnerGivesTheSameAccount() throws IOException {
    for (List<Workplace> runs : List.of(RUNS, RUNS_OF_A_PART)) {
      JsonNode first = runs.get(0).report();
      for (Workplace run : runs) {
        run.assertLedgerCloses();
        for (String part : List.of("ledger", "histograms", "figures", "models", "examples")) {
          assertThat(first.has(part)).as(part).isTrue();
          assertThat(run.report().path(part)).as(part).isEqualTo(first.path(part));
        }
      }
    }
  }

  @Test
  void theLedgerIsWhatLiesInTheDatasets() throws IOException {
    Workplace run = RUNS.get(0);
    long dropped = 0;
    long kept = 0;
    for (JsonNode row : run.manifest().path("ledger")) {
      kept += row.path("kept").asLong();
      for (JsonNode count : row.path("dropped")) {
        dropped += count.asLong();
      }
    }
    List<String> used = new ArrayList<>(run.ids("triples"));
    used.addAll(run.ids("prompts"));
    used.addAll(run.ids("best-answers"));
    for (JsonNode pair : run.records("preferences")) {
      used.add(
          pair.path("id").asText() + "/" + pair.path("rejected").path("candidate_id").asText());
    }
    assertThat(used).doesNotHaveDuplicates().hasSize((int) kept);
    assertThat(run.records("rejected")).hasSize((int) dropped);
    assertThat(run.records("dead-letters")).isEmpty();
  }

  @Test
  void thePartsAreAllInUse() throws IOException {
    JsonNode figures = RUNS.get(0).report().path("figures");
    for (String figure : List.of("rule.accept", "rule.reject", "rule.unsure", "pairs")) {
      assertThat(figures.path(figure).asLong()).as(figure).isPositive();
    }
    assertThat(RUNS.get(0).report().path("histograms").has("verifier")).isTrue();
    assertThat(RUNS.get(0).report().path("histograms").has("preference")).isTrue();
    assertThat(RUNS.get(0).manifest().path("terminology").path("concepts").asInt())
        .isGreaterThan(600);
  }

  /** Bounds leave a little room below what was measured. */
  @Test
  void whatTheSamplesExpectIsMostlyMet() throws IOException {
    Workplace run = RUNS.get(0);
    TreeMap<String, Integer> kept = new TreeMap<>();
    TreeMap<String, Integer> dropped = new TreeMap<>();
    TreeMap<String, Integer> best = new TreeMap<>();
    TreeMap<String, Integer> rejectedSide = new TreeMap<>();
    run.records("triples").forEach(r -> kept.merge(expected(r), 1, Integer::sum));
    run.records("rejected").forEach(r -> dropped.merge(expected(r), 1, Integer::sum));
    run.records("best-answers").forEach(r -> best.merge(expected(r), 1, Integer::sum));
    run.records("preferences")
        .forEach(r -> rejectedSide.merge(expected(r.path("rejected")), 1, Integer::sum));
    String all = kept + " kept, " + dropped + " dropped, " + best + " best, " + rejectedSide;
    System.out.println("GoldenRunTest: " + all);

    // 121 of 130, 83 of 83, 19 of 19, 46 of 46, 29 of 31.
    assertThat(kept.getOrDefault("right", 0)).as(all).isGreaterThanOrEqualTo(120);
    assertThat(dropped.getOrDefault("wrong", 0)).as(all).isGreaterThanOrEqualTo(82);
    assertThat(dropped.getOrDefault("contradictory", 0)).as(all).isGreaterThanOrEqualTo(18);
    assertThat(dropped.getOrDefault("cheating", 0)).as(all).isGreaterThanOrEqualTo(44);
    assertThat(dropped.getOrDefault("partial", 0)).as(all).isGreaterThanOrEqualTo(26);
    // Of 28 best answers 13 are chosen as best and 11 lose to another; of 34 bad ones 27 lose.
    assertThat(best.getOrDefault("best", 0)).as(all).isGreaterThanOrEqualTo(12);
    assertThat(rejectedSide.getOrDefault("best", 0)).as(all).isLessThanOrEqualTo(12);
    assertThat(rejectedSide.getOrDefault("bad", 0)).as(all).isGreaterThanOrEqualTo(19);
  }

  private static String expected(JsonNode record) {
    return record.path("candidate_extra").path("expected").asText("?");
  }
}
