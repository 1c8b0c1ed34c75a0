package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code twinline gate …} does: finished runs are held against what they must satisfy. */
public interface GateActions {

  /** How a result is shown. */
  enum Format {
    TEXT,
    JSON,
    JUNIT,
    SARIF,
    MARKDOWN,
    GITHUB;

    /** The word on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A result that goes to a file as well. */
  record Output(Format format, Path file) {}

  /**
   * A check.
   *
   * @param baseline directory of an accepted run's figures; comparisons are skipped where empty
   * @param shown on standard output
   */
  record Checking(
      Path run, Path gate, Optional<Path> baseline, Format shown, List<Output> outputs) {
    public Checking {
      outputs = List.copyOf(outputs);
    }
  }

  /** Checks a run; ends with 1 where a check fails. */
  ExitCode check(Checking checking);

  /** Makes a run's figures the baseline in a directory. */
  ExitCode accept(Path run, Path baseline);

  /**
   * Writes a gate file that the runs pass.
   *
   * @param output must not exist; standard output where empty
   */
  ExitCode suggest(List<Path> runs, Optional<Path> output);
}
