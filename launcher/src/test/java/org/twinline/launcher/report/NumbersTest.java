package org.twinline.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void roundsScoresToThreeDigits() {
    assertThat(Numbers.score(0.93)).isEqualTo("0.93");
    assertThat(Numbers.score(2.0 / 3)).isEqualTo("0.667");
    assertThat(Numbers.score(0.9999)).isEqualTo("0.999");
    assertThat(Numbers.score(0.05123)).isEqualTo("0.051");
    assertThat(Numbers.score(0.0001)).isEqualTo("under 0.001");
    assertThat(Numbers.score(1)).isEqualTo("1");
    assertThat(Numbers.score(0)).isEqualTo("0");
    assertThat(Numbers.score(-12.345)).isEqualTo("-12.3");
    assertThat(Numbers.score(1234.5)).isEqualTo("1235");
    assertThat(Numbers.score(Double.NaN)).isEqualTo("not a number");
  }

  @Test
  void neverRoundsAShareToNothingOrAll() {
    assertThat(Numbers.percent(1, 3)).isEqualTo("33.3 %");
    assertThat(Numbers.percent(1, 1_000_000)).isEqualTo("< 0.1 %");
    assertThat(Numbers.percent(999_999, 1_000_000)).isEqualTo("> 99.9 %");
    assertThat(Numbers.percent(0, 5)).isEqualTo("0.0 %");
    assertThat(Numbers.percent(5, 5)).isEqualTo("100.0 %");
    assertThat(Numbers.percent(0, 0)).isEqualTo("–");
  }

  @Test
  void writesUnits() {
    assertThat(Numbers.bytes(1)).isEqualTo("1 byte");
    assertThat(Numbers.bytes(123_456)).isEqualTo("121 KiB");
    assertThat(Numbers.bytes(5L << 30)).isEqualTo("5 GiB");
    assertThat(Numbers.duration(31.2)).isEqualTo("31.2 s");
    assertThat(Numbers.duration(252)).isEqualTo("4 min 12 s");
    assertThat(Numbers.duration(7500)).isEqualTo("2 h 5 min");
    assertThat(Numbers.count(1_234_567)).isEqualTo("1,234,567");
  }
}
