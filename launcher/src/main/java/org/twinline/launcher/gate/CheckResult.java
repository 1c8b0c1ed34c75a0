package org.twinline.launcher.gate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of a check for the run or one slice of it.
 *
 * @param label of the check in the gate file; line 0 for what is always checked
 */
record CheckResult(
    Check.Label label,
    CheckResult.Measured measured,
    CheckResult.Verdict verdict,
    CheckResult.Evidence evidence) {

  /** How it ended, from best to worst but for skipped. */
  enum State {
    PASSED,
    SKIPPED,
    WARNED,
    FAILED
  }

  /**
   * What was looked at.
   *
   * @param kind {@code value}, {@code ratio}, {@code change}, {@code drift} or {@code invariant}
   * @param subject in the words of the gate file
   */
  record Measured(String kind, String subject, Slice slice) {}

  /**
   * The decision.
   *
   * @param message one sentence, without its full stop
   * @param unsure whether a bound lies within the interval
   */
  record Verdict(State state, String message, boolean unsure) {}

  /**
   * What it rests on.
   *
   * @param observed empty where nothing was
   * @param baseline the figure of the baseline; of a drift only its n
   * @param places of some records, where the check failed or warned
   */
  record Evidence(
      Bound fail,
      Bound warn,
      Optional<Estimate> observed,
      Optional<Estimate> baseline,
      List<ShownPlace> places) {
    Evidence {
      places = List.copyOf(places);
    }
  }

  /**
   * A record's place as people find it.
   *
   * @param path of the input file
   * @param line from 1; empty where the input is no longer there
   * @param id may hold anything
   */
  record ShownPlace(String path, long offset, OptionalLong line, String id) {
    /** {@code file:line (id)}, or {@code file@offset (id)}; inert. */
    @Override
    public String toString() {
      return Shown.name(path)
          + (line.isPresent() ? ":" + line.getAsLong() : "@" + offset)
          + (id.isEmpty() ? "" : " (" + Shown.name(id) + ")");
    }
  }

  State state() {
    return verdict.state();
  }

  /** The check's name and the slice, if it is of one. */
  String title() {
    return label.name() + (measured.slice().whole() ? "" : ": " + measured.slice());
  }
}
