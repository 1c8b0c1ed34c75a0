package org.twinline.reward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.PinnedEncoder;
import org.twinline.reward.djl.TestEncoder;

class EncoderTuningTest {
  private static final List<String> GOOD = List.of("尽快就医", "按时服药", "监测体温", "住院观察");
  private static final List<String> BAD = List.of("球队夺冠", "门票售完", "裁判吹哨", "观众散场");

  @TempDir Path directory;

  @Test
  void theEncoderLearnsAndItsBundleStandsAlone() throws IOException {
    Path data = pairs("pairs.jsonl", 60);

    TrainingResult first = tune(data, "first", new TrainingSettings.Tuning(3, 1e-4, 1, 64));
    TrainingResult second = tune(data, "second", new TrainingSettings.Tuning(3, 1e-4, 1, 64));

    List<TrainingResult.Epoch> curve = first.fits().get(0).curve();
    int kept = first.fits().get(0).chosen().epoch();
    assertThat(kept).as(curve.toString()).isPositive();
    assertThat(curve.get(kept).validationLoss()).isLessThan(curve.get(0).validationLoss());
    // One layer of four: attention and feed-forward with their norms.
    assertThat(first.tuning()).map(TrainingResult.Tuning::size).contains(3_152_384L);
    assertThat(first.card()).isEqualTo(second.card());

    EncoderCard frozen = TestEncoder.card();
    EncoderCard own = EncoderCard.read(directory.resolve("first"));
    assertThat(own.files().model()).isNotEqualTo(frozen.files().model());
    assertThat(own.files().tokenizer()).isEqualTo(frozen.files().tokenizer());
    assertThat(own.source().model()).isEqualTo(frozen.files().model());
    assertThat(first.card().encoder()).isEqualTo(own.ref());
    assertThat(first.card().evidence().quality().baselines()).containsKey(HeadTraining.FROZEN);
    // Read back from its own folder, its golden scores come out again.
    BundleScorer.open(directory.resolve("first"), directory.resolve("no-encoders")).close();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("."))).isEmpty();
    }
  }

  @Test
  void theFrozenBundleIsWrittenWhereNothingBecomesBetter() throws IOException {
    Path data = pairs("pairs.jsonl", 20);

    // A rate so small that no weight changes.
    TrainingResult result = tune(data, "same", new TrainingSettings.Tuning(1, 1e-12, 4, 64));

    assertThat(result.fits().get(0).chosen().epoch()).isZero();
    assertThat(result.card().encoder()).isEqualTo(TestEncoder.card().ref());
    assertThat(directory.resolve("same/model.pt")).doesNotExist();
    assertThat(result.card().evidence().quality().baselines())
        .doesNotContainKey(HeadTraining.FROZEN);
  }

  @Test
  void settingsAreBounded() {
    assertThatThrownBy(() -> new TrainingSettings.Tuning(0, 1e-5, 1, 64))
        .hasMessage("illegal epochs: 0, must be 1 to 100");
    assertThatThrownBy(() -> new TrainingSettings.Tuning(1, 0.1, 1, 64))
        .hasMessage("illegal learning rate: 0.1, must be above 0 and at most 0.01");
    assertThatThrownBy(() -> new TrainingSettings.Tuning(1, 1e-5, 0, 64))
        .hasMessage("illegal layers: 0, must be at least 1");
    assertThatThrownBy(() -> new TrainingSettings.Tuning(1, 1e-5, 1, 600))
        .hasMessage("illegal tokens: 600, must be 16 to 512");
  }

  private Path pairs(String name, int questions) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      boolean tie = i % 5 == 4;
      lines.add(
          "{\"question\":\"第%d问\",\"chosen\":\"%s\",\"rejected\":\"%s\",\"language\":\"zh\",\"tie\":%s}"
              .formatted(
                  i,
                  GOOD.get(i % 4) + GOOD.get((i + 1) % 4),
                  (tie ? GOOD : BAD).get(i % 4) + BAD.get((i + 2) % 4),
                  tie));
    }
    return Files.write(directory.resolve(name), lines);
  }

  private TrainingResult tune(Path data, String bundle, TrainingSettings.Tuning tuning) {
    TestEncoder.card();
    return HeadTraining.of(
        BundleCard.Kind.PREFERENCE,
        new TrainingSettings(
            data,
            TrainingSettings.Encoding.of(TestEncoder.DIRECTORY, PinnedEncoder.ZH),
            new TrainingSettings.Target(
                directory.resolve(bundle), "tuned", Set.of(Language.ZH), "Apache-2.0", "a test"),
            // Heads that are not done, so that there is something to learn.
            new TrainingSettings.Fit(17, 0.2, 5, 1, List.of(0.01), Set.of()),
            Optional.of(tuning)));
  }
}
