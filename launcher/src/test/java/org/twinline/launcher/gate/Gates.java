package org.twinline.launcher.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.GateActions;
import org.twinline.launcher.cli.Terminal;

/** Gate files and their verdicts for tests. */
final class Gates {
  private Gates() {}

  /** A gate whose checks are these flow mappings, one a line from line 2. */
  static String of(String... checks) {
    return "checks:\n"
        + List.of(checks).stream().map(c -> "  - {" + c + "}\n").collect(Collectors.joining());
  }

  static GateFile.Loaded load(Path folder, String text) throws IOException {
    return GateFile.load(Files.writeString(folder.resolve("gate.yaml"), text));
  }

  static GateFile valid(Path folder, String text) throws IOException {
    GateFile.Loaded loaded = load(folder, text);
    if (loaded instanceof GateFile.Invalid invalid) {
      throw new AssertionError(invalid.errors().toString());
    }
    return ((GateFile.Valid) loaded).gate();
  }

  /** The first lines of the errors, the folder left out; empty for a valid gate. */
  static String heads(Path folder, String text) throws IOException {
    return load(folder, text) instanceof GateFile.Invalid invalid
        ? invalid.errors().stream()
            .map(error -> error.place() + ": " + error.message())
            .map(line -> line.replace(folder + "/", ""))
            .collect(Collectors.joining("\n"))
        : "";
  }

  /** The results of the gate's own checks. */
  static List<CheckResult> results(Path folder, Path run, Optional<Path> baseline, String... checks)
      throws IOException {
    GateFile gate = valid(folder, of(checks));
    return Evaluation.of(
            gate,
            RunScan.of(run),
            baseline.flatMap(Baseline::read).map(Baseline::sketch),
            "no baseline")
        .stream()
        .filter(result -> result.label().line() > 0)
        .toList();
  }

  /** The states of the gate's own checks, one word each. */
  static List<String> states(Path folder, Path run, String... checks) throws IOException {
    return results(folder, run, Optional.empty(), checks).stream()
        .map(result -> result.state().name())
        .toList();
  }

  /** What a command printed, how it ended, and what it complained of. */
  record Ended(int code, String out, String err) {}

  static Ended check(Path run, Path gate, Optional<Path> baseline, GateActions.Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);
    int code;
    String failure = "";
    try {
      ExitCode ended =
          new GateCommands(terminal)
              .check(new GateActions.Checking(run, gate, baseline, format, List.of()));
      code = ended.number();
    } catch (Failure e) {
      code = e.exitCode().number();
      failure = String.valueOf(e.getMessage());
    }
    return new Ended(code, out.toString(UTF_8), err.toString(UTF_8) + failure);
  }
}
