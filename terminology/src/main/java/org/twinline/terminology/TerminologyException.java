package org.twinline.terminology;

/** A terminology that cannot be built, opened or read; the message says which file and why. */
public class TerminologyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TerminologyException(String message) {
    super(message);
  }

  public TerminologyException(String message, Throwable cause) {
    super(message, cause);
  }
}
