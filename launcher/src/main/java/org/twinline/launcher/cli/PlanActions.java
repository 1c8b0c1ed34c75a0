package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinline.launcher.job.Job;

/** What {@code twinline plan} and {@code twinline run --plan} do. */
public interface PlanActions {

  /**
   * Shows what a run of a job would do.
   *
   * @param output where the plan is written, if anywhere
   * @param overwrite whether a file that is there is replaced
   * @param json whether standard output holds the plan itself
   */
  ExitCode plan(
      Path job, List<String> settings, Optional<Path> output, boolean overwrite, boolean json);

  /**
   * The job of a plan.
   *
   * @throws Failure with {@link ExitCode#USAGE} if anything changed since it was made, having told
   *     what
   */
  Job planned(Path plan);
}
