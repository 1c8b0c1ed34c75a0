package org.twinline.reward.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.EncoderAssembly;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.Encoders;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.djl.StepLogits;
import org.twinline.reward.djl.TestEncoder;

/** The heads that are committed below samples/models. */
class SampleBundlesTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("twinline.root", "..")).resolve("samples");
  private static final Path MODELS = SAMPLES.resolve("models");

  private static final List<String> NAMES =
      List.of("verifier-zh", "verifier-en", "preference-zh", "preference-en");

  @Test
  void committedBundlesOpenTogetherAndBeatTheirBaselines() throws IOException {
    TestEncoder.card();
    TestEncoder.english();
    for (String name : NAMES) {
      Path bundle = MODELS.resolve(name);
      assertThat(Files.size(bundle.resolve(BundleCard.HEAD))).isLessThan(100_000);
      BundleCard.Quality quality = BundleCard.read(bundle).evidence().quality();
      for (Figures baseline : quality.baselines().values()) {
        assertThat(quality.heldOut().accuracy()).isGreaterThan(baseline.accuracy());
      }
    }
    BundleScorer.open(NAMES.stream().map(MODELS::resolve).toList(), TestEncoder.DIRECTORY).close();
  }

  @Test
  void committedActionsBundlesOpenOnTheirAdaptedEncodersAndBeatTheCommonestAction() {
    for (String name : List.of("actions-zh", "actions-en")) {
      Path bundle = MODELS.resolve(name);
      EncoderCard encoder = EncoderAssembly.assemble(TestEncoder.DIRECTORY, bundle).orElseThrow();
      BundleCard card = BundleCard.read(bundle);

      assertThat(encoder.ref()).isEqualTo(card.encoder());
      assertThat(encoder.source().adapter()).isPresent();
      BundleCard.Quality quality = card.evidence().quality();
      assertThat(quality.baselines()).containsOnlyKeys("commonest_action");
      for (Figures baseline : quality.baselines().values()) {
        assertThat(quality.heldOut().accuracy()).isGreaterThan(2 * baseline.accuracy());
      }
      StepLogits.open(bundle, Encoders.in(TestEncoder.DIRECTORY)).close();
    }
  }
}
