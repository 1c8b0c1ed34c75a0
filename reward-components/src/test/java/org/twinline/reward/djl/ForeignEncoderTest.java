package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bundle that {@code docs/models/huggingface/to_bundle.py} made of a tiny BERT of random numbers
 * (its README has the commands): a TorchScript that is not Twinline's own.
 */
class ForeignEncoderTest {
  private static final String MODEL =
      "ec1bb48cf8a65699d59245d0c32ebd7269178cf30fb9e5fe14a4a0d027b53da2";

  @TempDir Path directory;
  private Path bundle = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    bundle = Files.createDirectory(directory.resolve("tiny"));
    for (String file :
        List.of("card.json", "encoder.json", "head.safetensors", "model.pt", "tokenizer.json")) {
      try (InputStream in = ForeignEncoderTest.class.getResourceAsStream("tiny/" + file)) {
        Files.copy(Objects.requireNonNull(in, file), bundle.resolve(file));
      }
    }
  }

  private Encoders allowed(String... hashes) {
    return Encoders.in(directory.resolve("no-encoders")).allowing(List.of(hashes));
  }

  @Test
  void foreignCodeNeedsLeave() {
    assertThatThrownBy(() -> BundleScorer.open(bundle, allowed()))
        .isInstanceOf(UnusableModel.class)
        .hasMessage(
            "Cannot use %s: its TorchScript is not Twinline's own code, and what it does when it is run is not known; if you trust its source, allow its sha256 %s (models.allow of a job, --allow of a command)"
                .formatted(bundle.resolve("model.pt"), MODEL));
    assertThatThrownBy(() -> BundleScorer.open(bundle, allowed("0".repeat(64))))
        .isInstanceOf(UnusableModel.class);
    assertThatThrownBy(() -> allowed("model.pt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "illegal sha256 to allow: 'model.pt', must be 64 lower-case hexadecimal digits");
  }

  /** The card's golden scores are Python's; the loader holds its own against them. */
  @Test
  void scoresAreThoseOfPython() throws IOException {
    BundleCard card = BundleCard.read(bundle);
    BundleCard strict =
        new BundleCard(
            card.identity(),
            card.encoder(),
            card.inputs(),
            card.outputs(),
            new BundleCard.Evidence(
                card.evidence().training(),
                card.evidence().quality(),
                new BundleCard.Golden(1e-5, card.evidence().golden().examples())));
    Files.write(bundle.resolve(BundleCard.FILE), strict.toJson());

    try (BundleScorer scorer = BundleScorer.open(bundle, allowed(MODEL))) {
      assertThat(scorer.cards()).containsExactly(strict);
      assertThat(scorer.work().get("tiny")).extracting(TextEncoder.Work::texts).isEqualTo(2L);
    }
    assertThat(card.evidence().training()).isEmpty();
    assertThat(card.evidence().questionHashes()).isEmpty();
    assertThat(BundleCard.read(bundle)).isEqualTo(strict);
  }

  @Test
  void everyFileOfItsOwnIsChecked() throws IOException {
    byte[] tokenizer = Files.readAllBytes(bundle.resolve("tokenizer.json"));
    Files.write(
        bundle.resolve("tokenizer.json"), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThatThrownBy(() -> BundleScorer.open(bundle, allowed(MODEL)))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("tokenizer.json: its sha256 is ")
        .hasMessageContaining("restore the bundle or train it again");
    Files.write(bundle.resolve("tokenizer.json"), tokenizer);

    Files.delete(bundle.resolve("encoder.json"));
    assertThatThrownBy(() -> BundleScorer.open(bundle, allowed(MODEL)))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("encoder.json: it is missing; restore the bundle");
  }

  @Test
  void foreignCodeIsNotTrained() {
    EncoderPlace place = Bundle.read(bundle).encoder(allowed(MODEL));
    assertThat(place.own()).isTrue();
    assertThat(place.allowed()).isEqualTo(new TreeSet<>(List.of(MODEL)));
    assertThatThrownBy(() -> TrainableEncoder.open(place, 1, 1e-5))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("its TorchScript is not Twinline's own code; train a head on it");
  }
}
