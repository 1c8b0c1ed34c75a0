package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEncoderTest {
  private static final String SENTENCE = "高血压患者应限制钠盐摄入，并规律服用降压药物。";

  @Test
  void longTextIsTheMeanOfItsChunks() {
    String text = SENTENCE.repeat(10);
    try (TextEncoder session = TextEncoder.open(TestEncoder.DIRECTORY, TestEncoder.card().ref())) {
      Encoded whole = session.encode(List.of(chunked(text, 128))).get(0);

      assertThat(whole.cutTokens()).isZero();
      assertThat(session.work().chunked()).isEqualTo(1);
      assertThat(session.work().truncated()).isZero();
      // 230 characters are as many tokens: two chunks of 115 each, which end inside a sentence.
      assertThat(whole.tokens()).isEqualTo(232);
      Encoded first = session.encode(List.of(chunked(text.substring(0, 115), 128))).get(0);
      Encoded second = session.encode(List.of(chunked(text.substring(115), 128))).get(0);
      float[] mean = new float[first.vector().length];
      double squares = 0;
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (first.vector()[i] + second.vector()[i]) / 2;
        squares += (double) mean[i] * mean[i];
      }
      for (int i = 0; i < mean.length; i++) {
        assertThat((double) whole.vector()[i])
            .isCloseTo(mean[i] / Math.sqrt(squares), within(1e-5));
      }
    }
  }

  @Test
  void hugeTextIsBoundedAndWhatIsCutIsCounted() {
    String text = SENTENCE.repeat(200_000 / SENTENCE.length());
    try (TextEncoder session = TextEncoder.open(TestEncoder.DIRECTORY, TestEncoder.card().ref())) {
      Encoded encoded = session.encode(List.of(chunked(text, 34))).get(0);

      int read = TextEncoder.MOST_CHUNKS * (34 - 2);
      assertThat(encoded.tokens()).isEqualTo(text.length() + 2);
      assertThat(encoded.cutTokens()).isEqualTo(text.length() - read);
      assertThat(session.work().truncated()).isEqualTo(1);
      assertThat(session.work().tokens()).isEqualTo(read + 2L * TextEncoder.MOST_CHUNKS);
    }
  }

  @Test
  void shortTextIsTheSameWhateverBecomesOfLongOnes() {
    try (TextEncoder session = TextEncoder.open(TestEncoder.DIRECTORY, TestEncoder.card().ref())) {
      List<Encoded> encoded =
          session.encode(
              List.of(
                  chunked(SENTENCE, 512),
                  new Text(SENTENCE, 512, Text.Truncation.RIGHT),
                  new Text(SENTENCE, 512, Text.Truncation.LEFT)));

      assertThat(encoded.get(0).vector()).isEqualTo(encoded.get(1).vector());
      assertThat(encoded.get(0).vector()).isEqualTo(encoded.get(2).vector());
    }
  }

  private static Text chunked(String text, int limit) {
    return new Text(text, limit, Text.Truncation.CHUNKS);
  }
}
