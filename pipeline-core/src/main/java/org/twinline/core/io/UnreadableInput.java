package org.twinline.core.io;

import java.io.IOException;

/** Something the user named cannot be read: missing, a directory, or not what its name says. */
public final class UnreadableInput extends IOException {
  /** A fault found by looking; the message names the path and what to do. */
  public UnreadableInput(String message) {
    super(message);
  }

  /** A fault the system reported. */
  public UnreadableInput(String message, IOException cause) {
    super(message, cause);
  }
}
