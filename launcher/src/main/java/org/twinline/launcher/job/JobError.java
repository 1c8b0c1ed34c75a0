package org.twinline.launcher.job;

import java.util.Optional;

/**
 * One thing wrong with a job file.
 *
 * @param place {@code job.yaml:12:5}, or {@code --set …} for an override
 * @param message what is wrong, and where it can be told what was meant
 * @param excerpt the line with a caret under the place, empty where there is no line
 */
public record JobError(JobErrorCode code, String place, String message, Optional<String> excerpt) {

  /** The error as it is printed: one line that ends with the code, then the excerpt. */
  @Override
  public String toString() {
    return place
        + ": "
        + message
        + " ["
        + code.code()
        + "]"
        + excerpt.map(lines -> "\n" + lines).orElse("");
  }
}
