package org.twinline.launcher.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a gate says of a run; every format shows this.
 *
 * @param checks in the order of the gate file, what is always checked first
 */
record GateResult(
    GateResult.Gate gate,
    GateResult.Run run,
    Optional<GateResult.Reference> baseline,
    List<CheckResult> checks) {

  /** The gate file. */
  record Gate(String name, Path path, String sha256) {}

  /** The run, named by the checksum of its manifest. */
  record Run(String name, Path directory, String manifestSha256) {}

  /** The accepted run that the baseline is of. */
  record Reference(String name, String manifestSha256, String started) {}

  GateResult {
    checks = List.copyOf(checks);
  }

  /** How many checks ended so. */
  long count(CheckResult.State state) {
    return checks.stream().filter(check -> check.state() == state).count();
  }

  boolean failed() {
    return count(CheckResult.State.FAILED) > 0;
  }

  /** {@code failed}, {@code warned} or {@code passed}. */
  String word() {
    if (failed()) {
      return "failed";
    }
    return count(CheckResult.State.WARNED) > 0 ? "warned" : "passed";
  }

  /** {@code 1 failed, 0 warned, 7 passed, 2 skipped}. */
  String counts() {
    return count(CheckResult.State.FAILED)
        + " failed, "
        + count(CheckResult.State.WARNED)
        + " warned, "
        + count(CheckResult.State.PASSED)
        + " passed, "
        + count(CheckResult.State.SKIPPED)
        + " skipped";
  }

  /** Failures first, then warnings, both in the order of the gate file. */
  List<CheckResult> findings() {
    return checks.stream()
        .filter(check -> check.state().compareTo(CheckResult.State.WARNED) >= 0)
        .sorted((a, b) -> b.state().compareTo(a.state()))
        .toList();
  }
}
