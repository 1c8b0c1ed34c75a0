package org.twinline.launcher.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final MadeRun.Shape GOOD = MadeRun.Shape.GOOD;
  private static final String[] CHECKS = {
    "check: value, metric: kept_share, fail: {min: 0.5}",
    "check: value, metric: dropped_share.no_reasoning, fail: {max: 0.1}",
    "check: value, metric: reward.mean, fail: {min: 0.7}",
    "check: value, metric: score.reward.p10, fail: {min: 0.5}",
    "check: value, metric: length.cot.tokens.p50, fail: {min: 30, max: 70}",
    "check: value, metric: kept_share, slice: language, fail: {min: 0.5}",
    "check: ratio, metric: score.rule.mean, over: score.rule.mean, over_of: all, fail: {min: 1.1}",
  };

  @TempDir Path folder;

  private Path run(String name, MadeRun.Shape shape) throws IOException {
    return MadeRun.write(folder.resolve(name), shape);
  }

  private List<String> compared(Path run, Path baseline, String check) throws IOException {
    return Gates.results(folder, run, Optional.of(baseline), check).stream()
        .map(result -> result.state().name())
        .toList();
  }

  private Path accepted(Path run) throws IOException {
    RunScan scan = RunScan.of(run);
    Path baseline = folder.resolve("baseline");
    new Baseline(new GateResult.Reference("made", scan.run().manifestSha256(), ""), scan.sketch())
        .write(baseline);
    return baseline;
  }

  @Test
  void aFailingRunRepairedPassesOnTheNext() throws IOException {
    List<CheckResult> broken =
        Gates.results(folder, run("broken", GOOD.noReasoning(0.3)), Optional.empty(), CHECKS);
    assertThat(broken)
        .filteredOn(result -> result.state() == CheckResult.State.FAILED)
        .extracting(CheckResult::title)
        .containsExactly("dropped_share.no_reasoning");
    CheckResult failed = broken.get(1);
    assertThat(failed.verdict().message())
        .matches("dropped_share.no_reasoning is 0.\\d+ \\[0.\\d+, 0.\\d+], above 0.1");
    assertThat(failed.evidence().places()).hasSize(3);
    assertThat(failed.evidence().places().get(0).toString())
        .matches("data/in.jsonl@\\d+ \\(q\\d+/c\\d\\)");

    assertThat(Gates.states(folder, run("repaired", GOOD), CHECKS)).containsOnly("PASSED");
  }

  @Test
  void aTenthAndTheWholeHaveTheSameVerdicts() throws IOException {
    int different = 0;
    for (long seed = 1; seed <= 8; seed++) {
      MadeRun.Shape whole = GOOD.seed(seed).questions(1500).noReasoning(seed % 2 == 0 ? 0.2 : 0.02);
      MadeRun.Shape tenth = whole.seed(100 + seed).questions(150);
      List<String> all = Gates.states(folder, run("all" + seed, whole), CHECKS);
      List<String> some = Gates.states(folder, run("some" + seed, tenth), CHECKS);
      different += all.equals(some) ? 0 : 1;
      assertThat(all).as("seed %s", seed).contains(seed % 2 == 0 ? "FAILED" : "PASSED");
    }
    assertThat(different).isZero();
  }

  @Test
  void atTheBoundChanceDoesNotDecide() throws IOException {
    int byInterval = 0;
    int byEstimate = 0;
    for (long seed = 1; seed <= 12; seed++) {
      // Kept are 0.98 · 0.7 of all, nearly; the bound lies a little above.
      Path run = run("near" + seed, GOOD.seed(seed).questions(60));
      List<String> states =
          Gates.states(
              folder,
              run,
              "check: value, metric: kept_share, fail: {min: 0.69}",
              "check: value, metric: kept_share, name: b, decide: estimate, fail: {min: 0.69}");
      byInterval += states.get(0).equals("FAILED") ? 1 : 0;
      byEstimate += states.get(1).equals("FAILED") ? 1 : 0;
    }
    assertThat(byInterval).isLessThanOrEqualTo(1);
    assertThat(byEstimate).isBetween(3, 11);
  }

  @Test
  void aWarningIsNoFailureAndDoubtIsSaid() throws IOException {
    Path run = run("run", GOOD);
    List<CheckResult> results =
        Gates.results(
            folder,
            run,
            Optional.empty(),
            "check: value, metric: kept_share, warn: {min: 0.9}, fail: {min: 0.5}",
            "check: value, metric: kept_share, name: doubt, warn: {min: 0.68}");
    assertThat(results.get(0).state()).isEqualTo(CheckResult.State.WARNED);
    assertThat(results.get(0).verdict().message()).endsWith(", below 0.9");
    assertThat(results.get(1).state()).isEqualTo(CheckResult.State.PASSED);
    assertThat(results.get(1).verdict().unsure()).isTrue();
  }

  @Test
  void withoutABaselineComparisonsAreSkipped() throws IOException {
    List<CheckResult> results =
        Gates.results(
            folder,
            run("run", GOOD),
            Optional.empty(),
            "check: change, metric: kept_share, fail: {min: -0.1}",
            "check: drift, distribution: reasons, distance: psi, fail: {max: 0.1}");
    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(result.state()).isEqualTo(CheckResult.State.SKIPPED);
              assertThat(result.verdict().message()).isEqualTo("no baseline");
            });
  }

  @Test
  void aRunIsComparedWithAnAcceptedOne() throws IOException {
    Path baseline = accepted(run("accepted", GOOD.questions(600)));
    Path same = run("same", GOOD.seed(99));
    Path worse = run("worse", GOOD.seed(99).wrong(0.6));
    Path duller = run("duller", GOOD.seed(99).reward(0.6));
    String kept = "check: change, metric: kept_share, fail: {min: -0.1, max: 0.1}";
    String bySlice = "check: change, metric: kept_share, slice: task, fail: {min: -0.1}";
    String reasons =
        "check: drift, distribution: reasons, distance: jensen_shannon, fail: {max: 0.02}";
    assertThat(compared(same, baseline, kept)).containsExactly("PASSED");
    assertThat(compared(worse, baseline, kept)).containsExactly("FAILED");
    assertThat(compared(worse, baseline, bySlice)).containsExactly("FAILED", "FAILED");
    assertThat(compared(same, baseline, reasons)).containsExactly("PASSED");
    assertThat(compared(worse, baseline, reasons)).containsExactly("FAILED");
    for (Distance distance : Distance.values()) {
      String reward =
          "check: drift, distribution: reward, fail: {max: 0.1}, distance: " + distance.word();
      assertThat(compared(same, baseline, reward)).as(distance.word()).containsExactly("PASSED");
      assertThat(compared(duller, baseline, reward)).as(distance.word()).containsExactly("FAILED");
    }
    List<CheckResult> results = Gates.results(folder, worse, Optional.of(baseline), reasons);
    assertThat(results.get(0).evidence().baseline().orElseThrow().n()).isEqualTo(2400);
    assertThat(results.get(0).evidence().places()).isNotEmpty();
  }

  @Test
  void tooFewObservationsAreSkippedAndCountsNever() throws IOException {
    Path run = run("few", GOOD.questions(5));
    List<CheckResult> results =
        Gates.results(
            folder,
            run,
            Optional.empty(),
            "check: value, metric: kept_share, fail: {min: 0.9}",
            "check: value, metric: kept_share, name: few, minimum_n: 10, fail: {min: 1}",
            "check: value, metric: read, fail: {min: 100}",
            "check: value, metric: kept, slice: task, only: [exam], fail: {min: 1}");
    assertThat(results)
        .extracting(result -> result.state().name())
        .containsExactly("SKIPPED", "FAILED", "FAILED", "FAILED");
    assertThat(results.get(0).verdict().message()).isEqualTo("n is 20, fewer than minimum_n 30");
    assertThat(results.get(3).verdict().message()).isEqualTo("kept is 0, below 1");
  }

  @Test
  void whatTheRunDoesNotHaveIsSkippedWithItsReason() throws IOException {
    List<CheckResult> results =
        Gates.results(
            folder,
            run("run", GOOD),
            Optional.empty(),
            "check: value, metric: score.empathy.mean, fail: {min: 0.5}",
            "check: value, metric: preference_agreement, fail: {min: 0.5}",
            "check: value, metric: kept_share, slice: task, only: [exam], fail: {min: 0.1}",
            "check: value, metric: dropped_share.repetition, fail: {max: 0.01}");
    assertThat(results)
        .extracting(result -> result.verdict().message())
        .containsExactly(
            "the run has no kept.score.empathy",
            "the run has nothing to take preference_agreement of",
            "the run has no records of task exam",
            "dropped_share.repetition is 0 [0, 0.004779], allowed is ≤ 0.01");
  }

  @Test
  void theLowestAndTheHighestRecordsAreNamed() throws IOException {
    Path run = run("run", GOOD);
    List<String> ids = new ArrayList<>();
    for (String check :
        List.of(
            "check: value, metric: reward.mean, fail: {min: 0.99}",
            "check: value, metric: length.cot.characters.p90, fail: {max: 10}")) {
      CheckResult result = Gates.results(folder, run, Optional.empty(), check).get(0);
      assertThat(result.evidence().places()).hasSize(1);
      ids.add(result.evidence().places().get(0).id());
    }
    String all =
        Files.readString(run.resolve("triples/part-00000.jsonl"))
            + Files.readString(run.resolve("triples/part-00001.jsonl"));
    double least = 2;
    int longest = 0;
    for (String line : all.split("\n")) {
      least = Math.min(least, MadeRun.JSON.readTree(line).path("reward").asDouble());
      longest = Math.max(longest, MadeRun.JSON.readTree(line).path("cot").asText().length());
    }
    for (String line : all.split("\n")) {
      var record = MadeRun.JSON.readTree(line);
      String id = record.path("id").asText() + "/" + record.path("candidate_id").asText();
      if (id.equals(ids.get(0))) {
        assertThat(record.path("reward").asDouble()).isEqualTo(least);
      }
      if (id.equals(ids.get(1))) {
        assertThat(record.path("cot").asText()).hasSize(longest);
      }
    }
  }
}
