package org.twinline.launcher.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Holds a run, and the baseline where there is one, against the checks of a gate. */
final class Evaluation {
  private static final String THE_RUN = "the run";
  private static final String THE_BASELINE = "the baseline";

  private final RunScan scan;
  private final Optional<Sketch> baseline;
  private final String noBaseline;
  private final Witnesses witnesses;

  private Evaluation(RunScan scan, Optional<Sketch> baseline, String noBaseline) {
    this.scan = scan;
    this.baseline = baseline;
    this.noBaseline = noBaseline;
    witnesses = new Witnesses(scan);
  }

  /**
   * All results: what is always checked, then the gate's checks.
   *
   * @param noBaseline why there is no baseline, where there is none
   */
  static List<CheckResult> of(
      GateFile gate, RunScan scan, Optional<Sketch> baseline, String noBaseline) {
    Evaluation evaluation = new Evaluation(scan, baseline, noBaseline);
    List<CheckResult> results = new ArrayList<>();
    results.add(invariant("ledger closes", "ledger", scan.unclosed()));
    results.add(invariant("records are those of the ledger", "records", scan.unaccounted()));
    for (Check check : gate.checks()) {
      for (Slice slice : evaluation.slices(check)) {
        results.add(evaluation.result(check, slice));
      }
    }
    return results;
  }

  private static CheckResult invariant(String name, String subject, List<String> wrong) {
    return new CheckResult(
        new Check.Label(name, 0),
        new CheckResult.Measured("invariant", subject, Slice.RUN),
        new CheckResult.Verdict(
            wrong.isEmpty() ? CheckResult.State.PASSED : CheckResult.State.FAILED,
            wrong.isEmpty() ? "holds for every input file" : String.join("; ", wrong),
            false),
        new CheckResult.Evidence(
            Bound.OPEN, Bound.OPEN, Optional.empty(), Optional.empty(), List.of()));
  }

  /** The slices a check is about: those named, else those of the run and of its baseline. */
  private List<Slice> slices(Check check) {
    if (check.slicing().by().isEmpty()) {
      return List.of(Slice.RUN);
    }
    SliceBy by = check.slicing().by().get();
    if (!check.slicing().only().isEmpty()) {
      return check.slicing().only().stream().map(value -> Slice.of(by, value)).toList();
    }
    TreeSet<Slice> slices = new TreeSet<>(scan.sketch().slices(by));
    boolean compares =
        check.subject() instanceof Check.Change || check.subject() instanceof Check.Drift;
    if (compares && baseline.isPresent()) {
      slices.addAll(baseline.get().slices(by));
    }
    return slices.isEmpty() ? List.of(Slice.of(by, Slice.UNKNOWN)) : List.copyOf(slices);
  }

  private CheckResult result(Check check, Slice slice) {
    Cell cell = scan.sketch().cell(slice).orElse(null);
    boolean counts =
        check.subject() instanceof Check.Value value
            && value.measure().metric().kind() == Metric.Kind.COUNT;
    if (cell == null && !counts) {
      return skipped(check, slice, "the run has no records of " + slice);
    }
    Cell found = cell == null ? Cell.EMPTY : cell;
    if (check.subject() instanceof Check.Value value) {
      return judged(check, slice, Reading.of(value.measure(), found, THE_RUN), Optional.empty());
    }
    if (check.subject() instanceof Check.Ratio ratio) {
      return judged(check, slice, ratio(ratio, found), Optional.empty());
    }
    if (baseline.isEmpty()) {
      return skipped(check, slice, noBaseline);
    }
    Optional<Cell> before = baseline.get().cell(slice);
    if (before.isEmpty()) {
      return skipped(check, slice, "the baseline has no records of " + slice);
    }
    return check.subject() instanceof Check.Change change
        ? changed(check, slice, change, found, before.get())
        : drifted(check, slice, (Check.Drift) check.subject(), found, before.get());
  }

  private static Reading ratio(Check.Ratio ratio, Cell cell) {
    Reading above = rate(ratio.measure(), cell);
    Reading below = rate(ratio.over(), cell);
    if (above.figure().isEmpty() || below.figure().isEmpty()) {
      return above.figure().isEmpty() ? above : below;
    }
    return below.figure().get().value() == 0
        ? Reading.none(ratio.over() + " is 0")
        : Reading.of(above.figure().get().over(below.figure().get()));
  }

  private static Reading rate(Check.Measure measure, Cell cell) {
    Reading reading = Reading.of(measure, cell, THE_RUN);
    return measure.metric().kind() == Metric.Kind.COUNT && reading.figure().isPresent()
        ? Reading.of(Estimate.poisson(reading.figure().get().n()))
        : reading;
  }

  private CheckResult changed(
      Check check, Slice slice, Check.Change change, Cell now, Cell before) {
    Reading observed = Reading.of(change.measure(), now, THE_RUN);
    Reading earlier = Reading.of(change.measure(), before, THE_BASELINE);
    if (observed.figure().isEmpty() || earlier.figure().isEmpty()) {
      return skipped(check, slice, observed.figure().isEmpty() ? observed.why() : earlier.why());
    }
    Estimate difference = observed.figure().get().minus(earlier.figure().get());
    return judged(check, slice, Reading.of(difference), earlier.figure());
  }

  private CheckResult drifted(Check check, Slice slice, Check.Drift drift, Cell now, Cell before) {
    String key = drift.spread().key(drift.whose());
    if (drift.spread().ordered()) {
      Distribution observed = now.distributions().get(key);
      Distribution earlier = before.distributions().get(key);
      if (observed == null || earlier == null) {
        return skipped(
            check, slice, (observed == null ? THE_RUN : THE_BASELINE) + " has no " + key);
      }
      return judged(
          check,
          slice,
          Reading.of(drift.distance().between(observed, earlier)),
          Optional.of(Estimate.mean(earlier)));
    }
    Categories observed = now.categories().get(key);
    Categories earlier = before.categories().get(key);
    if (observed == null || earlier == null) {
      return skipped(check, slice, (observed == null ? THE_RUN : THE_BASELINE) + " has no " + key);
    }
    return judged(
        check,
        slice,
        Reading.of(drift.distance().between(observed, earlier)),
        Optional.of(Estimate.exact(earlier.n())));
  }

  private CheckResult judged(
      Check check, Slice slice, Reading reading, Optional<Estimate> earlier) {
    if (reading.figure().isEmpty()) {
      return skipped(check, slice, reading.why());
    }
    Estimate figure = reading.figure().get();
    Check.Rule rule = check.rule();
    boolean sampled = !counts(check.subject());
    long least = Math.min(figure.n(), earlier.map(Estimate::n).orElse(Long.MAX_VALUE));
    if (sampled && least < rule.minimum()) {
      String of = figure.n() < rule.minimum() ? "n" : "n of the baseline";
      return skipped(
          check, slice, of + " is " + least + ", fewer than minimum_n " + rule.minimum());
    }
    Bound.Side failed = rule.fail().side(figure, rule.byEstimate());
    Bound.Side warned = rule.warn().side(figure, rule.byEstimate());
    CheckResult.State state =
        failed != Bound.Side.WITHIN
            ? CheckResult.State.FAILED
            : warned != Bound.Side.WITHIN ? CheckResult.State.WARNED : CheckResult.State.PASSED;
    Bound.Side side = failed == Bound.Side.WITHIN ? warned : failed;
    Bound bound = failed != Bound.Side.WITHIN || rule.warn().open() ? rule.fail() : rule.warn();
    boolean unsure =
        !rule.byEstimate()
            && state != CheckResult.State.FAILED
            && (rule.fail().unsure(figure)
                || (state == CheckResult.State.PASSED && rule.warn().unsure(figure)));
    List<CheckResult.ShownPlace> places =
        side == Bound.Side.WITHIN
            ? List.of()
            : witnesses.of(check.subject(), slice, side == Bound.Side.ABOVE);
    return new CheckResult(
        check.label(),
        new CheckResult.Measured(check.subject().kind(), check.subject().text(), slice),
        new CheckResult.Verdict(state, message(check, figure, side, bound, unsure), unsure),
        new CheckResult.Evidence(rule.fail(), rule.warn(), Optional.of(figure), earlier, places));
  }

  private static boolean counts(Check.Subject subject) {
    return (subject instanceof Check.Value value
            && value.measure().metric().kind() == Metric.Kind.COUNT)
        || (subject instanceof Check.Change change
            && change.measure().metric().kind() == Metric.Kind.COUNT);
  }

  private static String message(
      Check check, Estimate figure, Bound.Side side, Bound bound, boolean unsure) {
    String is = check.subject().text() + " is " + Shown.estimate(figure);
    return switch (side) {
      case WITHIN ->
          is + ", allowed is " + bound + (unsure ? "; the interval leaves room for doubt" : "");
      case BELOW -> is + ", below " + Shown.number(bound.min().orElseThrow());
      case ABOVE -> is + ", above " + Shown.number(bound.max().orElseThrow());
    };
  }

  private static CheckResult skipped(Check check, Slice slice, String why) {
    return new CheckResult(
        check.label(),
        new CheckResult.Measured(check.subject().kind(), check.subject().text(), slice),
        new CheckResult.Verdict(CheckResult.State.SKIPPED, why, false),
        new CheckResult.Evidence(
            check.rule().fail(),
            check.rule().warn(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }
}
