package org.twinline.launcher.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.twinline.core.dataset.DatasetSummary;
import org.twinline.core.export.ExportedFile;
import org.twinline.core.io.InputFile;
import org.twinline.core.ledger.Tally;
import org.twinline.launcher.job.Job;

/**
 * What a finished run is made of: what was asked, what was read, what came out.
 *
 * @param inputs by their index in the ledger
 * @param complete false if more content was bad than the job allows
 */
record RunResult(
    Job job,
    List<InputFile> inputs,
    Resources resources,
    Tally tally,
    List<DatasetSummary> datasets,
    Timing timing,
    boolean complete,
    List<String> warnings,
    List<ExportedFile> exports) {
  RunResult {
    inputs = List.copyOf(inputs);
    datasets = List.copyOf(datasets);
    warnings = List.copyOf(warnings);
    exports = List.copyOf(exports);
  }

  /** When the run started and how long it took. */
  record Timing(Instant started, Duration duration) {}

  /** The job's name, or its line where it has none. */
  String name() {
    return job.name().orElse(job.line().word());
  }

  /** The version of this build. */
  static String version() {
    String version = RunResult.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
