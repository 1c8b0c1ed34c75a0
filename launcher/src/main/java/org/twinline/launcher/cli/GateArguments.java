package org.twinline.launcher.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.twinline.launcher.job.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code twinline gate …}. */
@Command(
    name = "gate",
    description = {"Checks finished runs against thresholds and an accepted run.", ""},
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n")
final class GateArguments {

  static CommandLine commandLine(Supplier<Commands> commands) {
    Supplier<GateActions> actions = () -> commands.get().gate();
    return new CommandLine(new GateArguments())
        .addSubcommand(new Check(actions))
        .addSubcommand(new Accept(actions))
        .addSubcommand(new Suggest(actions));
  }

  @Command(
      name = "check",
      description = {
        "Checks a run. Ends with 0 where it passes, warnings allowed, and with 1 where it fails.",
        ""
      },
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = {
        "  twinline gate check out/demo --gate samples/gates/demo.yaml",
        "  twinline gate check out/jmed --gate gate.yaml --baseline baselines/jmed \\",
        "      --format github --output sarif=gate.sarif --output junit=gate.xml"
      })
  private static final class Check implements Callable<Integer> {
    private final Supplier<GateActions> actions;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a finished run.")
    private Path run = Path.of("");

    @Option(
        names = "--gate",
        required = true,
        paramLabel = "FILE",
        description = "The gate file; docs/gate.schema.json describes it.")
    private Path gate = Path.of("");

    @Option(
        names = "--baseline",
        paramLabel = "DIR",
        description =
            "What 'twinline gate accept' wrote. Without it, or before anything was accepted,"
                + " comparisons are skipped.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description =
            "What standard output shows: text, json, junit, sarif, markdown or github (annotations"
                + " of a workflow). Default: text.")
    private GateActions.Format format = GateActions.Format.TEXT;

    @Option(
        names = "--output",
        paramLabel = "FORMAT=FILE",
        description = "Write that format to a file as well. May be given again.")
    private List<String> outputs = new ArrayList<>();

    Check(Supplier<GateActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      List<GateActions.Output> files = outputs.stream().map(Check::output).toList();
      return actions
          .get()
          .check(new GateActions.Checking(run, gate, baseline, format, files))
          .number();
    }

    private static GateActions.Output output(String given) {
      List<String> words =
          Arrays.stream(GateActions.Format.values()).map(GateActions.Format::word).toList();
      int equals = given.indexOf('=');
      String word = equals < 0 ? given : given.substring(0, equals);
      if (equals < 0 || equals + 1 == given.length()) {
        throw new Failure(
            ExitCode.USAGE, "illegal --output: '" + given + "', must be FORMAT=FILE", "");
      }
      if (!words.contains(word.toLowerCase(Locale.ROOT))) {
        throw new Failure(
            ExitCode.USAGE,
            "illegal --output: '"
                + word
                + "' is no format"
                + Suggestion.of(word, words)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("; known are: " + String.join(", ", words)),
            "");
      }
      try {
        return new GateActions.Output(
            GateActions.Format.valueOf(word.toUpperCase(Locale.ROOT)),
            Path.of(given.substring(equals + 1)));
      } catch (InvalidPathException e) {
        throw new Failure(ExitCode.USAGE, "illegal --output: it names no path", "", e);
      }
    }
  }

  @Command(
      name = "accept",
      description = {
        "Makes a run the baseline that later runs are compared with: a small file of figures.",
        ""
      },
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = "  twinline gate accept out/demo --baseline baselines/demo")
  private static final class Accept implements Callable<Integer> {
    private final Supplier<GateActions> actions;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a finished run.")
    private Path run = Path.of("");

    @Option(
        names = "--baseline",
        required = true,
        paramLabel = "DIR",
        description = "Where to write; an earlier baseline there is replaced.")
    private Path baseline = Path.of("");

    Accept(Supplier<GateActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().accept(run, baseline).number();
    }
  }

  @Command(
      name = "suggest",
      description = {
        "Writes a gate file that the given runs pass, with rounded thresholds that leave slack.",
        ""
      },
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = "  twinline gate suggest out/monday out/tuesday --output gate.yaml")
  private static final class Suggest implements Callable<Integer> {
    private final Supplier<GateActions> actions;

    @Parameters(
        index = "0..*",
        arity = "1..*",
        paramLabel = "RUN",
        description = "Folders of finished runs that are as they should be.")
    private List<Path> runs = new ArrayList<>();

    @Option(
        names = "--output",
        paramLabel = "FILE",
        description = "Where to write; must not exist. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    Suggest(Supplier<GateActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().suggest(runs, output).number();
    }
  }
}
