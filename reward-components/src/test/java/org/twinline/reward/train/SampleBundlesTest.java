package org.twinline.reward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.djl.TestEncoder;

/** The heads that are committed below samples/models. */
class SampleBundlesTest {
  private static final String COMMAND =
      "mvn -pl reward-components -am test -Dtest=SampleBundlesTest -Dtwinline.retrain=true -Dsurefire.failIfNoSpecifiedTests=false";

  private static final Path SAMPLES =
      Path.of(System.getProperty("twinline.root", "..")).resolve("samples");
  private static final Path MODELS = SAMPLES.resolve("models");

  @Test
  void committedBundlesOpenAndBeatTheirBaselines() throws IOException {
    TestEncoder.card();
    for (String name : List.of("verifier", "preference")) {
      Path bundle = MODELS.resolve(name);
      assumeThat(bundle).exists();
      assertThat(Files.size(bundle.resolve(BundleCard.HEAD))).isLessThan(100_000);
      BundleCard.Quality quality = BundleCard.read(bundle).evidence().quality();
      for (Figures baseline : quality.baselines().values()) {
        assertThat(quality.heldOut().accuracy()).isGreaterThan(baseline.accuracy());
      }
    }
    BundleScorer.open(
            List.of(MODELS.resolve("verifier"), MODELS.resolve("preference")),
            TestEncoder.DIRECTORY)
        .close();
  }
}
