package org.twinline.launcher.rewards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.RewardActions;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.report.CurvePicture;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.djl.PinnedEncoder;
import org.twinline.reward.train.HeadTraining;
import org.twinline.reward.train.TrainingResult;
import org.twinline.reward.train.TrainingSettings;

/** {@code twinline reward train}. */
final class TrainBundle {
  /** The picture's name in the bundle's folder. */
  private static final String PICTURE = "learning-curve.svg";

  private final Terminal terminal;
  private final boolean json;

  TrainBundle(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(RewardActions.Training training, TrainingSettings.Encoding encoders) {
    String encoder =
        training.encoder().orElseGet(() -> PinnedEncoder.of(training.language()).folder());
    TrainingSettings settings =
        new TrainingSettings(
            training.data(),
            new TrainingSettings.Encoding(
                encoders.encoders(), encoder, encoders.cache(), encoders.threads()),
            new TrainingSettings.Target(
                training.output(),
                training.name().orElseGet(() -> folderName(training.output())),
                Set.of(training.language()),
                training.licence(),
                command(training)),
            fit(training),
            training.tuning());
    TrainingResult result = HeadTraining.of(training.kind(), settings);
    writePicture(training.output().resolve(PICTURE), result);
    if (json) {
      RewardJson.print(terminal, RewardJson.training(result));
    } else {
      show(result, training.output());
    }
    return ExitCode.DONE;
  }

  private static TrainingSettings.Fit fit(RewardActions.Training training) {
    TrainingSettings.Fit usual = TrainingSettings.Fit.DEFAULTS;
    return new TrainingSettings.Fit(
        training.seed(),
        usual.heldOut(),
        usual.folds(),
        usual.maximumEpochs(),
        usual.strengths(),
        training.unseen());
  }

  private static String folderName(Path output) {
    Path name = output.toAbsolutePath().normalize().getFileName();
    return name == null ? "bundle" : name.toString();
  }

  /** The command that trains it again; paths are reduced to names, which say enough. */
  private static String command(RewardActions.Training training) {
    return "twinline reward train --data %s --kind %s --language %s --seed %d%s%s --output %s"
        .formatted(
            training.data().getFileName(),
            training.kind().name().toLowerCase(Locale.ROOT),
            training.language().name().toLowerCase(Locale.ROOT),
            training.seed(),
            training.unseen().isEmpty()
                ? ""
                : " --unseen " + String.join(",", new java.util.TreeSet<>(training.unseen())),
            training.tuning().map(TrainBundle::tuning).orElse(""),
            folderName(training.output()));
  }

  private static String tuning(TrainingSettings.Tuning tuning) {
    return String.format(
        Locale.ROOT,
        " --fine-tune --epochs %d --learning-rate %s --layers %d --tokens %d",
        tuning.epochs(),
        tuning.learningRate(),
        tuning.layers(),
        tuning.maximumTokens());
  }

  private static void writePicture(Path file, TrainingResult result) {
    try {
      Files.write(file, CurvePicture.of(result).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private void show(TrainingResult result, Path output) {
    for (TrainingResult.Fit fit : result.fits()) {
      printf("%s%n", fit.dimension());
      terminal.out().print(CurveText.of(fit.curve(), fit.chosen().epoch()));
      if (result.tuning().isEmpty()) {
        printf("  kept epoch %d, L2 %s%n", fit.chosen().epoch(), fit.chosen().strength());
      } else {
        showTuning(result.tuning().get(), fit.chosen().epoch());
      }
    }
    printf(
        "%,d rows fitted, %,d held out, %,d not used; %,d texts, %,d of them encoded in %.1f s;"
            + " fitted in %.1f s%n",
        result.rows().fitted(),
        result.rows().heldOut(),
        result.rows().unused(),
        result.texts().distinct(),
        result.texts().encoded(),
        result.times().encoding().toMillis() / 1e3,
        result.times().fitting().toMillis() / 1e3);
    BundleCard.Quality quality = result.card().evidence().quality();
    line("held out", quality.heldOut());
    for (Map.Entry<String, Figures> baseline : quality.baselines().entrySet()) {
      line("  baseline " + baseline.getKey(), baseline.getValue());
    }
    quality.crossValidated().ifPresent(figures -> line("cross-validated", figures));
    for (Map.Entry<String, SortedMap<String, Figures>> slice : quality.slices().entrySet()) {
      slice.getValue().forEach((name, f) -> line("  " + slice.getKey() + " " + name, f));
    }
    double best =
        quality.baselines().values().stream().mapToDouble(Figures::accuracy).max().orElse(0);
    printf(
        "%s the best baseline by %.1f points; wrote %s%n",
        quality.heldOut().accuracy() > best ? "beats" : "does NOT beat",
        Math.abs(quality.heldOut().accuracy() - best) * 100,
        output);
  }

  private void showTuning(TrainingResult.Tuning tuning, int epoch) {
    printf("  %,d weights of the encoder learnt", tuning.size());
    if (tuning.cutTexts() > 0) {
      printf("; of %,d texts over --tokens only a part was read", tuning.cutTexts());
    }
    printf(
        epoch > 0
            ? "%n  kept epoch %d, baseline frozen is the encoder as it was%n"
            : "%n  no epoch was better on the validation rows: the bundle is that of the frozen"
                + " encoder%n",
        epoch);
  }

  private void line(String name, Figures figures) {
    printf(
        "%-36s accuracy %.3f  AUC %s  n %,d%n",
        name,
        figures.accuracy(),
        figures.auc().isPresent()
            ? String.format(Locale.ROOT, "%.3f", figures.auc().getAsDouble())
            : "    -",
        figures.n());
  }

  private void printf(String format, Object... arguments) {
    terminal.out().printf(Locale.ROOT, format, arguments);
  }
}
