package org.twinline.launcher.rewards;

import java.nio.file.Path;
import java.util.Locale;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Terminal;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.train.BundleEvaluation;
import org.twinline.reward.train.TrainingSettings;

/** {@code twinline reward calibrate}. */
final class CalibrateBundle {
  private final Terminal terminal;
  private final boolean json;

  CalibrateBundle(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(
      Path bundle, Path data, Path output, boolean seen, TrainingSettings.Encoding encoders) {
    Bundle.requireFree(output);
    BundleEvaluation evaluation = BundleEvaluation.of(bundle, data, encoders, seen);
    BundleEvaluation.Recalibration result = evaluation.recalibrated();
    evaluation.write(output, result);
    if (json) {
      RewardJson.print(terminal, RewardJson.recalibration(result));
    } else {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "calibrated on %,d rows; expected calibration error out of fold %.3f, before %.3f;"
                  + " wrote %s%n",
              result.rows(),
              result.eceAfter(),
              result.eceBefore(),
              output);
    }
    return ExitCode.DONE;
  }
}
