package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleFormatTest {
  @TempDir Path directory;
  private Path bundle = Path.of("");
  private Path card = Path.of("");
  private Path head = Path.of("");

  @BeforeEach
  void writeBundle() {
    bundle = Bundles.write(directory.resolve("verifier"));
    card = bundle.resolve(BundleCard.FILE);
    head = bundle.resolve(BundleCard.HEAD);
  }

  @Test
  void cardAndHeadSurviveARoundTrip() throws IOException {
    BundleCard read = BundleCard.read(bundle);

    assertThat(read).isEqualTo(Bundles.card(Bundles.cosineHead()));
    assertThat(read.toJson()).isEqualTo(Files.readAllBytes(card));
    assertThat(Files.readAllBytes(head)).isEqualTo(Bundles.cosineHead().toBytes());
    BundleScorer.open(bundle, TestEncoder.DIRECTORY).close();
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(head);
    assertUnusable().hasMessageContaining(head + ": it is missing; restore the bundle");
    Files.delete(card);
    assertUnusable().hasMessageContaining(card + ": it is missing; restore the bundle");
  }

  @Test
  void changedHeadIsRefusedWithBothHashes() throws IOException {
    byte[] content = Files.readAllBytes(head);
    String expected = ModelFiles.sha256(content);
    content[content.length - 1] ^= 1;
    Files.write(head, content);
    assertUnusable()
        .hasMessage(
            "Cannot use %s: its sha256 is %s, expected %s; restore the bundle or train it again"
                .formatted(head, ModelFiles.sha256(content), expected));

    Files.write(head, Arrays.copyOf(content, 100));
    assertUnusable().hasMessageContaining(expected);
  }

  @Test
  void headOfAnotherSizeIsRefusedThoughItsHashFits() throws IOException {
    byte[] content = new LinearHead(new float[][] {{1, 2}}, new float[] {0}).toBytes();
    String expected = ModelFiles.sha256(Files.readAllBytes(head));
    Files.write(head, content);
    replaceInCard(expected, ModelFiles.sha256(content));

    assertUnusable()
        .hasMessageContaining(
            "expected tensors bias [1] and weight [1, 2048], found [bias [1], weight [1, 2]]");
  }

  @Test
  void headWithNanIsRefusedThoughItsHashFits() throws IOException {
    float[] weights = new float[2048];
    weights[7] = Float.NaN;
    byte[] content = new LinearHead(new float[][] {weights}, new float[] {0}).toBytes();
    String expected = ModelFiles.sha256(Files.readAllBytes(head));
    Files.write(head, content);
    replaceInCard(expected, ModelFiles.sha256(content));

    assertUnusable().hasMessageContaining("number 7 of tensor 'weight' is NaN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\" : 2 | \"format\" : 1 | 'format' must be a whole number between 2 and 2",
        "\"truncation\" : \"right\" | \"truncation\" : \"right\", \"colour\" : 1 | unknown key 'inputs.colour', known here: features, maximum_tokens, templates, truncation",
        "\"truncation\" : \"right\" | \"truncation\" : \"middle\" | 'inputs.truncation' must be right, left or chunks",
        "\"maximum_tokens\" : 512 | \"maximum_tokens\" : 513 | 'inputs.maximum_tokens' must be a whole number between 3 and 512",
        "{reference} | {gold} | unknown placeholder {gold}",
        "\"licence\" : \"Apache-2.0\", | | missing key 'licence'",
        "\"licence\" : | \"licence\" : 1, \"licence\" : | Duplicate field 'licence'",
        "\"zh\" ] | \"fr\" ] | 'languages' must be of zh, en",
        "bge-small-zh-v1.5 | ../encoder | illegal encoder name: '../encoder'",
        "\"kind\" : \"verifier\" | \"kind\" : true | 'kind' must be a string",
      })
  void malformedCardIsRefusedByKey(String found, String replacement, String message)
      throws IOException {
    replaceInCard(found, replacement == null ? "" : replacement);

    assertUnusable()
        .hasMessageStartingWith("Cannot use " + card + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void anotherEncoderIsRefusedWithBothHashes() throws IOException {
    String sha256 = TestEncoder.card().files().model();
    String other = "f".repeat(64);
    replaceInCard(sha256, other);

    assertUnusable()
        .hasMessageContaining("model sha256 " + sha256)
        .hasMessageContaining("the bundle needs " + other);
  }

  @Test
  void missingEncoderSaysWhatToDo() {
    assertThatThrownBy(() -> BundleScorer.open(bundle, directory.resolve("none")))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("encoder.json: it is missing")
        .hasMessageContaining("assemble it again");
  }

  @Test
  void changedTokenizerIsRefused() throws IOException {
    Path copy = directory.resolve("encoders").resolve(PinnedEncoder.ZH.folder());
    Files.createDirectories(copy);
    Path original = TestEncoder.DIRECTORY.resolve(PinnedEncoder.ZH.folder()).toAbsolutePath();
    Files.copy(original.resolve(EncoderCard.FILE), copy.resolve(EncoderCard.FILE));
    Files.writeString(copy.resolve(EncoderCard.TOKENIZER), "{}");

    assertThatThrownBy(() -> BundleScorer.open(bundle, directory.resolve("encoders")))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("tokenizer.json: its sha256 is ")
        .hasMessageContaining("expected " + TestEncoder.card().files().tokenizer());
  }

  @Test
  void goldenScoreIsChecked() throws IOException {
    String json = Files.readString(card);
    Files.writeString(
        card, json.replaceAll("\"scores\" : \\[ [0-9.]+ \\]", "\"scores\" : [ 0.1 ]"));

    assertUnusable()
        .hasMessageContaining("golden input 0 gives verifier 0.")
        .hasMessageContaining("expected 0.1 within 1.0E-4");
  }

  @Test
  void bundleIsNotWrittenOverAnother() {
    LinearHead other = Bundles.cosineHead();
    assertThatThrownBy(() -> Bundle.write(bundle, Bundles.card(other), other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot write a bundle to %s: it is not empty; delete it or name another"
                .formatted(bundle));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertUnusable() {
    return assertThatThrownBy(() -> BundleScorer.open(bundle, TestEncoder.DIRECTORY))
        .isInstanceOf(UnusableModel.class);
  }

  private void replaceInCard(String found, String replacement) throws IOException {
    String json = Files.readString(card);
    assertThat(json).contains(found);
    Files.write(card, json.replace(found, replacement).getBytes(StandardCharsets.UTF_8));
  }
}
