package org.twinline.launcher.job;

import java.util.Optional;

/** Checks an input file or pattern before a job runs. */
@FunctionalInterface
public interface InputCheck {
  /** Finds nothing wrong with any pattern. */
  InputCheck NONE = pattern -> Optional.empty();

  /** What is wrong with a pattern, such as {@code no such file: data/x.jsonl}; empty if nothing. */
  Optional<String> problem(String pattern);
}
