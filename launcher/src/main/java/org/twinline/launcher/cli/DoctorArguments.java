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

/** The arguments of {@code twinline doctor}. */
@Command(
    name = "doctor",
    description = {
      "Checks machine, installation and, where one is named, a job: each line says what to do"
          + " next.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  twinline doctor", "  twinline doctor job.yaml"})
final class DoctorArguments implements Callable<Integer> {
  private final Supplier<Commands> commands;

  @Parameters(
      arity = "0..1",
      paramLabel = "JOB.yaml",
      description = "A job file. Default: none, the installation alone is checked.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a key of the job file, as for run. May be given again.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  DoctorArguments(Supplier<Commands> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    return commands.get().doctor(file, settings, json).number();
  }
}
