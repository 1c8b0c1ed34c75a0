package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.List;
import org.twinline.launcher.job.InputCheck;
import org.twinline.launcher.job.JobFile;

/** Loads the job file of a command. */
public final class JobLoading {
  private JobLoading() {}

  /**
   * Loads a job, or tells what is wrong with its file.
   *
   * @throws Failure with {@link ExitCode#USAGE} after everything wrong was printed
   */
  public static JobFile.Valid load(
      Path file, List<String> settings, InputCheck inputs, Terminal terminal) {
    JobFile.Loaded loaded = JobFile.load(file, settings, inputs);
    if (loaded instanceof JobFile.Invalid invalid) {
      invalid.errors().forEach(terminal.err()::println);
      int count = invalid.errors().size();
      throw new Failure(
          ExitCode.USAGE,
          (count == 1 ? "1 error" : count + " errors") + " in the job; nothing was run",
          "");
    }
    return (JobFile.Valid) loaded;
  }
}
