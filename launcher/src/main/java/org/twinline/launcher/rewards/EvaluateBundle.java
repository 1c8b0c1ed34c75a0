package org.twinline.launcher.rewards;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Terminal;
import org.twinline.reward.agreement.Proportion;
import org.twinline.reward.train.BundleEvaluation;
import org.twinline.reward.train.ScoreFigures;
import org.twinline.reward.train.TrainingSettings;

/** {@code twinline reward eval}. */
final class EvaluateBundle {
  private final Terminal terminal;
  private final boolean json;

  EvaluateBundle(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(Path bundle, Path data, boolean seen, TrainingSettings.Encoding encoders) {
    BundleEvaluation.Report report = BundleEvaluation.of(bundle, data, encoders, seen).report();
    if (json) {
      RewardJson.print(terminal, RewardJson.evaluation(report));
      return ExitCode.DONE;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%,d rows judged; left out: %,d of questions it was trained on, %,d of another language"
                + " or with a blank field%n",
            report.used(),
            report.trainedOn(),
            report.unused());
    terminal
        .out()
        .println(
            "                                     accuracy (95 % interval)    AUC  kappa    ECE       n");
    line("all", report.all());
    report
        .slices()
        .forEach(
            (slice, figures) -> figures.forEach((name, f) -> line("  " + slice + " " + name, f)));
    return ExitCode.DONE;
  }

  private void line(String name, ScoreFigures figures) {
    Proportion.Interval interval = figures.accuracy().wilson().orElseThrow();
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%-36s    %.3f (%.3f-%.3f)    %s  %s  %.3f %,7d%n",
            name,
            figures.accuracy().value().orElse(0),
            interval.low(),
            interval.high(),
            number(figures.auc()),
            number(figures.kappa()),
            figures.ece(),
            figures.n());
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%5.3f", value.getAsDouble()) : "    -";
  }
}
