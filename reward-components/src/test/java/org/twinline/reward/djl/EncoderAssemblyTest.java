package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderAssemblyTest {
  /** Of the one encoder that cards may refer to; another value means other bytes. */
  private static final String MODEL_SHA256 =
      "2da243a3c8536db0c820a2b9585e36f58154b85181f36555b24352e3a291c09b";

  @Test
  void outputIsDeterministicAndPinned() {
    EncoderCard card = TestEncoder.card();

    assertThat(card.files().model()).isEqualTo(MODEL_SHA256);
    assertThat(card.files().tokenizer()).startsWith("48cea5d4");
    assertThat(card.geometry()).isEqualTo(new EncoderCard.Geometry(512, 512, true, true));
    assertThat(card.licence()).isEqualTo("MIT");
    assertThat(EncoderCard.read(TestEncoder.DIRECTORY.resolve(EncoderAssembly.NAME)))
        .isEqualTo(card);
  }

  @Test
  void wholeFolderIsReusedAndDamagedOneReplaced(@TempDir Path directory) throws IOException {
    EncoderCard card = EncoderAssembly.assemble(directory);
    Path model = directory.resolve(EncoderAssembly.NAME).resolve(EncoderCard.MODEL);
    FileTime first = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(model, first);

    assertThat(EncoderAssembly.assemble(directory)).isEqualTo(card);
    assertThat(Files.getLastModifiedTime(model)).isEqualTo(first);

    byte[] content = Files.readAllBytes(model);
    content[content.length / 2] ^= 1;
    Files.write(model, content);
    assertThat(EncoderAssembly.assemble(directory)).isEqualTo(card);
    assertThat(ModelFiles.sha256(model)).isEqualTo(MODEL_SHA256);
    try (Stream<Path> entries = Files.list(directory)) {
      assertThat(entries).containsExactly(directory.resolve(EncoderAssembly.NAME));
    }
  }

  /** Expected numbers are from ONNX Runtime on the ONNX file the encoder is made of. */
  @Test
  void vectorsEqualThoseOfOnnxRuntime() {
    List<String> texts =
        List.of(
            "急性心肌梗死的首选治疗是什么？",
            "The patient was given Aspirin 300 mg.",
            "高血压患者应限制钠盐摄入，并规律服用降压药物，监测血压变化。".repeat(5));
    double[][] expected = {
      {
        -0.0157658067, -0.0486832522, 0.00330346636, -0.0191823151,
        -0.0643936023, 0.0130953584, -0.0612536184, 0.0492737517
      },
      {
        -0.0192801636, 0.0149211911, 0.00379387266, -0.0502730943,
        0.0230636112, -0.025421232, -0.0923380479, 0.0423457511
      },
      {
        -0.0109145483, -0.0485741869, 0.00861416198, 0.0146385897,
        -0.00810128823, -0.0299692694, -0.032829877, -0.000857411476
      }
    };
    EncoderRef encoder = TestEncoder.card().ref();
    try (TextEncoder session = TextEncoder.open(TestEncoder.DIRECTORY, encoder)) {
      List<Encoded> encoded =
          session.encode(
              texts.stream().map(text -> new Text(text, 512, Text.Truncation.RIGHT)).toList());

      assertThat(encoded).extracting(Encoded::tokens).containsExactly(17, 15, 152);
      for (int i = 0; i < expected.length; i++) {
        for (int j = 0; j < expected[i].length; j++) {
          assertThat((double) encoded.get(i).vector()[j])
              .as("text %s, number %s", i, j)
              .isCloseTo(expected[i][j], within(1e-5));
        }
      }
    }
  }

  @Test
  void malformedOnnxIsRefused() {
    assertThatThrownBy(() -> OnnxInitializers.of(ByteBuffer.wrap(new byte[] {0x3a, 0x7f})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read ONNX: the message ends early");
  }
}
