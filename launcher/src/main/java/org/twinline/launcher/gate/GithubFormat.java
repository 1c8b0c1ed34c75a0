package org.twinline.launcher.gate;

import java.util.List;
import java.util.stream.Collectors;
import org.twinline.launcher.report.Inert;

/**
 * For the log of a workflow: annotations at the checks in the gate file ("Workflow commands for
 * GitHub Actions", toolkit's {@code command.ts} for the escapes). GitHub shows ten of each level
 * and step; the lines after say how many are left out.
 */
final class GithubFormat {
  static final int MOST = 10;

  private GithubFormat() {}

  static String write(GateResult result) {
    StringBuilder out = new StringBuilder();
    level(result, CheckResult.State.FAILED, "error", "failures", out);
    level(result, CheckResult.State.WARNED, "warning", "warnings", out);
    return out.append("gate ")
        .append(Inert.line(result.gate().name()))
        .append(' ')
        .append(result.word())
        .append(": ")
        .append(result.counts())
        .append('\n')
        .toString();
  }

  private static void level(
      GateResult result, CheckResult.State state, String word, String nouns, StringBuilder out) {
    List<CheckResult> all = result.checks().stream().filter(c -> c.state() == state).toList();
    for (CheckResult check : all.subList(0, Math.min(MOST, all.size()))) {
      out.append("::").append(word).append(" file=").append(property(path(result)));
      out.append(",line=").append(Math.max(1, check.label().line()));
      out.append(",title=").append(property("Gate " + result.gate().name() + ": " + check.title()));
      out.append("::").append(message(text(check))).append('\n');
    }
    if (all.size() > MOST) {
      out.append(all.size() - MOST)
          .append(" more ")
          .append(nouns)
          .append(" are left out of the annotations\n");
    }
  }

  private static String path(GateResult result) {
    return result.gate().path().toString().replace('\\', '/');
  }

  private static String text(CheckResult check) {
    return Inert.line(check.verdict().message())
        + check.evidence().observed().map(figure -> ", n " + figure.n()).orElse("")
        + check.evidence().baseline().map(base -> ", baseline n " + base.n()).orElse("")
        + check.evidence().places().stream()
            .map(place -> "\nsee " + place)
            .collect(Collectors.joining());
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(Inert.line(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
