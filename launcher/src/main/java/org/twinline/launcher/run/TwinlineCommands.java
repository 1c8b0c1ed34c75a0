package org.twinline.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.twinline.core.export.Trainer;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.Storage;
import org.twinline.core.io.UnreadableInput;
import org.twinline.core.ledger.LedgerRow;
import org.twinline.launcher.cli.Commands;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.GateActions;
import org.twinline.launcher.cli.InitRequest;
import org.twinline.launcher.cli.PlanActions;
import org.twinline.launcher.cli.ProgressMode;
import org.twinline.launcher.cli.RewardActions;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.cli.TerminologyActions;
import org.twinline.launcher.cli.VerifyRequest;
import org.twinline.launcher.doctor.Doctor;
import org.twinline.launcher.export.ExportRun;
import org.twinline.launcher.gate.GateCommands;
import org.twinline.launcher.init.Init;
import org.twinline.launcher.job.Input;
import org.twinline.launcher.job.InputCheck;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.JobError;
import org.twinline.launcher.job.JobFile;
import org.twinline.launcher.plan.PlanCommand;
import org.twinline.launcher.plan.Reading;
import org.twinline.launcher.report.ReportCommand;
import org.twinline.launcher.rewards.RewardCommands;
import org.twinline.launcher.terms.TerminologyCommands;
import org.twinline.launcher.verify.VerifyCommand;

/** What the commands do. */
public final class TwinlineCommands implements Commands {
  private static final int MOST_DEMOS = 1_000;

  /** Where set-up puts encoders below the installation's root. */
  private static final Path ENCODERS = Path.of("launcher", "target", "encoders");

  private final Terminal terminal;

  /** Commands that write to a terminal. */
  public TwinlineCommands(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public InputCheck inputs() {
    return pattern -> {
      if (Storage.isRemote(pattern)) {
        // A job's inputs are looked at before its runner is known; credentials are the
        // environment's.
        FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
      }
      try {
        Inputs.resolve(List.of(pattern));
        return Optional.empty();
      } catch (UnreadableInput e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    };
  }

  @Override
  public ExitCode run(Job job, ProgressMode progress) {
    RunResult result = new JobRun(job, terminal).run(progress);
    Summary.print(result, job.output().directory(), terminal.out());
    if (result.complete()) {
      return ExitCode.DONE;
    }
    LedgerRow total = result.tally().total();
    throw new Failure(
        ExitCode.BAD_CONTENT,
        String.format(
            Locale.ROOT,
            "%,d of %,d triples are dead letters, more than errors.max_rate %s allows",
            total.deadLettered(),
            total.read(),
            job.errors().maxRate()),
        "see " + job.output().directory().resolve("dead-letters") + "; no _SUCCESS was written");
  }

  @Override
  public ExitCode demo(Path out, ProgressMode progress) {
    Path home = SetUp.home();
    Path directory = fresh(out);
    JobFile.Loaded loaded =
        JobFile.load(
            home.resolve("samples/jobs/demo.yaml"),
            List.of("output.directory=" + directory),
            inputs());
    if (loaded instanceof JobFile.Invalid invalid) {
      throw new Failure(
          ExitCode.USAGE,
          "the demo's job file is not valid: "
              + String.join("; ", invalid.errors().stream().map(JobError::toString).toList()),
          "restore samples/ of the installation");
    }
    return run(((JobFile.Valid) loaded).job(), progress);
  }

  @Override
  public PlanActions plan() {
    return new PlanCommand(terminal, inputs(), TwinlineCommands::reading);
  }

  @Override
  public ExitCode doctor(Optional<Path> job, List<String> settings, boolean json) {
    return new Doctor(terminal, SetUp.home(), inputs(), TwinlineCommands::reading, json)
        .run(job, settings);
  }

  @Override
  public ExitCode init(InitRequest request) {
    return new Init(terminal, inputs(), TwinlineCommands::reading).run(request);
  }

  private static Reading reading(Input input) {
    return new Reading(Adapting.adapter(input), Adapting.limits(input));
  }

  @Override
  public ExitCode explain(Path run, String id) {
    return new Explain(terminal.out()).explain(run, id);
  }

  @Override
  public ExitCode report(Path run, Optional<Path> against, Optional<Path> output) {
    return new ReportCommand(terminal).report(run, against, output);
  }

  @Override
  public ExitCode export(Path run, Set<Trainer> trainers, Path out) {
    return new ExportRun(terminal).export(run, trainers, out);
  }

  @Override
  public ExitCode verify(VerifyRequest request) {
    return new VerifyCommand(terminal).run(request);
  }

  @Override
  public TerminologyActions terminology() {
    return new TerminologyCommands(terminal);
  }

  @Override
  public RewardActions reward() {
    return new RewardCommands(terminal, SetUp.home().resolve(ENCODERS));
  }

  @Override
  public GateActions gate() {
    return new GateCommands(terminal);
  }

  /** The directory, or the first of {@code DIR-2}, {@code DIR-3} … that is absent or empty. */
  private static Path fresh(Path out) {
    Path candidate = out;
    for (int i = 2; i < MOST_DEMOS && occupied(candidate); i++) {
      candidate = out.resolveSibling(out.getFileName() + "-" + i);
    }
    return candidate;
  }

  private static boolean occupied(Path directory) {
    if (!Files.exists(directory)) {
      return false;
    }
    try (Stream<Path> content = Files.list(directory)) {
      return content.findAny().isPresent();
    } catch (IOException e) {
      return true;
    }
  }
}
