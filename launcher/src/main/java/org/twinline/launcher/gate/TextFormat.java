package org.twinline.launcher.gate;

import java.util.Locale;
import org.twinline.launcher.report.Inert;

/** For people at a terminal. */
final class TextFormat {
  private TextFormat() {}

  static String write(GateResult result) {
    StringBuilder out = new StringBuilder();
    for (CheckResult check : result.checks()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %-7s %s",
              check.state().name().toLowerCase(Locale.ROOT),
              Inert.line(check.title())));
      out.append(check.state() == CheckResult.State.SKIPPED ? ": " : "\n          ");
      out.append(Inert.line(check.verdict().message())).append('\n');
      check.evidence().observed().ifPresent(figure -> out.append(n(check, figure)));
      for (CheckResult.ShownPlace place : check.evidence().places()) {
        out.append("          see ").append(place).append('\n');
      }
    }
    return out.append("gate ")
        .append(Inert.line(result.gate().name()))
        .append(' ')
        .append(result.word())
        .append(": ")
        .append(result.counts())
        .append('\n')
        .toString();
  }

  private static String n(CheckResult check, Estimate figure) {
    String before =
        check
            .evidence()
            .baseline()
            .map(
                earlier ->
                    "; baseline "
                        + (check.measured().kind().equals("change")
                            ? Shown.estimate(earlier) + ", "
                            : "")
                        + "n "
                        + earlier.n())
            .orElse("");
    return "          n " + figure.n() + before + "\n";
  }
}
