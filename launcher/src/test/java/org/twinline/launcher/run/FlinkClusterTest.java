package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JobManager and two TaskManagers as processes: both lines, models included. */
class FlinkClusterTest {
  @TempDir static Path folder;

  private static Cluster cluster;
  private static Path samples;
  private static Workplace embedded;

  @BeforeAll
  static void start() throws IOException {
    samples = Files.createDirectory(folder.resolve("samples"));
    part("verifiable.jsonl");
    part("unverifiable.jsonl");
    embedded = new Workplace(Files.createTempDirectory(folder, "embedded"));
    assertThat(run(embedded, "runner.kind=flink-local")).as(embedded.err()).isZero();
    cluster = new Cluster(folder, 2);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  /** Every eighth line. */
  private static void part(String name) throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("samples").resolve(name));
    List<String> part = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 8) {
      part.add(lines.get(i));
    }
    Files.write(samples.resolve(name), part);
  }

  private static int run(Workplace work, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                ROOT.resolve("samples/jobs/demo.yaml").toString(),
                "--progress=none",
                "--set=input.files.0=" + samples.resolve("verifiable.jsonl"),
                "--set=input.files.1=" + samples.resolve("unverifiable.jsonl"),
                "--set=output.directory=" + work.output(),
                "--set=runner.parallelism=2"));
    for (String setting : settings) {
      arguments.add("--set=" + setting);
    }
    return work.twinline(arguments.toArray(String[]::new));
  }

  private static int onCluster(Workplace work) {
    long start = System.nanoTime();
    int code = run(work, "runner.kind=flink", "runner.master=" + cluster.master());
    System.out.printf("FlinkClusterTest: took %.1f s%n", (System.nanoTime() - start) / 1e9);
    return code;
  }

  /** One test, since a cluster that has lost a worker is another one. */
  @Test
  void sameOutputAsEmbeddedAndAgainAfterAWorkerIsKilled() throws Exception {
    Workplace whole = new Workplace(Files.createTempDirectory(folder, "whole"));
    assertThat(onCluster(whole)).as(whole.err()).isZero();
    assertThat(whole.digests()).isEqualTo(embedded.digests());
    whole.assertLedgerCloses();

    Workplace survivor = new Workplace(Files.createTempDirectory(folder, "survivor"));
    CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> onCluster(survivor));
    Cluster.await("a job", () -> code.isDone() || !cluster.running().isEmpty());
    String job = cluster.running();
    Cluster.await("judging", () -> code.isDone() || cluster.judged(job) > 0);
    assertThat(code).as("the job was over before the worker could be killed").isNotDone();
    cluster.killWorker();

    assertThat(code.get()).as(survivor.err()).isZero();
    JsonNode failures = cluster.get("/jobs/" + job + "/exceptions");
    assertThat(failures.path("exceptionHistory").path("entries")).isNotEmpty();
    assertThat(survivor.digests()).isEqualTo(embedded.digests());
    survivor.assertLedgerCloses();
    assertThat(survivor.output().resolve(".staging")).doesNotExist();
  }

  @Test
  void tooFewSlotsAndAClusterThatIsNotThereAreSaidAtOnce() throws IOException {
    Workplace work = new Workplace(Files.createTempDirectory(folder, "wide"));
    int code =
        run(
            work,
            "runner.kind=flink",
            "runner.parallelism=64",
            "runner.master=" + cluster.master());
    assertThat(code).isEqualTo(4);
    assertThat(work.err()).contains("task slots").contains("the job wants 64");

    code = run(work, "runner.kind=flink", "runner.master=127.0.0.1:1");
    assertThat(code).isEqualTo(4);
    assertThat(work.err()).contains("no Flink cluster answers at 127.0.0.1:1");
    assertThat(work.output().resolve("_SUCCESS")).doesNotExist();
  }
}
