package org.twinline.launcher.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.GateActions;
import org.twinline.launcher.cli.GateActions.Format;
import org.twinline.launcher.cli.Terminal;

class GateCommandsTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final GateCommands commands =
      new GateCommands(
          new Terminal(
              new PrintStream(out, true, UTF_8),
              new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
              false,
              false));

  private Path run(String name, MadeRun.Shape shape) throws IOException {
    return MadeRun.write(folder.resolve(name), shape);
  }

  private Path gate(String... checks) throws IOException {
    return Files.writeString(folder.resolve("gate.yaml"), Gates.of(checks));
  }

  @Test
  void exitCodes() throws IOException {
    Path run = run("run", MadeRun.Shape.GOOD);
    Path passes = gate("check: value, metric: kept_share, fail: {min: 0.5}, warn: {min: 0.99}");
    Gates.Ended ended = Gates.check(run, passes, Optional.empty(), Format.TEXT);
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).endsWith("gate gate warned: 0 failed, 1 warned, 2 passed, 0 skipped\n");

    Path fails = gate("check: value, metric: kept_share, fail: {min: 0.9}");
    assertThat(Gates.check(run, fails, Optional.empty(), Format.TEXT).code()).isEqualTo(1);

    Gates.Ended misspelt =
        Gates.check(run, gate("check: value, metrc: read"), Optional.empty(), Format.TEXT);
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err())
        .contains("gate.yaml:2:20: unknown key 'metrc'; did you mean 'metric'?")
        .contains("in the gate file; nothing was checked");

    Path model = gate("check: value, metric: score.bedside_manner.mean, fail: {min: 0.5}");
    Gates.Ended unknown = Gates.check(run, model, Optional.empty(), Format.TEXT);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("gate.yaml:2: the run knows no 'score.bedside_manner'");

    Gates.Ended gone = Gates.check(folder, fails, Optional.empty(), Format.TEXT);
    assertThat(gone.code()).isEqualTo(2);
    assertThat(gone.err()).contains("is not a finished run: it has no _SUCCESS");
  }

  @Test
  void booksThatDoNotCloseFailAnyGate() throws IOException {
    Path run = run("run", MadeRun.Shape.GOOD);
    for (String file : List.of("manifest.json", "report.json")) {
      String text = Files.readString(run.resolve(file));
      Files.writeString(run.resolve(file), text.replaceFirst("\"kept\" : \\d+", "\"kept\" : 1"));
    }
    Gates.Ended ended =
        Gates.check(
            run, gate("check: value, metric: read, fail: {min: 1}"), Optional.empty(), Format.TEXT);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("  failed  ledger closes\n");
    assertThatThrownBy(() -> commands.accept(run, folder.resolve("baseline")))
        .hasMessageContaining("cannot be accepted");
  }

  @Test
  void acceptedThenCompared() throws IOException {
    Path gate = gate("check: drift, distribution: reward, distance: ks, fail: {max: 0.1}");
    Path baseline = folder.resolve("baselines/made");
    Path run = run("run", MadeRun.Shape.GOOD);
    Gates.Ended before = Gates.check(run, gate, Optional.of(baseline), Format.TEXT);
    assertThat(before.code()).isZero();
    assertThat(before.out())
        .contains("  skipped ks of reward: no run was accepted in " + baseline + " yet\n");

    assertThat(commands.accept(run, baseline)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString(UTF_8))
        .matches("accepted made \\([0-9a-f]{12}\\) in .*baseline.json\n");
    Path worse = run("worse", MadeRun.Shape.GOOD.reward(0.5));
    assertThat(Gates.check(run, gate, Optional.of(baseline), Format.TEXT).code()).isZero();
    assertThat(Gates.check(worse, gate, Optional.of(baseline), Format.TEXT).code()).isEqualTo(1);

    Files.writeString(baseline.resolve("baseline.json"), "{}");
    assertThat(Gates.check(run, gate, Optional.of(baseline), Format.TEXT).code()).isEqualTo(2);
  }

  @Test
  void allFormatsGoToFilesAtOnce() throws IOException {
    Path run = run("run", MadeRun.Shape.GOOD);
    Path gate = gate("check: value, metric: kept_share, fail: {min: 0.9}");
    List<GateActions.Output> outputs =
        List.of(Format.values()).stream()
            .map(f -> new GateActions.Output(f, folder.resolve("gate." + f.word())))
            .toList();
    GateActions.Checking checking =
        new GateActions.Checking(run, gate, Optional.empty(), Format.GITHUB, outputs);
    assertThat(commands.check(checking)).isEqualTo(ExitCode.GATE_FAILED);
    assertThat(out.toString(UTF_8))
        .startsWith("::error file=")
        .contains(",line=2,title=Gate gate%3A");
    assertThat(folder.resolve("gate.junit")).content().contains("failures=\"1\"");
    assertThat(folder.resolve("gate.sarif")).content().contains("\"2.1.0\"");
    assertThat(folder.resolve("gate.markdown")).content().startsWith("## Gate gate: failed\n");
    assertThat(folder.resolve("gate.json")).content().contains("\"result\" : \"failed\"");

    Path nowhere = folder.resolve("no/such/gate.json");
    GateActions.Checking lost =
        new GateActions.Checking(
            run,
            gate,
            Optional.empty(),
            Format.TEXT,
            List.of(new GateActions.Output(Format.JSON, nowhere)));
    assertThatThrownBy(() -> commands.check(lost))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("cannot write " + nowhere + ": no such directory: " + nowhere.getParent());
  }

  @Test
  void aSuggestedGateIsPassedByItsRunsAndFailedByAWorseOne() throws IOException {
    Path monday = run("monday", MadeRun.Shape.GOOD.seed(1));
    Path tuesday = run("tuesday", MadeRun.Shape.GOOD.seed(2).questions(300));
    Path gate = folder.resolve("suggested.yaml");
    assertThat(commands.suggest(List.of(monday, tuesday), Optional.of(gate)))
        .isEqualTo(ExitCode.DONE);
    assertThat(gate)
        .content()
        .contains("from 2 runs")
        .contains("metric: kept_share, warn: {min: 0.");
    Path baseline = folder.resolve("baseline");
    commands.accept(monday, baseline);
    for (Path run : List.of(monday, tuesday)) {
      Gates.Ended ended = Gates.check(run, gate, Optional.of(baseline), Format.TEXT);
      assertThat(ended.out()).contains("0 failed, 0 warned, ");
    }
    Path worse = run("worse", MadeRun.Shape.GOOD.wrong(0.6));
    assertThat(Gates.check(worse, gate, Optional.empty(), Format.TEXT).code()).isEqualTo(1);
    assertThatThrownBy(() -> commands.suggest(List.of(monday), Optional.of(gate)))
        .hasMessage(gate + " exists");
  }
}
