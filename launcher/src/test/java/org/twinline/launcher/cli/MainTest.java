package org.twinline.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinline.core.export.Trainer;
import org.twinline.launcher.job.InputCheck;
import org.twinline.launcher.job.Job;
import org.twinline.terminology.source.SourceSpec;

class MainTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> asked = new ArrayList<>();
  private Optional<RuntimeException> thrown = Optional.empty();

  /** Writes down what it is asked. */
  private final class FakeCommands implements Commands {
    private ExitCode asked(Object... words) {
      asked.add(Stream.of(words).map(String::valueOf).reduce((a, b) -> a + " " + b).orElse(""));
      thrown.ifPresent(
          failure -> {
            throw failure;
          });
      return ExitCode.DONE;
    }

    @Override
    public InputCheck inputs() {
      return pattern ->
          pattern.equals("gone") ? Optional.of("no such file: gone") : Optional.empty();
    }

    @Override
    public ExitCode run(Job job, ProgressMode progress) {
      return asked("run", job.seed(), progress);
    }

    @Override
    public ExitCode demo(Path to, ProgressMode progress) {
      return asked("demo", to, progress);
    }

    @Override
    public PlanActions plan() {
      return new PlanActions() {
        @Override
        public ExitCode plan(
            Path job,
            List<String> settings,
            Optional<Path> output,
            boolean overwrite,
            boolean json) {
          return asked("plan", job, settings, output, overwrite, json);
        }

        @Override
        public Job planned(Path plan) {
          throw new AssertionError("no test asks for it here");
        }
      };
    }

    @Override
    public ExitCode doctor(Optional<Path> job, List<String> settings, boolean json) {
      return asked("doctor", job, settings, json);
    }

    @Override
    public ExitCode init(InitRequest request) {
      return asked("init", request.directory(), request.line(), request.data());
    }

    @Override
    public ExitCode explain(Path run, String id) {
      return asked("explain", run, id);
    }

    @Override
    public ExitCode report(Path run, Optional<Path> against, Optional<Path> output) {
      return asked("report", run, against, output);
    }

    @Override
    public ExitCode export(Path run, Set<Trainer> trainers, Path to) {
      return asked("export", run, trainers, to);
    }

    @Override
    public ExitCode verify(VerifyRequest request) {
      return asked(
          "verify",
          request.inputs(),
          request.outputs().files(),
          request.outputs().overwrite(),
          request.calibration(),
          request.explain(),
          request.form());
    }

    @Override
    public TerminologyActions terminology() {
      return new FakeTerminologyActions();
    }

    @Override
    public RewardActions reward() {
      throw new AssertionError("no test asks for it here");
    }

    @Override
    public GateActions gate() {
      throw new AssertionError("no test asks for it here");
    }

    /** Writes down what it is asked. */
    private final class FakeTerminologyActions implements TerminologyActions {
      @Override
      public ExitCode build(
          Path to,
          List<SourceSpec> sources,
          Optional<Path> list,
          Optional<Path> base,
          boolean json) {
        return asked("build", to, sources, list, base, json);
      }

      @Override
      public ExitCode train(Path index, List<Path> pairs, Optional<String> system, boolean json) {
        return asked("train", index, pairs, system, json);
      }

      @Override
      public ExitCode info(Path index, boolean json) {
        return asked("info", index, json);
      }

      @Override
      public ExitCode lookUp(Path index, String text, boolean json) {
        return asked("lookup", index, text, json);
      }

      @Override
      public ExitCode link(Path index, Path input, Path output, int top) {
        return asked("link", index, input, output, top);
      }

      @Override
      public ExitCode tag(Path index, String text, boolean json) {
        return asked("tag", index, text, json);
      }

      @Override
      public ExitCode compare(Path index, String a, String b, boolean json) {
        return asked("compare", index, a, b, json);
      }

      @Override
      public ExitCode check(Path index, boolean json) {
        return asked("check", index, json);
      }
    }
  }

  private int run(String... arguments) {
    return run(false, Map.of(), arguments);
  }

  private int run(boolean interactive, Map<String, String> environment, String... arguments) {
    Terminal terminal =
        Terminal.of(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            environment);
    return new Main(unused -> new FakeCommands(), terminal).run(arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void exitCodesAreFrozen() {
    assertThat(Stream.of(ExitCode.values()).map(code -> code.number() + " " + code))
        .containsExactly(
            "0 DONE",
            "1 GATE_FAILED",
            "2 USAGE",
            "3 BAD_CONTENT",
            "4 RUNNER_FAILED",
            "5 ENDPOINT_UNAVAILABLE");
  }

  @Test
  void runLoadsTheJobAndRunsIt() throws IOException {
    Path job = folder.resolve("job.yaml");
    Files.writeString(job, "line: both\ninput: {files: a}\noutput: {directory: no/such}\n");
    assertThat(run("run", job.toString(), "--set", "seed=3", "--progress", "plain")).isZero();
    assertThat(asked).containsExactly("run 3 PLAIN");
    assertThat(out() + err()).isEmpty();
  }

  @Test
  void aBadJobIsToldAndNotRun() throws IOException {
    Path job = folder.resolve("job.yaml");
    Files.writeString(job, "lin: both\ninput: {files: gone}\noutput: {directory: no/such}\n");
    assertThat(run("run", job.toString())).isEqualTo(2);
    assertThat(asked).isEmpty();
    assertThat(out()).isEmpty();
    assertThat(err().replace(folder + "/", ""))
        .isEqualTo(
            """
            job.yaml:1:1: unknown key 'lin'; did you mean 'line'? [unknown_key]
              lin: both
              ^
            job.yaml:2:16: 'input.files': no such file: gone [missing_file]
              input: {files: gone}
                             ^
            error: 2 errors in the job; nothing was run
            """);
  }

  static Stream<Arguments> good() {
    return Stream.of(
        Arguments.of("demo", "demo out/demo AUTO"),
        Arguments.of("demo --out x --progress none", "demo x NONE"),
        Arguments.of("explain out/demo q17", "explain out/demo q17"),
        Arguments.of("report out/demo", "report out/demo Optional.empty Optional.empty"),
        Arguments.of(
            "report a --against b --output c.html", "report a Optional[b] Optional[c.html]"),
        Arguments.of(
            "export out/demo --to trl,llama-factory --out x",
            "export out/demo [TRL, LLAMA_FACTORY] x"),
        Arguments.of(
            "plan j.yaml --set a=1 --set b=2 --output p.json --overwrite --json",
            "plan j.yaml [a=1, b=2] Optional[p.json] true true"),
        Arguments.of("plan j.yaml", "plan j.yaml [] Optional.empty false false"),
        Arguments.of("doctor", "doctor Optional.empty [] false"),
        Arguments.of("doctor j.yaml --set a=1 --json", "doctor Optional[j.yaml] [a=1] true"),
        Arguments.of("init x", "init x Optional.empty Optional.empty"),
        Arguments.of("init --line Both --data d", "init  Optional[BOTH] Optional[d]"),
        Arguments.of(
            "verify --input a --explain q1",
            "verify Inputs[answers=a, terminology=Optional.empty, thresholds=Optional.empty,"
                + " labels=Optional.empty, maxErrorRate=0.01] [] false"
                + " Chosen[minAcceptPrecision=0.97, minRejectPrecision=0.97, wilson=false]"
                + " Optional[q1] Form[json=false, examples=0, progress=AUTO]"),
        Arguments.of(
            "verify --terminology t --input a --output b --labels l --report r.html --report-json"
                + " r.json --examples 3 --calibrate c --min-accept-precision 0.9"
                + " --min-reject-precision 0.8 --wilson --max-error-rate 0.5 --overwrite --json"
                + " --progress none --thresholds th",
            "verify Inputs[answers=a, terminology=Optional[t], thresholds=Optional[th],"
                + " labels=Optional[l], maxErrorRate=0.5] [b, r.html, r.json, c] true"
                + " Chosen[minAcceptPrecision=0.9, minRejectPrecision=0.8, wilson=true]"
                + " Optional.empty Form[json=true, examples=3, progress=NONE]"),
        Arguments.of("terminology lookup t 心梗", "lookup t 心梗 false"),
        Arguments.of("terminology lookup t I21.9 --json", "lookup t I21.9 true"),
        Arguments.of("terminology info t", "info t false"),
        Arguments.of("terminology check t --json", "check t true"),
        Arguments.of("terminology tag t -", "tag t - false"),
        Arguments.of("terminology compare t a b", "compare t a b false"),
        Arguments.of("terminology link t --input a --output b", "link t a b 10"),
        Arguments.of("terminology link t --input a --output b --top 3", "link t a b 3"),
        Arguments.of("terminology train t --pairs a", "train t [a] Optional.empty false"),
        Arguments.of(
            "terminology train t --pairs a b --pairs c --system X/1 --json",
            "train t [a, b, c] Optional[X/1] true"),
        Arguments.of(
            "terminology build --out t --sources s.yaml --base d --json",
            "build t [] Optional[s.yaml] Optional[d] true"),
        Arguments.of(
            "terminology build --out t --source table:a --source codes:b:c#system=X",
            "build t [SourceSpec[format=table, path=a, keys={}], SourceSpec[format=codes, path=b:c,"
                + " keys={system=X}]] Optional.empty Optional.empty false"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void argumentsReachTheCommands(String arguments, String expected) {
    assertThat(run(arguments.split(" "))).isZero();
    assertThat(asked).containsExactly(expected);
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("rnu x", "error: unknown command 'rnu'; did you mean 'run'?", "twinline"),
        Arguments.of(
            "frobnicate",
            "error: unknown command 'frobnicate'; known are: run, demo, init, plan, doctor, explain,"
                + " report, export, terminology, verify, reward, gate, completion",
            "twinline"),
        Arguments.of(
            "terminology biuld",
            "error: unknown command 'biuld'; did you mean 'build'?",
            "twinline terminology"),
        Arguments.of("terminology", "error: missing required subcommand", "twinline terminology"),
        Arguments.of(
            "run job.yaml --st a=b",
            "error: unknown option '--st'; did you mean '--set'?",
            "twinline run"),
        Arguments.of("run", "error: missing required parameter: 'JOB.yaml'", "twinline run"),
        Arguments.of("run a b", "error: one argument too many: 'b'", "twinline run"),
        Arguments.of(
            "init x --line verifable",
            "error: invalid value for option '--line': 'verifable' is not one of verifiable,"
                + " unverifiable, both; did you mean 'verifiable'?",
            "twinline init"),
        Arguments.of(
            "completion fish",
            "error: invalid value for 'bash|zsh': 'fish' is not one of bash, zsh",
            "twinline completion"),
        Arguments.of("verify", "error: missing required option: '--input=F'", "twinline verify"),
        Arguments.of(
            "export out --to trl,vrel --out x",
            "error: invalid value for option '--to' (TRAINER): unknown trainer 'vrel'; did you mean"
                + " 'verl'?",
            "twinline export"),
        Arguments.of("explain out", "error: missing required parameter: 'ID'", "twinline explain"),
        Arguments.of(
            "demo --progress loud",
            "error: invalid value for option '--progress': 'loud' is not one of auto, plain, none",
            "twinline demo"),
        Arguments.of(
            "terminology build --out t --source tabel:x",
            "error: invalid value for option '--source' (FORMAT:PATH[#key=value,…]): unknown format"
                + " 'tabel' (did you mean 'table'?), known are aliases, atc, babelon, codes, crosswalk,"
                + " fhir, icd10-who, icd10cm-order, icd10cm-tabular, index-zh-en, obo, relations, table,"
                + " xlsx",
            "twinline terminology build"),
        Arguments.of(
            "terminology build --out t --source x",
            "error: invalid value for option '--source' (FORMAT:PATH[#key=value,…]): illegal source"
                + " 'x', must be FORMAT:PATH or FORMAT:PATH#key=value,key=value",
            "twinline terminology build"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void wrongUsageEndsWithTwo(String arguments, String error, String command) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err()).isEqualTo(error + "\nhint: " + command + " --help\n");
    assertThat(out()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void withoutArgumentsTheHelpIsShownAsAnError() {
    assertThat(run()).isEqualTo(2);
    assertThat(err()).startsWith("error: missing required subcommand");
  }

  @Test
  void helpAndVersionGoToStdout() {
    assertThat(run("--version")).isZero();
    assertThat(run("--help")).isZero();
    assertThat(run("run", "--help")).isZero();
    assertThat(run("verify", "--help")).isZero();
    assertThat(out())
        .startsWith("twinline (development)\n")
        .contains("Exit codes: 0 done;")
        .contains("twinline run job.yaml --set rewards.0.accept=0.9");
    assertThat(out().lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(96);
    assertThat(err()).isEmpty();
  }

  @Test
  void aFailureIsShownWithItsHintAndWithoutAStackTrace() {
    thrown = Optional.of(new Failure(ExitCode.RUNNER_FAILED, "disk full: /x", "free some space"));
    assertThat(run("demo")).isEqualTo(4);
    assertThat(err()).isEqualTo("error: disk full: /x\nhint: free some space\n");
  }

  @Test
  void verboseShowsTheStackTrace() {
    thrown = Optional.of(new Failure(ExitCode.GATE_FAILED, "no", ""));
    assertThat(run("demo", "--verbose")).isEqualTo(1);
    assertThat(err()).startsWith("error: no\norg.twinline.launcher.cli.Failure: no\n\tat ");
  }

  @Test
  void theUnexpectedIsNoGateAndSaysHowToSeeMore() {
    thrown = Optional.of(new IllegalStateException("odd"));
    assertThat(run("demo")).isEqualTo(4);
    assertThat(err())
        .isEqualTo(
            """
            error: unexpected IllegalStateException: odd
            hint: run again with --verbose to see where
            """);
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    run(true, Map.of(), "rnu");
    assertThat(err()).startsWith("\u001b[1;31merror:\u001b[0m unknown command");
    err.reset();
    run(true, Map.of("NO_COLOR", "1"), "rnu");
    assertThat(err()).startsWith("error: unknown command");
    err.reset();
    run(false, Map.of(), "rnu");
    assertThat(err()).startsWith("error: unknown command");
  }
}
