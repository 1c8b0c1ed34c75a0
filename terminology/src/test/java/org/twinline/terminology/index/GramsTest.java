package org.twinline.terminology.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GramsTest {
  private final Grams grams = new Grams();

  @Test
  void charactersAndBigramsOfChinese() {
    assertThat(keys("肺炎肺")).containsExactly(0x708eL, 0x80baL, 0x708e80baL, 0x80ba708eL);
  }

  @Test
  void wordsAndTheirPaddedTrigrams() {
    List<Long> keys = keys("ab");
    assertThat(keys.subList(1, 3)).containsExactly(0x2000610062L, 0x6100620020L);
    assertThat(keys.get(0)).isNegative();
    assertThat(keys("ab ab")).isEqualTo(keys);
    assertThat(keys("ac")).doesNotContainAnyElementsOf(keys);
  }

  @Test
  void aLongFormIsCut() {
    assertThat(keys("肺炎".repeat(1000))).hasSize(4);
    StringBuilder many = new StringBuilder();
    for (char c = 0x4e00; c < 0x4e00 + 1000; c++) {
      many.append(c);
    }
    assertThat(keys(many.toString())).hasSize(Grams.MAX);
  }

  @Test
  void bytesLoseLeadingZerosOnly() {
    byte[] bytes = new byte[8];
    assertThat(Grams.encode(0x80baL, bytes)).isEqualTo(2);
    assertThat(bytes).startsWith(0x80, 0xba);
    assertThat(Grams.encode(0x2000610062L, bytes)).isEqualTo(5);
    assertThat(bytes).startsWith(0x20, 0x00, 0x61, 0x00, 0x62);
    assertThat(Grams.encode(Long.MIN_VALUE, bytes)).isEqualTo(8);
  }

  private List<Long> keys(String form) {
    grams.of(form);
    List<Long> keys = new ArrayList<>();
    for (int i = 0; i < grams.size(); i++) {
      keys.add(grams.key(i));
    }
    return keys;
  }
}
