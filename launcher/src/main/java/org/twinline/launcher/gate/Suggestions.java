package org.twinline.launcher.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A gate file that given runs pass: warnings a little outside of what the runs' intervals span,
 * failures a tenth farther, both rounded outwards to two digits.
 */
final class Suggestions {
  private static final double SLACK = 0.1;

  /** Observations below which nothing is suggested: the gate would skip the check. */
  private static final long FEWEST = 30;

  private static final MathContext LOWER = new MathContext(2, RoundingMode.DOWN);
  private static final MathContext UPPER = new MathContext(2, RoundingMode.UP);

  private final List<RunScan> runs;
  private final StringBuilder out = new StringBuilder();

  private Suggestions(List<RunScan> runs) {
    this.runs = runs;
  }

  /** The gate file as text. */
  static String of(List<RunScan> runs) {
    return new Suggestions(List.copyOf(runs)).write();
  }

  private String write() {
    out.append("# Suggested by 'twinline gate suggest' from ")
        .append(runs.size() == 1 ? "1 run" : runs.size() + " runs")
        .append(". Read each bound and make it yours.\n");
    for (RunScan run : runs) {
      out.append("#   ")
          .append(Shown.name(run.run().name()))
          .append(", manifest ")
          .append(run.run().manifestSha256(), 0, 12)
          .append('\n');
    }
    out.append("minimum_n: 30\nchecks:\n");
    section("How much is kept, and why the rest is not");
    value("kept_share", true, true);
    value("dead_letter_share", false, true);
    value("duplicate_share", false, true);
    keys(cell -> cell.shares().keySet(), "dropped_share.")
        .forEach(name -> value(name, false, true));
    section("What the verifiers say");
    value("verified_share", true, true);
    value("unsure_share", false, true);
    value("preference_agreement", true, false);
    section("Scores of what is kept");
    value("reward.mean", true, false);
    value("reward.p10", true, false);
    keys(cell -> cell.distributions().keySet(), "kept.score.")
        .forEach(key -> value(key.substring("kept.".length()) + ".mean", true, false));
    section("Lengths of what is kept");
    value("length.cot.tokens.p50", true, true);
    value("length.answer.tokens.p90", false, true);
    section("Every slice on its own");
    slices();
    section("Against an accepted run; skipped until there is one");
    drift("reasons", "jensen_shannon", "0.01", "0.05");
    drift("task", "total_variation", "0.05", "0.15");
    drift("reward", "psi", "0.1", "0.25");
    drift("length.cot.tokens", "ks", "0.1", "0.2");
    out.append("  - {check: change, metric: kept_share, warn: {min: -0.05, max: 0.05},")
        .append(" fail: {min: -0.15, max: 0.15}}\n");
    if (runs.stream().allMatch(run -> count(run, "training_overlap") == 0)) {
      section("No model was trained on what is kept");
      out.append("  - {check: value, metric: training_overlap, fail: {max: 0}}\n");
    }
    return out.toString();
  }

  /** The names with that beginning that all runs have. */
  private List<String> keys(Function<Cell, Set<String>> of, String start) {
    SortedSet<String> common = new TreeSet<>(of.apply(whole(runs.get(0))));
    runs.forEach(run -> common.retainAll(of.apply(whole(run))));
    return common.stream().filter(key -> key.startsWith(start)).toList();
  }

  private static Cell whole(RunScan run) {
    return run.sketch().cell(Slice.RUN).orElse(Cell.EMPTY);
  }

  private static long count(RunScan run, String key) {
    return whole(run).counts().getOrDefault(key, 0L);
  }

  private void section(String title) {
    out.append("  # ").append(title).append(".\n");
  }

  private void value(String name, boolean low, boolean high) {
    Check.Measure measure = new Check.Measure(Metric.of(name), Whose.KEPT);
    List<Estimate> figures = new ArrayList<>();
    for (RunScan run : runs) {
      Optional<Estimate> figure = Reading.of(measure, whole(run), "").figure();
      boolean counted = measure.metric().kind() == Metric.Kind.COUNT;
      if (figure.isEmpty() || (!counted && figure.get().n() < FEWEST)) {
        return;
      }
      figures.add(figure.get());
    }
    String seen =
        figures.stream()
            .map(figure -> Shown.estimate(figure) + " of " + figure.n())
            .collect(Collectors.joining("; "));
    int before = out.length();
    entry("metric: " + quoted(name), figures, low, high, measure.metric().unit());
    if (out.length() > before) {
      out.insert(before, "  # " + seen + "\n");
    }
  }

  private void slices() {
    Check.Measure measure = new Check.Measure(Metric.of("kept_share"), Whose.KEPT);
    for (SliceBy by : List.of(SliceBy.TASK, SliceBy.LANGUAGE)) {
      List<Estimate> figures = new ArrayList<>();
      for (RunScan run : runs) {
        for (Slice slice : run.sketch().slices(by)) {
          Reading.of(measure, run.sketch().cell(slice).orElse(Cell.EMPTY), "")
              .figure()
              .filter(figure -> figure.n() >= FEWEST)
              .ifPresent(figures::add);
        }
      }
      if (!figures.isEmpty()) {
        entry("metric: kept_share, slice: " + by.word(), figures, true, false, true);
      }
    }
  }

  private void entry(
      String subject, List<Estimate> figures, boolean low, boolean high, boolean unit) {
    double least = figures.stream().mapToDouble(Estimate::low).min().orElse(0);
    double most = figures.stream().mapToDouble(Estimate::high).max().orElse(0);
    BigDecimal warnMin = down(least);
    BigDecimal failMin = down(least * (1 - SLACK));
    BigDecimal warnMax = up(most, unit);
    BigDecimal failMax = up(most * (1 + SLACK), unit);
    boolean lowOpen = !low || failMin.signum() <= 0;
    boolean highOpen = !high || (unit && warnMax.compareTo(BigDecimal.ONE) >= 0);
    if (lowOpen && highOpen) {
      return;
    }
    out.append("  - {check: value, ").append(subject);
    bounds(
        "warn",
        lowOpen || warnMin.compareTo(failMin) == 0,
        warnMin,
        highOpen || warnMax.compareTo(failMax) == 0,
        warnMax);
    bounds("fail", lowOpen, failMin, highOpen, failMax);
    out.append("}\n");
  }

  private void bounds(
      String level, boolean lowOpen, BigDecimal min, boolean highOpen, BigDecimal max) {
    if (lowOpen && highOpen) {
      return;
    }
    out.append(", ").append(level).append(": {");
    out.append(lowOpen ? "" : "min: " + min.toPlainString());
    out.append(lowOpen || highOpen ? "" : ", ");
    out.append(highOpen ? "" : "max: " + max.toPlainString()).append('}');
  }

  private void drift(String name, String distance, String warn, String fail) {
    Spread spread = Spread.of(name);
    boolean known =
        runs.stream()
            .map(Suggestions::whole)
            .allMatch(
                cell ->
                    cell.distributions().containsKey(spread.key(Whose.KEPT))
                        || cell.categories().containsKey(spread.key(Whose.KEPT)));
    if (known) {
      out.append("  - {check: drift, distribution: ").append(name);
      out.append(", distance: ").append(distance);
      out.append(", warn: {max: ").append(warn);
      out.append("}, fail: {max: ").append(fail).append("}}\n");
    }
  }

  private static BigDecimal down(double value) {
    return BigDecimal.valueOf(value).round(LOWER).stripTrailingZeros();
  }

  private static BigDecimal up(double value, boolean unit) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(UPPER).stripTrailingZeros();
    return unit ? rounded.min(BigDecimal.ONE) : rounded;
  }

  private static String quoted(String name) {
    return name.matches("[a-z0-9_.-]+") ? name : '"' + name.replaceAll("[\\\\\"]", "\\\\$0") + '"';
  }
}
