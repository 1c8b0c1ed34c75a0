package org.twinline.reward.djl;

import java.nio.file.Path;

/**
 * A bundle or encoder that cannot be used: missing, corrupt, changed, or of another version. The
 * message names the file, what was expected and found, and what to do.
 */
public final class UnusableModel extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnusableModel(String message) {
    super(message);
  }

  public UnusableModel(String message, Throwable cause) {
    super(message, cause);
  }

  static UnusableModel changed(Path file, String expected, String found, String remedy) {
    return new UnusableModel(
        "Cannot use "
            + file
            + ": its sha256 is "
            + found
            + ", expected "
            + expected
            + "; "
            + remedy);
  }
}
