package org.twinline.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NameProfileTest {
  private static double similarity(String a, String b) {
    double forth = NameProfile.of(a).similarity(NameProfile.of(b));
    assertThat(NameProfile.of(b).similarity(NameProfile.of(a))).isEqualTo(forth);
    return forth;
  }

  @Test
  void chineseIsDiceOverBigrams() {
    assertThat(similarity("急性心肌梗死", "心肌梗死")).isCloseTo(2 * 3 / 8.0, within(1e-12));
    assertThat(similarity("肺", "肺")).isEqualTo(1);
    assertThat(similarity("肺炎", "胃癌")).isEqualTo(0);
  }

  @Test
  void englishIsWordsAndTrigrams() {
    // words: 1 of 2 + 1; trigrams: " pn pne neu eum umo mon oni nia ia " is 9, " viral " is 5.
    assertThat(similarity("viral pneumonia", "pneumonia"))
        .isCloseTo((2 / 3.0 + 2 * 9 / 23.0) / 2, within(1e-12));
  }

  @Test
  void scriptsAreNotComparable() {
    assertThat(similarity("肺炎", "pneumonia")).isEqualTo(0);
    assertThat(NameProfile.of("肺炎").comparable(NameProfile.of("pneumonia"))).isFalse();
    assertThat(NameProfile.of("肺炎").comparable(NameProfile.of("胃癌"))).isTrue();
  }

  @Test
  void blankIsLikeNothing() {
    assertThat(similarity("", "")).isEqualTo(0);
    assertThat(similarity(" ", "肺炎")).isEqualTo(0);
  }
}
