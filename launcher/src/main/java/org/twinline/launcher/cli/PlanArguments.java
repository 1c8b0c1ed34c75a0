package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code twinline plan}. */
@Command(
    name = "plan",
    description = {
      "Shows what a run would do: every value and where it comes from, inputs, stages, time and"
          + " memory.",
      "Reads every input once, for its hash; counts are estimated from a sample.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  twinline plan job.yaml",
      "  twinline plan job.yaml --set seed=3 --output plan.json",
      "  twinline run --plan plan.json"
    })
final class PlanArguments implements Callable<Integer> {
  private final Supplier<Commands> commands;

  @Parameters(paramLabel = "JOB.yaml", description = "The job file.")
  private Path file = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a key of the job file, as for run. May be given again.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the plan; run --plan FILE runs it if nothing changed.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--overwrite", description = "Replace a plan that is there.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the plan itself, one JSON document.")
  private boolean json;

  PlanArguments(Supplier<Commands> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    return commands.get().plan().plan(file, settings, output, overwrite, json).number();
  }
}
