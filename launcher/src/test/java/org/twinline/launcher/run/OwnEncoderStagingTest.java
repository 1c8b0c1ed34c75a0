package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.twinline.launcher.run.Workplace.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.resource.ResourceCache;
import org.twinline.core.resource.ResourceRef;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.UnusableModel;
import org.twinline.reward.step.ModelJob;
import org.twinline.reward.step.ScorePreference;

/** To workers without this disk a bundle travels with its encoder, and the leave with the job. */
class OwnEncoderStagingTest {
  /** The tests' bundle of a converted model with random weights. */
  private static final Path TINY =
      ROOT.resolve("reward-components/src/test/resources/org/twinline/reward/djl/tiny");

  private static final String MODEL =
      "ec1bb48cf8a65699d59245d0c32ebd7269178cf30fb9e5fe14a4a0d027b53da2";

  @TempDir Path directory;

  @Test
  void theEncoderTravelsWithItsBundle() throws IOException {
    Path bundle = Files.createDirectory(directory.resolve("tiny"));
    try (Stream<Path> files = Files.list(TINY)) {
      for (Path file : files.toList()) {
        Files.copy(file, bundle.resolve(file.getFileName()));
      }
    }
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    ResourceRef local = new ResourceRef(bundle.toString(), BundleCard.read(bundle).sha256());
    String remote = directory.resolve("remote").toUri().toString();
    ResourceRef laid = ResourceCache.lay(local, remote, file -> true);
    System.setProperty(ResourceCache.FOLDER, directory.resolve("cache").toString());
    try {
      ScorePreference allowed = ScorePreference.by(new ModelJob(laid, laid, List.of(MODEL)));
      allowed.open();
      allowed.close();
      assertThat(laid.path()).isNotEqualTo(bundle);
      assertThat(laid.path().resolve("model.pt"))
          .hasSameBinaryContentAs(bundle.resolve("model.pt"));
      assertThatThrownBy(() -> ScorePreference.by(new ModelJob(laid, laid)).open())
          .isInstanceOf(UnusableModel.class)
          .hasMessageContaining("allow its sha256 " + MODEL);
    } finally {
      System.clearProperty(ResourceCache.FOLDER);
    }
  }
}
