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

  @TempDir static Path folder;

  @BeforeAll
  static void runTheDemo() throws IOException {
    RUNS.clear();
    run("direct", 2);
    run("flink-local", 1);
    run("flink-local", 2);
    run("flink-local", 2);
  }

  private static void run(String runner, int parallelism) throws IOException {
    Workplace work = new Workplace(Files.createDirectory(folder.resolve("run" + RUNS.size())));
    RUNS.add(work);
    long start = System.nanoTime();
    int code =
        work.twinline(
            "run",
            ROOT.resolve("samples/jobs/demo.yaml").toString(),
            "--progress",
            "none",
            "--set",
            "output.directory=" + work.output(),
            "--set",
            "runner.kind=" + runner,
            "--set",
            "runner.parallelism=" + parallelism);
    System.out.printf(
        "GoldenRunTest: %s %d took %.1f s%n",
        runner, parallelism, (System.nanoTime() - start) / 1e9);
    assertThat(code).as(work.err()).isZero();
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
  }

  @Test
  void everyRunnerGivesTheSameAccount() throws IOException {
    JsonNode first = RUNS.get(0).report();
    for (Workplace run : RUNS) {
      run.assertLedgerCloses();
      for (String part :
          List.of("ledger", "datasets", "histograms", "figures", "models", "examples")) {
        if (!part.equals("datasets")) {
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

  @Test
  void whatTheSamplesExpectIsMostlyMet() throws IOException {
    Workplace run = RUNS.get(0);
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (JsonNode kept : run.records("triples")) {
      counts.merge(expected(kept) + " kept", 1, Integer::sum);
    }
    for (JsonNode dropped : run.records("rejected")) {
      counts.merge(expected(dropped) + " " + dropped.path("reason").asText(), 1, Integer::sum);
    }
    for (JsonNode best : run.records("best-answers")) {
      counts.merge(expected(best) + " best", 1, Integer::sum);
    }
    for (JsonNode pair : run.records("preferences")) {
      counts.merge("pair against " + expected(pair.path("rejected")), 1, Integer::sum);
    }
    System.out.println("GoldenRunTest: " + counts);
  }

  private static String expected(JsonNode record) {
    return record.path("candidate_extra").path("expected").asText("?");
  }
}
