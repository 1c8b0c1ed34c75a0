package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code twinline report}. */
@Command(
    name = "report",
    description = {
      "Renders the page of a finished run again, also with its difference to another run.",
      "Prints where the page is.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  twinline report out/demo",
      "  twinline report out/second --against out/first --output second-first.html"
    })
final class ReportArguments implements Callable<Integer> {
  private final Supplier<Commands> commands;

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a finished run.")
  private Path run = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "OTHER",
      description =
          "The folder of another finished run: outcomes, datasets, scores, thresholds, keys of the"
              + " job and hashes that differ are shown.")
  private Optional<Path> against = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "The page's file. Default: report.html in RUN, or report-against.html with --against.")
  private Optional<Path> output = Optional.empty();

  ReportArguments(Supplier<Commands> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    return commands.get().report(run, against, output).number();
  }
}
