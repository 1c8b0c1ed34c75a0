package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.twinline.launcher.job.Job;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The commands as picocli sees them: their arguments, help and examples. */
@Command(
    name = "twinline",
    description = {
      "Turns question, chain of thought, answer triples into curated training data for medical"
          + " reasoning models.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  twinline demo",
      "  twinline run job.yaml --set output.directory=out/second",
      "  twinline explain out/second q17",
      "",
      "Exit codes: 0 done; 1 a gate failed; 2 usage, or something named is missing or unfit;",
      "3 too much bad content; 4 runner or disk failure; 5 endpoint not available."
    })
@SuppressWarnings("UnusedVariable") // picocli sets help and version, and acts on them itself
final class Arguments {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and end.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and end.")
  private boolean version;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show stack traces with errors.")
  private boolean verbose;

  boolean verbose() {
    return verbose;
  }

  static CommandLine commandLine(Arguments top, Supplier<Commands> commands, Terminal terminal) {
    return new CommandLine(top)
        .addSubcommand(new Run(commands, terminal))
        .addSubcommand(new Demo(commands))
        .addSubcommand(new InitArguments(commands))
        .addSubcommand(new PlanArguments(commands))
        .addSubcommand(new DoctorArguments(commands))
        .addSubcommand(new Explain(commands))
        .addSubcommand(new ReportArguments(commands))
        .addSubcommand(new ExportArguments(commands))
        .addSubcommand(TerminologyArguments.commandLine(commands))
        .addSubcommand(new VerifyArguments(commands))
        .addSubcommand(RewardArguments.commandLine(commands))
        .addSubcommand(GateArguments.commandLine(commands))
        .addSubcommand(new CompletionArguments(terminal))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Progress of a run. */
  static final class Progress {
    @Option(
        names = "--progress",
        paramLabel = "auto|plain|none",
        description =
            "Progress on stderr: a live line on a terminal and plain lines elsewhere (auto), plain"
                + " lines (plain), or none. Default: auto.")
    private ProgressMode mode = ProgressMode.AUTO;

    ProgressMode mode() {
      return mode;
    }
  }

  @Command(
      name = "run",
      description = {"Runs a job file.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = {
        "  twinline run job.yaml",
        "  twinline run job.yaml --set runner.parallelism=4 --set parameters.data=/data",
        "  twinline run job.yaml --set rewards.0.accept=0.9",
        "  twinline run --plan plan.json"
      })
  private static final class Run implements Callable<Integer> {
    private final Supplier<Commands> commands;
    private final Terminal terminal;

    @Parameters(
        arity = "0..1",
        paramLabel = "JOB.yaml",
        description = "The job file; docs/job.schema.json describes it.")
    private Optional<Path> file = Optional.empty();

    @Option(
        names = "--plan",
        paramLabel = "FILE",
        description = "Run what this plan says, instead of a job file, if nothing changed since.")
    private Optional<Path> plan = Optional.empty();

    @Option(
        names = "--set",
        paramLabel = "KEY=VALUE",
        description =
            "Sets a key of the job file, by its dotted path; entries of lists are numbered from 0."
                + " May be given again.")
    private List<String> settings = new ArrayList<>();

    @CommandLine.Mixin private Progress progress = new Progress();

    @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

    Run(Supplier<Commands> commands, Terminal terminal) {
      this.commands = commands;
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      return commands.get().run(job(), progress.mode).number();
    }

    private Job job() {
      if (plan.isEmpty()) {
        Path named = file.orElseThrow(() -> usage("missing required parameter: 'JOB.yaml'"));
        return JobLoading.load(named, settings, commands.get().inputs(), terminal).job();
      }
      if (file.isPresent() || !settings.isEmpty()) {
        throw usage("--plan stands alone: the job file and its settings are in the plan");
      }
      return commands.get().plan().planned(plan.get());
    }

    private ParameterException usage(String message) {
      return new ParameterException(spec.commandLine(), message);
    }
  }

  @Command(
      name = "demo",
      description = {"Runs both lines on the samples that come with Twinline.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = {"  twinline demo", "  twinline demo --out /tmp/demo"})
  private static final class Demo implements Callable<Integer> {
    private final Supplier<Commands> commands;

    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "Where to write; DIR-2, DIR-3 … where it is taken. Default: out/demo.")
    private Path out = Path.of("out", "demo");

    @CommandLine.Mixin private Progress progress = new Progress();

    Demo(Supplier<Commands> commands) {
      this.commands = commands;
    }

    @Override
    public Integer call() {
      return commands.get().demo(out, progress.mode).number();
    }
  }

  @Command(
      name = "explain",
      description = {"Shows what happened to a question or candidate in a finished run.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = "  twinline explain out/demo q17")
  private static final class Explain implements Callable<Integer> {
    private final Supplier<Commands> commands;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a finished run.")
    private Path run = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "The id of a question or candidate.")
    private String id = "";

    Explain(Supplier<Commands> commands) {
      this.commands = commands;
    }

    @Override
    public Integer call() {
      return commands.get().explain(run, id).number();
    }
  }
}
