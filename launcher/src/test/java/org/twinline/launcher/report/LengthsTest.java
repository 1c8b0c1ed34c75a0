package org.twinline.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LengthsTest {
  @Test
  void readsBinsFromTheFirstToTheLast() {
    Lengths lengths =
        Lengths.of(
            "cot",
            Map.of(
                "length.cot.6.kept", 2L,
                "length.cot.12.kept", 3L,
                "length.cot.16.dropped", 1L,
                "length.answer.1.kept", 9L));
    assertThat(lengths.bounds()).containsExactly(6L, 8L, 12L, 16L);
    assertThat(lengths.kept()).containsExactly(2L, 0L, 3L, 0L);
    assertThat(lengths.dropped()).containsExactly(0L, 0L, 0L, 1L);
    assertThat(lengths.shown()).containsExactly("6", "8", "12", "16", "24");
    assertThat(Lengths.median(lengths, lengths.kept())).isEqualTo("12–15");
    assertThat(Lengths.median(lengths, lengths.dropped())).isEqualTo("16–23");
  }

  @Test
  void theLastBinIsOpenAndTheFirstIsOneLength() {
    Lengths lengths =
        Lengths.of("cot", Map.of("length.cot.0.dropped", 1L, "length.cot.1048576.kept", 1L));
    assertThat(lengths.bounds()).hasSize(41).startsWith(0L, 1L, 2L, 3L, 4L, 6L);
    assertThat(lengths.shown()).endsWith("1,048,576", "∞");
    assertThat(Lengths.median(lengths, lengths.kept())).isEqualTo("1,048,576 or more");
    assertThat(Lengths.median(lengths, lengths.dropped())).isEqualTo("0");
  }

  @Test
  void whatIsNoBinIsNotRead() {
    Map<String, Long> odd =
        Map.of(
            "length.cot.5.kept", 1L,
            "length.cot.x.kept", 1L,
            "length.cot..kept", 1L,
            "length.cot.kept", 1L,
            "length.cot.-1.kept", 1L,
            "length.cot.99999999999999999999.kept", 1L,
            "length.cot.1572864.kept", 1L,
            "length.cot.8.kept", -4L);
    assertThat(Lengths.of("cot", odd).isEmpty()).isTrue();
    assertThat(Lengths.median(Lengths.of("cot", odd), Lengths.of("cot", odd).kept()))
        .isEqualTo("–");
  }
}
