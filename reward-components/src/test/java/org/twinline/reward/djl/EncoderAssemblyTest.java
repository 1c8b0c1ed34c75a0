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
import org.twinline.core.triple.Language;

class EncoderAssemblyTest {
  /** Of the one encoder that cards may refer to; another value means other bytes. */
  private static final String MODEL_SHA256 =
      "8ac7ecb6b79fd3ac1552b40f8a5ab340e2a1bf08932986ded0c4828635363909";

  @Test
  void outputIsDeterministicAndPinned() {
    EncoderCard card = TestEncoder.card();

    assertThat(card.files().model()).isEqualTo(MODEL_SHA256);
    assertThat(card.files().tokenizer()).startsWith("48cea5d4");
    assertThat(card.geometry()).isEqualTo(new EncoderCard.Geometry(512, 512, true, true));
    assertThat(card.licence()).isEqualTo("MIT");
    assertThat(EncoderCard.read(TestEncoder.DIRECTORY.resolve(PinnedEncoder.ZH.folder())))
        .isEqualTo(card);
  }

  @Test
  void englishEncoderIsPinnedToo() {
    EncoderCard card = TestEncoder.english();

    assertThat(card.files().model())
        .isEqualTo("a824f541a6516fd47db1d2551db212627031fd504b9b6e705d1cff8f2a95bae9");
    assertThat(card.geometry()).isEqualTo(new EncoderCard.Geometry(384, 512, true, true));
    assertThat(PinnedEncoder.of(Language.EN).folder()).isEqualTo(card.name());
  }

  @Test
  void wholeFolderIsReusedAndDamagedOneReplaced(@TempDir Path directory) throws IOException {
    EncoderCard card = EncoderAssembly.assemble(directory, PinnedEncoder.ZH);
    Path model = directory.resolve(PinnedEncoder.ZH.folder()).resolve(EncoderCard.MODEL);
    FileTime first = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(model, first);

    assertThat(EncoderAssembly.assemble(directory, PinnedEncoder.ZH)).isEqualTo(card);
    assertThat(Files.getLastModifiedTime(model)).isEqualTo(first);

    byte[] content = Files.readAllBytes(model);
    content[content.length / 2] ^= 1;
    Files.write(model, content);
    assertThat(EncoderAssembly.assemble(directory, PinnedEncoder.ZH)).isEqualTo(card);
    assertThat(ModelFiles.sha256(model)).isEqualTo(MODEL_SHA256);
    try (Stream<Path> entries = Files.list(directory)) {
      assertThat(entries).containsExactly(directory.resolve(PinnedEncoder.ZH.folder()));
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
    assertVectors(TestEncoder.card(), texts, List.of(17, 15, 152), expected);
  }

  /** Expected numbers are from ONNX Runtime on the ONNX file the encoder is made of. */
  @Test
  void englishVectorsEqualThoseOfOnnxRuntime() {
    List<String> texts =
        List.of(
            "What is the first-line treatment of acute myocardial infarction?",
            "The patient was given Aspirin 300 mg.",
            "Patients with hypertension should limit salt and take their medicines regularly. "
                .repeat(5));
    double[][] expected = {
      {
        -0.0547834001, -0.012310992, -0.0114189126, -0.0172654297,
        0.0357763097, -0.0512513183, 0.0124114761, 0.0325453132
      },
      {
        -0.0856141672, 0.0509661175, -0.0377583392, -0.00174921262,
        -0.02264609, -0.0371144675, 0.130432233, 0.0787948966
      },
      {
        -0.0196382962, 0.0268104058, 0.030246472, -0.0284852777,
        -0.0340868197, -0.00826261565, 0.101365983, -0.0146218836
      }
    };
    assertVectors(TestEncoder.english(), texts, List.of(18, 12, 67), expected);
  }

  private static void assertVectors(
      EncoderCard card, List<String> texts, List<Integer> tokens, double[][] expected) {
    try (TextEncoder session = TextEncoder.open(TestEncoder.DIRECTORY, card.ref())) {
      List<Encoded> encoded =
          session.encode(
              texts.stream().map(text -> new Text(text, 512, Text.Truncation.RIGHT)).toList());

      assertThat(encoded).extracting(Encoded::tokens).containsExactlyElementsOf(tokens);
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
