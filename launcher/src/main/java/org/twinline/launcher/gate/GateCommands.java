package org.twinline.launcher.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.GateActions;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.job.JobError;
import org.twinline.launcher.verify.StagedFile;

/** {@code twinline gate …}. */
public final class GateCommands implements GateActions {
  private final Terminal terminal;

  /** Commands that write to a terminal. */
  public GateCommands(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode check(Checking checking) {
    checking.outputs().forEach(output -> placeFor(output.file()));
    GateFile.Loaded loaded = GateFile.load(checking.gate());
    if (loaded instanceof GateFile.Invalid invalid) {
      for (JobError error : invalid.errors()) {
        terminal.err().println(error);
      }
      int count = invalid.errors().size();
      throw new Failure(
          ExitCode.USAGE,
          (count == 1 ? "1 error" : count + " errors") + " in the gate file; nothing was checked",
          "");
    }
    GateFile gate = ((GateFile.Valid) loaded).gate();
    Optional<Baseline> baseline = checking.baseline().flatMap(Baseline::read);
    RunScan scan = RunScan.of(checking.run());
    KnownNames.check(gate, scan.sketch(), baseline.map(Baseline::sketch));
    String noBaseline =
        checking
            .baseline()
            .map(directory -> "no run was accepted in " + directory + " yet")
            .orElse("no --baseline was named");
    GateResult result =
        new GateResult(
            new GateResult.Gate(gate.name(), gate.path(), gate.sha256()),
            new GateResult.Run(scan.run().name(), checking.run(), scan.run().manifestSha256()),
            baseline.map(Baseline::reference),
            Evaluation.of(gate, scan, baseline.map(Baseline::sketch), noBaseline));
    checking.outputs().forEach(output -> write(output.file(), text(output.format(), result)));
    terminal.out().print(text(checking.shown(), result));
    terminal.out().flush();
    return result.failed() ? ExitCode.GATE_FAILED : ExitCode.DONE;
  }

  private static String text(Format format, GateResult result) {
    return switch (format) {
      case TEXT -> TextFormat.write(result);
      case JSON -> JsonFormat.write(result);
      case JUNIT -> JunitFormat.write(result);
      case SARIF -> SarifFormat.write(result);
      case MARKDOWN -> MarkdownFormat.write(result);
      case GITHUB -> GithubFormat.write(result);
    };
  }

  @Override
  public ExitCode accept(Path run, Path baseline) {
    if (Files.exists(baseline) && !Files.isDirectory(baseline)) {
      throw new Failure(ExitCode.USAGE, baseline + " is no directory", "name another");
    }
    RunScan scan = RunScan.of(run);
    if (!scan.unclosed().isEmpty() || !scan.unaccounted().isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          run
              + " cannot be accepted: "
              + String.join("; ", scan.unclosed().isEmpty() ? scan.unaccounted() : scan.unclosed()),
          "run the job again");
    }
    GateResult.Reference reference =
        new GateResult.Reference(
            scan.run().name(),
            scan.run().manifestSha256(),
            scan.run().manifest().path("started").asText());
    try {
      new Baseline(reference, scan.sketch()).write(baseline);
    } catch (IOException e) {
      throw failed(baseline, e);
    }
    terminal
        .out()
        .println(
            "accepted "
                + Shown.name(reference.name())
                + " ("
                + reference.manifestSha256().substring(0, 12)
                + ") in "
                + baseline.resolve(Baseline.FILE));
    return ExitCode.DONE;
  }

  @Override
  public ExitCode suggest(List<Path> runs, Optional<Path> output) {
    output.ifPresent(
        file -> {
          placeFor(file);
          if (Files.exists(file)) {
            throw new Failure(ExitCode.USAGE, file + " exists", "name another file");
          }
        });
    String gate = Suggestions.of(runs.stream().map(RunScan::of).toList());
    if (output.isPresent()) {
      write(output.get(), gate);
      terminal.out().println("wrote " + output.get());
    } else {
      terminal.out().print(gate);
      terminal.out().flush();
    }
    return ExitCode.DONE;
  }

  private static void placeFor(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || Files.isDirectory(file)) {
      throw new Failure(
          ExitCode.USAGE,
          "cannot write "
              + file
              + ": "
              + (Files.isDirectory(file) ? "it is a directory" : "no such directory: " + parent),
          "name a file in a directory that exists");
    }
  }

  private static void write(Path file, String text) {
    try (StagedFile staged = new StagedFile(file)) {
      staged.line(text.stripTrailing().getBytes(StandardCharsets.UTF_8));
      staged.commit();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static Failure failed(Path file, IOException e) {
    return new Failure(
        ExitCode.RUNNER_FAILED, "cannot write " + file + ": " + e.getMessage(), "", e);
  }
}
