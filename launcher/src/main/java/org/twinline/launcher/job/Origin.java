package org.twinline.launcher.job;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a value of a job comes from.
 *
 * @param place {@code job.yaml:12:5} or {@code --set …}; empty for a default
 * @param parameters the names of the parameters that were put in, sorted
 */
public record Origin(Kind kind, String place, List<String> parameters) {
  /** Where values come from. */
  public enum Kind {
    /** Nobody said anything else. */
    DEFAULT,
    /** The job file. */
    FILE,
    /** {@code --set} on the command line. */
    SET;

    /** The word in a plan. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final Origin DEFAULT = new Origin(Kind.DEFAULT, "", List.of());

  public Origin {
    parameters = List.copyOf(parameters);
  }

  /** As a plan shows it: {@code default}, or the place with the parameters. */
  @Override
  public String toString() {
    if (kind == Kind.DEFAULT) {
      return "default";
    }
    return parameters.isEmpty()
        ? place
        : place
            + parameters.stream()
                .map(n -> "${" + n + "}")
                .collect(Collectors.joining(", ", ", ", ""));
  }
}
