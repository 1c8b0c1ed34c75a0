package org.twinline.launcher.rewards;

import java.util.List;
import java.util.Locale;
import org.twinline.reward.train.TrainingResult;

/** A learning curve in characters: two rows of eight levels each, and their ends as numbers. */
final class CurveText {
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private static final int WIDTH = 60;

  private CurveText() {}

  /** Both losses over the epochs; the mark below is the epoch that was kept. */
  static String of(List<TrainingResult.Epoch> curve, int kept) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (TrainingResult.Epoch epoch : curve) {
      least = Math.min(least, Math.min(epoch.trainingLoss(), epoch.validationLoss()));
      most = Math.max(most, Math.max(epoch.trainingLoss(), epoch.validationLoss()));
    }
    int width = Math.min(WIDTH, curve.size());
    StringBuilder training = new StringBuilder();
    StringBuilder validation = new StringBuilder();
    StringBuilder mark = new StringBuilder();
    for (int column = 0; column < width; column++) {
      TrainingResult.Epoch epoch = curve.get(index(column, width, curve.size()));
      training.append(level(epoch.trainingLoss(), least, most));
      validation.append(level(epoch.validationLoss(), least, most));
      boolean here =
          kept >= index(column, width, curve.size())
              && (column == width - 1 || kept < index(column + 1, width, curve.size()));
      mark.append(here ? '^' : ' ');
    }
    TrainingResult.Epoch first = curve.get(0);
    TrainingResult.Epoch last = curve.get(kept);
    return row("training", training, first.trainingLoss(), last.trainingLoss())
        + row("validation", validation, first.validationLoss(), last.validationLoss())
        + "             "
        + mark.toString().stripTrailing()
        + "\n";
  }

  private static int index(int column, int width, int epochs) {
    return width == 1 ? 0 : (int) ((long) column * (epochs - 1) / (width - 1));
  }

  private static char level(double value, double least, double most) {
    double share = most > least ? (value - least) / (most - least) : 0;
    return LEVELS.charAt((int) Math.round(share * (LEVELS.length() - 1)));
  }

  private static String row(String name, CharSequence levels, double first, double last) {
    return String.format(Locale.ROOT, "  %-10s %s  %.4f → %.4f%n", name, levels, first, last);
  }
}
