package org.twinline.launcher.plan;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinline.launcher.job.Setting;

/** Shows a plan to people. */
final class PlanText {
  private static final int WIDEST = 44;

  private final Plan plan;
  private final PrintStream out;

  PlanText(Plan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  void print() {
    out.println("Configuration of " + plan.pinned().job().path());
    for (Setting setting : plan.pinned().settings()) {
      out.printf(
          Locale.ROOT,
          "  %-28s %-" + WIDEST + "s %s%n",
          setting.key(),
          cut(setting.json()),
          setting.origin());
    }
    inputs();
    plan.pinned().terminology().ifPresent(this::terminology);
    models();
    stages();
    estimate();
  }

  private static String cut(String value) {
    return value.length() <= WIDEST ? value : value.substring(0, WIDEST - 1) + "…";
  }

  private void inputs() {
    Outlook outlook = plan.outlook();
    long bytes = plan.pinned().inputs().stream().mapToLong(Pinned.HashedFile::bytes).sum();
    out.println();
    out.printf(
        Locale.ROOT,
        "Input: %s in %d %s, lines %s%n",
        Amounts.bytes(bytes),
        plan.pinned().inputs().size(),
        plan.pinned().inputs().size() == 1 ? "file" : "files",
        outlook.exact()
            ? "counted"
            : "estimated from " + Amounts.bytes(outlook.sampled().bytes()) + " of them");
    for (int i = 0; i < plan.pinned().inputs().size(); i++) {
      Pinned.HashedFile file = plan.pinned().inputs().get(i);
      FileEstimate estimate = outlook.files().get(i);
      out.printf(
          Locale.ROOT,
          "  %s  %s, %s lines%s, sha256 %s…%n",
          file.path(),
          Amounts.bytes(file.bytes()),
          Amounts.count(estimate.lines(), estimate.exact()),
          estimate.exact()
              ? ""
              : String.format(Locale.ROOT, " (%,d to %,d)", estimate.low(), estimate.high()),
          file.sha256().substring(0, 12));
    }
  }

  private void terminology(Pinned.PinnedTerminology terminology) {
    out.println();
    out.printf(
        Locale.ROOT,
        "Terminology: %s  %,d concepts, %,d names, sha256 %s…%n",
        terminology.path(),
        terminology.concepts(),
        terminology.names(),
        terminology.sha256().substring(0, 12));
  }

  private void models() {
    if (!plan.pinned().models().isEmpty()) {
      out.println();
      out.println("Models");
    }
    for (Pinned.PinnedModel model : plan.pinned().models()) {
      out.printf(
          Locale.ROOT,
          "  %s  %s for %s on %s, sha256 %s…%n",
          model.path(),
          model.kind(),
          String.join(", ", model.languages()),
          model.encoder().name(),
          model.sha256().substring(0, 12));
    }
  }

  private void stages() {
    out.println();
    out.println("Stages, and the reasons for which they drop");
    for (Stage stage : plan.stages()) {
      out.printf(
          Locale.ROOT,
          "  %-12s %-13s %s%s%n",
          stage.name(),
          stage.line().equals(Stage.BOTH) ? "" : stage.line(),
          stage.does(),
          stage.drops().isEmpty() ? "" : ": " + String.join(", ", stage.drops()));
    }
  }

  private void estimate() {
    Outlook outlook = plan.outlook();
    out.println();
    out.println("Estimate");
    out.printf(Locale.ROOT, "  triples   %s%n", Amounts.count(outlook.triples(), outlook.exact()));
    if (!outlook.deadLetters().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "  unreadable in the sample of %,d lines: %s%n",
          outlook.sampled().lines(),
          outlook.deadLetters().entrySet().stream()
              .map((Map.Entry<String, Long> e) -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", ")));
    }
    out.printf(
        Locale.ROOT,
        "  time      %s (%s to %s) with %d workers on %d cores%n",
        Amounts.seconds(outlook.time().expected()),
        Amounts.seconds(outlook.time().low()),
        Amounts.seconds(outlook.time().high()),
        plan.job().runner().parallelism(),
        outlook.time().cores());
    out.printf(
        Locale.ROOT,
        "  memory    -Xmx%dm is enough; about %s beside it%n",
        outlook.memory().heap() >> 20,
        Amounts.bytes(outlook.memory().beside()));
  }
}
