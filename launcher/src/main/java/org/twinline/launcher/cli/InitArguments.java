package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.twinline.launcher.job.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code twinline init}. */
@Command(
    name = "init",
    description = {
      "Writes job.yaml, a commented job that runs: over the samples, or over data whose form it"
          + " finds out. Overwrites nothing.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  twinline init first",
      "  twinline init first --line verifiable",
      "  twinline init mine --data 'data/*.jsonl'"
    })
final class InitArguments implements Callable<Integer> {
  private final Supplier<Commands> commands;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder that gets job.yaml. Default: the current one.")
  private Path directory = Path.of("");

  @Option(
      names = "--line",
      paramLabel = "verifiable|unverifiable|both",
      description = "The job's line. Default: what the data are fit for; both for the samples.")
  private Optional<Job.Line> line = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "JSON lines to read, a file or a pattern. Default: the samples.")
  private Optional<String> data = Optional.empty();

  InitArguments(Supplier<Commands> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    return commands.get().init(new InitRequest(directory, line, data)).number();
  }
}
