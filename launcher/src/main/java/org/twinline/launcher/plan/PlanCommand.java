package org.twinline.launcher.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.JobLoading;
import org.twinline.launcher.cli.PlanActions;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.job.Input;
import org.twinline.launcher.job.InputCheck;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.JobFile;

/** {@code twinline plan} and {@code twinline run --plan}. */
public final class PlanCommand implements PlanActions {
  private final Terminal terminal;
  private final InputCheck inputs;
  private final Function<Input, Reading> reading;

  /**
   * Commands that write to a terminal.
   *
   * @param inputs checks input patterns
   * @param reading how the lines of a job's input are read
   */
  public PlanCommand(Terminal terminal, InputCheck inputs, Function<Input, Reading> reading) {
    this.terminal = terminal;
    this.inputs = inputs;
    this.reading = reading;
  }

  @Override
  public ExitCode plan(
      Path file, List<String> settings, Optional<Path> output, boolean overwrite, boolean json) {
    if (output.isPresent() && Files.exists(output.get()) && !overwrite) {
      throw new Failure(
          ExitCode.USAGE, output.get() + " is there already", "--overwrite replaces it");
    }
    try {
      Plan plan = plan(file, settings);
      String written = PlanJson.write(plan);
      if (output.isPresent()) {
        write(output.get(), written);
      }
      if (json) {
        terminal.out().print(written);
      } else {
        new PlanText(plan, terminal.out()).print();
        output.ifPresent(path -> terminal.out().println("\nnext: twinline run --plan " + path));
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new Failure(ExitCode.RUNNER_FAILED, "the plan could not be made: " + e, "", e);
    }
  }

  private Plan plan(Path file, List<String> settings) throws IOException {
    JobFile.Valid valid = JobLoading.load(file, settings, inputs, terminal);
    Job job = valid.job();
    Pinned pinned = new Pinning(job, terminal.err()).of(file, settings, valid);
    Outlook outlook =
        Forecast.of(job, reading.apply(job.input()), pinned.terminology(), pinned.models());
    return new Plan(job, pinned, Stages.of(job), outlook);
  }

  /** Whole or not at all. */
  private static void write(Path output, String text) throws IOException {
    Path absolute = output.toAbsolutePath();
    Path staged = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    Files.writeString(staged, text, StandardCharsets.UTF_8);
    Files.move(staged, absolute, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public Job planned(Path plan) {
    Pinned planned = PlanFile.read(plan);
    String here = Path.of("").toAbsolutePath().toString();
    if (!planned.directory().equals(here)) {
      throw new Failure(
          ExitCode.USAGE,
          "plan " + plan + " was made in " + planned.directory() + ", not here",
          "its relative paths start there: run it in " + planned.directory());
    }
    try {
      Path file = Path.of(planned.job().path());
      JobFile.Valid valid = JobLoading.load(file, planned.given(), inputs, terminal);
      Pinned now = new Pinning(valid.job(), terminal.err()).of(file, planned.given(), valid);
      List<String> changes = Changes.between(planned, now);
      if (changes.isEmpty()) {
        return valid.job();
      }
      changes.forEach(change -> terminal.err().println(plan + ": " + change));
      throw new Failure(
          ExitCode.USAGE,
          (changes.size() == 1 ? "1 change" : changes.size() + " changes")
              + " since the plan was made; nothing was run",
          "look at them, then plan again: twinline plan " + file + " --output PLAN");
    } catch (IOException e) {
      throw new Failure(ExitCode.RUNNER_FAILED, "the plan could not be compared: " + e, "", e);
    }
  }
}
