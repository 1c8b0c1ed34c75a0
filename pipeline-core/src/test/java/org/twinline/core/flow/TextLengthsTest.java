package org.twinline.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLengthsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "2, 2",
    "3, 3",
    "4, 4",
    "5, 4",
    "6, 6",
    "7, 6",
    "8, 8",
    "11, 8",
    "12, 12",
    "1023, 768",
    "1024, 1024",
    "1535, 1024",
    "1536, 1536",
    "1048576, 1048576",
    "1600000, 1048576",
    "2147483647, 1048576"
  })
  void aBinBeginsAtItsName(int length, int from) {
    assertThat(TextLengths.bin(length)).isEqualTo(from);
  }

  @Test
  void binsRise() {
    for (int n = 1; n < 5_000; n++) {
      assertThat(TextLengths.bin(n)).isBetween(TextLengths.bin(n - 1), n);
    }
  }
}
