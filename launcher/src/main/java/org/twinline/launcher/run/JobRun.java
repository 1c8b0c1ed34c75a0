package org.twinline.launcher.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.twinline.core.dataset.DatasetCommit;
import org.twinline.core.dataset.DatasetNames;
import org.twinline.core.dataset.DatasetSummary;
import org.twinline.core.dataset.ShardCompression;
import org.twinline.core.dataset.TallyFile;
import org.twinline.core.export.ExportedFile;
import org.twinline.core.group.GroupBounds;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.Slice;
import org.twinline.core.io.Storage;
import org.twinline.core.io.UnreadableInput;
import org.twinline.core.io.beam.ReadRecords;
import org.twinline.core.ledger.LedgerRow;
import org.twinline.core.ledger.Tally;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.ProgressMode;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.export.RunExports;
import org.twinline.launcher.job.Job;

/**
 * One run of a job, from checked job file to committed output.
 *
 * <p>Everything the job names is opened before the first record is read. Workers write to a staging
 * folder inside the output; what the account names is moved to its place at the end, {@code
 * _SUCCESS} last. A run that fails leaves no {@code _SUCCESS}; one that is killed, or whose commit
 * breaks off, leaves its staging folder too, which the next run into the same directory clears.
 */
final class JobRun {
  private final Job job;
  private final Terminal terminal;

  JobRun(Job job, Terminal terminal) {
    this.job = job;
    this.terminal = terminal;
  }

  /**
   * Runs the job.
   *
   * @throws Failure if something named is unusable (usage) or the runner or a disk fails
   */
  RunResult run(ProgressMode mode) {
    Instant started = Instant.now();
    long start = System.nanoTime();
    Runners.begin();
    if (job.runner().staging().isPresent()
        || job.input().files().stream().anyMatch(Storage::isRemote)) {
      // URIs are opened before the pipeline is made, which would register them.
      FileSystems.setDefaultPipelineOptions(Runners.options(job.runner()));
    }
    List<InputFile> inputs = inputs();
    Path output = job.output().directory();
    try (Resources resources = Resources.open(job);
        Staging staging = Staging.claim(output, job.runner().staging())) {
      run(inputs, resources, staging, mode);
      return commit(inputs, resources, staging, started, start);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED,
          "the output could not be written: " + e,
          "look at space and rights of " + output + ", then run the same command again",
          e);
    }
  }

  private List<InputFile> inputs() {
    try {
      return Inputs.resolve(job.input().files());
    } catch (UnreadableInput e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    }
  }

  /** The pipeline, ready to run. */
  static Pipeline pipeline(
      Job job,
      List<InputFile> inputs,
      Resources resources,
      String staging,
      PipelineOptions options) {
    Pipeline pipeline = Pipeline.create(options);
    new LinePipeline(
            ReadRecords.of(inputs, Adapting.adapter(job.input()), Adapting.limits(job.input())),
            new GroupBounds(
                job.group().maxCandidates(), job.group().maxBytes().bytes(), job.seed()),
            LineConfigurations.verifiable(job, resources),
            LineConfigurations.unverifiable(job, resources),
            staging,
            compression(job))
        .applyTo(pipeline);
    return pipeline;
  }

  private void run(
      List<InputFile> inputs, Resources resources, Staging staging, ProgressMode mode) {
    Pipeline pipeline =
        pipeline(job, inputs, resources, staging.location(), Runners.options(job.runner()));
    long bytes = inputs.stream().mapToLong(InputFile::size).sum();
    try (ProgressDisplay display =
        ProgressDisplay.start(terminal.err(), mode, terminal.interactive(), bytes)) {
      display.phase("starting " + job.runner().kind().word());
      pipeline.run().waitUntilFinish();
    } catch (RuntimeException e) { // what runners throw is not declared
      throw new Failure(
          ExitCode.RUNNER_FAILED,
          "the " + job.runner().kind().word() + " runner failed: " + root(e),
          "nothing was committed; it is safe to run again",
          e);
    }
  }

  private RunResult commit(
      List<InputFile> inputs, Resources resources, Staging staging, Instant started, long start)
      throws IOException {
    // Nothing to read means no bundle, and no bundle means no account.
    Tally tally = Slice.of(inputs).isEmpty() ? Tally.EMPTY : TallyFile.read(staging.location());
    checkClosed(tally, inputs);
    LedgerRow total = tally.total();
    // A division rounds once, so that 29 of 100 is exactly 0.29; a product would not be 29.
    boolean complete =
        (double) total.deadLettered() / Math.max(1, total.read()) <= job.errors().maxRate();
    List<DatasetSummary> datasets =
        DatasetCommit.commit(
            staging.location(),
            job.output().directory(),
            tally.shards(),
            expected(),
            compression(job),
            complete);
    List<ExportedFile> exports =
        complete
            ? RunExports.write(
                job.output().directory(), staging.folder(), datasets, job.output().exports())
            : List.of();
    RunResult result =
        new RunResult(
            job,
            inputs,
            resources,
            tally,
            datasets,
            new RunResult.Timing(started, Duration.ofNanos(System.nanoTime() - start)),
            complete,
            warnings(inputs, tally),
            exports);
    RunFiles.write(job.output().directory(), result);
    staging.finished();
    return result;
  }

  /** A ledger that does not close is a fault of Twinline, and nothing must be built on it. */
  private static void checkClosed(Tally tally, List<InputFile> inputs) {
    tally
        .rows()
        .forEach(
            (file, row) -> {
              if (!row.closes()) {
                throw new Failure(
                    ExitCode.RUNNER_FAILED,
                    String.format(
                        Locale.ROOT,
                        "the ledger of %s does not close: read %d, kept %d, dropped %d,"
                            + " dead-lettered %d",
                        inputs.get(file).path(),
                        row.read(),
                        row.kept(),
                        row.droppedTotal(),
                        row.deadLettered()),
                    "this is a fault of Twinline; nothing was committed");
              }
            });
  }

  private TreeSet<String> expected() {
    TreeSet<String> names =
        new TreeSet<>(
            List.of(DatasetNames.PROMPTS, DatasetNames.REJECTED, DatasetNames.DEAD_LETTERS));
    if (job.line() != Job.Line.UNVERIFIABLE) {
      names.add(DatasetNames.TRIPLES);
    }
    if (job.line() != Job.Line.VERIFIABLE) {
      names.addAll(List.of(DatasetNames.PREFERENCES, DatasetNames.BEST_ANSWERS));
    }
    return names;
  }

  private static List<String> warnings(List<InputFile> inputs, Tally tally) {
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (tally.rows().getOrDefault(i, LedgerRow.EMPTY).read() == 0) {
        warnings.add("no records in " + inputs.get(i).path());
      }
    }
    return warnings;
  }

  private static ShardCompression compression(Job job) {
    return ShardCompression.valueOf(job.output().compression().name());
  }

  private static String root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
