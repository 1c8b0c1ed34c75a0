package org.twinline.launcher.gate;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinline.launcher.report.Inert;

/** For the summary of a job: a table in GitHub's Markdown, the worst first. */
final class MarkdownFormat {
  /** GitHub takes no larger summary. */
  static final int MOST_BYTES = 1 << 20;

  private static final int RESERVE = 200;

  /** ASCII punctuation that means something somewhere in Markdown, or could. */
  private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|~&:@$^=\"'/";

  private MarkdownFormat() {}

  static String write(GateResult result) {
    StringBuilder out = new StringBuilder();
    out.append("## Gate ").append(escaped(result.gate().name())).append(": ");
    out.append(result.word()).append("\n\n").append(result.counts()).append(". Run ");
    out.append(escaped(result.run().name()));
    result.baseline().ifPresent(base -> out.append(", baseline ").append(escaped(base.name())));
    out.append("\n\n| | check | observed | allowed | n | baseline | records |\n");
    out.append("|---|---|---|---|---:|---|---|\n");
    List<CheckResult> ordered =
        result.checks().stream()
            .sorted(Comparator.comparing(CheckResult::state).reversed())
            .toList();
    int bytes = bytes(out.toString());
    int shown = 0;
    for (CheckResult check : ordered) {
      String row = row(check);
      bytes += bytes(row);
      if (bytes > MOST_BYTES - RESERVE) {
        break;
      }
      out.append(row);
      shown++;
    }
    if (shown < ordered.size()) {
      out.append("\n").append(ordered.size() - shown).append(" more checks are left out\n");
    }
    return out.toString();
  }

  private static String row(CheckResult check) {
    CheckResult.Evidence evidence = check.evidence();
    String allowed =
        evidence.fail().open()
            ? bound("warn", evidence.warn())
            : bound("fail", evidence.fail())
                + (evidence.warn().open() ? "" : "; " + bound("warn", evidence.warn()));
    boolean told = evidence.observed().isEmpty();
    return "| "
        + check.state().name().toLowerCase(Locale.ROOT)
        + (check.verdict().unsure() ? " (unsure)" : "")
        + " | "
        + escaped(check.title())
        + " | "
        + escaped(evidence.observed().map(Shown::estimate).orElse(told ? message(check) : ""))
        + " | "
        + escaped(allowed)
        + " | "
        + n(evidence.observed())
        + " | "
        + escaped(evidence.baseline().map(base -> "n " + base.n()).orElse(""))
        + " | "
        + evidence.places().stream()
            .map(place -> escaped(place.toString()))
            .collect(Collectors.joining("<br>"))
        + " |\n";
  }

  private static String message(CheckResult check) {
    return check.verdict().message();
  }

  private static String bound(String level, Bound bound) {
    return bound.open() ? "" : level + " unless " + bound;
  }

  private static String n(Optional<Estimate> figure) {
    return figure.map(one -> String.valueOf(one.n())).orElse("");
  }

  /** Text that means itself, in a table too. */
  static String escaped(String raw) {
    StringBuilder out = new StringBuilder();
    for (char c : Inert.line(raw).toCharArray()) {
      if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
