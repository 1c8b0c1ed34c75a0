package org.twinline.launcher.cli;

import java.util.Optional;

/**
 * Ends a command: printed as {@code error: …} and {@code hint: …}, without a stack trace unless
 * {@code --verbose} is given.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;
  private final String hint;

  /**
   * A failure without a deeper cause.
   *
   * @param message what went wrong, in lower case and without a full stop
   * @param hint what to do about it, empty where nothing is known
   */
  public Failure(ExitCode exitCode, String message, String hint) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  /** A failure with its cause, which {@code --verbose} shows. */
  public Failure(ExitCode exitCode, String message, String hint, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  /** What the process ends with. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What to do about it. */
  public Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
