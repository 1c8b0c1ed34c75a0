package org.twinline.launcher.job;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from the root of a job file to a value. */
record Pointer(List<String> steps) {
  static final Pointer ROOT = new Pointer(List.of());

  Pointer {
    steps = List.copyOf(steps);
  }

  static Pointer of(String... steps) {
    return new Pointer(List.of(steps));
  }

  Pointer child(Object step) {
    return new Pointer(Stream.concat(steps.stream(), Stream.of(step.toString())).toList());
  }

  /** The way to what holds this value. */
  Pointer parent() {
    return new Pointer(steps.subList(0, steps.size() - 1));
  }

  boolean isRoot() {
    return steps.isEmpty();
  }

  boolean startsWith(Pointer that) {
    return steps.size() >= that.steps.size()
        && steps.subList(0, that.steps.size()).equals(that.steps);
  }

  /** The dotted form that {@code --set} takes: {@code rewards.0.accept}. */
  @Override
  public String toString() {
    return steps.stream().collect(Collectors.joining("."));
  }
}
