package org.twinline.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.export.Trainer;
import org.twinline.launcher.job.InputCheck;
import org.twinline.launcher.job.Job;

class GateArgumentsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Object> asked = new ArrayList<>();

  /** Writes down what gates are asked for; every check fails. */
  private final class Gates implements Commands, GateActions {
    @Override
    public ExitCode check(Checking checking) {
      asked.add(checking);
      return ExitCode.GATE_FAILED;
    }

    @Override
    public ExitCode accept(Path run, Path baseline) {
      asked.add(run + " " + baseline);
      return ExitCode.DONE;
    }

    @Override
    public ExitCode suggest(List<Path> runs, Optional<Path> output) {
      asked.add(runs + " " + output);
      return ExitCode.DONE;
    }

    @Override
    public ExitCode report(Path run, Optional<Path> against, Optional<Path> output) {
      throw new AssertionError();
    }

    @Override
    public ExitCode export(Path run, Set<Trainer> trainers, Path out) {
      throw new AssertionError();
    }

    @Override
    public PlanActions plan() {
      throw new AssertionError();
    }

    @Override
    public ExitCode doctor(Optional<Path> job, List<String> settings, boolean json) {
      throw new AssertionError();
    }

    @Override
    public ExitCode init(InitRequest request) {
      throw new AssertionError();
    }

    @Override
    public GateActions gate() {
      return this;
    }

    @Override
    public InputCheck inputs() {
      return InputCheck.NONE;
    }

    @Override
    public ExitCode run(Job job, ProgressMode progress) {
      throw new AssertionError();
    }

    @Override
    public ExitCode demo(Path out, ProgressMode progress) {
      throw new AssertionError();
    }

    @Override
    public ExitCode explain(Path run, String id) {
      throw new AssertionError();
    }

    @Override
    public ExitCode verify(VerifyRequest request) {
      throw new AssertionError();
    }

    @Override
    public TerminologyActions terminology() {
      throw new AssertionError();
    }

    @Override
    public RewardActions reward() {
      throw new AssertionError();
    }
  }

  private int twinline(String line) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    Terminal terminal = new Terminal(out, new PrintStream(err, true, UTF_8), false, false);
    return new Main(t -> new Gates(), terminal).run(line.split(" "));
  }

  @Test
  void whatIsAskedOfACheck() {
    assertThat(twinline("gate check out --gate g.yaml")).isEqualTo(1);
    assertThat(
            twinline(
                "gate check out --gate g.yaml --baseline b --format github"
                    + " --output sarif=a.sarif --output JUnit=b=c.xml"))
        .isEqualTo(1);
    assertThat(asked)
        .containsExactly(
            new GateActions.Checking(
                Path.of("out"),
                Path.of("g.yaml"),
                Optional.empty(),
                GateActions.Format.TEXT,
                List.of()),
            new GateActions.Checking(
                Path.of("out"),
                Path.of("g.yaml"),
                Optional.of(Path.of("b")),
                GateActions.Format.GITHUB,
                List.of(
                    new GateActions.Output(GateActions.Format.SARIF, Path.of("a.sarif")),
                    new GateActions.Output(GateActions.Format.JUNIT, Path.of("b=c.xml")))));
  }

  @Test
  void whatIsAskedOfTheOthers() {
    assertThat(twinline("gate accept out --baseline b")).isZero();
    assertThat(twinline("gate suggest out/a out/b --output g.yaml")).isZero();
    assertThat(asked).containsExactly("out b", "[out/a, out/b] Optional[g.yaml]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate check out | missing required option: '--gate=FILE'",
        "gate check --gate g.yaml | missing required parameter: 'RUN'",
        "gate chek out | unknown command 'chek'; did you mean 'check'?",
        "gate check out --gate g --formt text | unknown option '--formt'; did you mean '--format'?",
        "gate check out --gate g --output sarif | illegal --output: 'sarif', must be FORMAT=FILE",
        "gate check out --gate g --output sarf=x | illegal --output: 'sarf' is no format; did you"
            + " mean 'sarif'?",
        "gate accept out | missing required option: '--baseline=DIR'",
        "gate suggest | missing required parameter: 'RUN'"
      })
  void wrongUsageEndsWithTwo(String line, String error) {
    assertThat(twinline(line)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("error: " + error + "\n");
    assertThat(asked).isEmpty();
  }
}
