package org.twinline.launcher.cli;

/** How a command ended. The numbers are frozen. On signals the JVM ends with 130 or 143. */
public enum ExitCode {
  /** Done, warnings allowed. */
  DONE(0),
  /** A gate failed. */
  GATE_FAILED(1),
  /**
   * Wrong usage, or something the user named is missing, corrupt, of the wrong version or (an
   * output) not empty, found before reading.
   */
  USAGE(2),
  /** More bad content than {@code errors.max_rate} allows. */
  BAD_CONTENT(3),
  /** The runner or a disk failed; safe to retry. */
  RUNNER_FAILED(4),
  /** An endpoint was not available; safe to retry. */
  ENDPOINT_UNAVAILABLE(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number the process ends with. */
  public int number() {
    return number;
  }
}
