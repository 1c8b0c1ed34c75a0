package org.twinline.reward.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceChaptersTest {
  @ParameterizedTest
  @CsvSource({
    "ICD10CM:I21.9, I00-I99",
    "ICD10:A41, A00-B99",
    "ICD10GB:M81.000, M00-M99",
    "ICD10:X, other",
    "ATC:N02BE01, other",
    "n3, unlinked"
  })
  void aCodeHasItsChapter(String code, String chapter) {
    assertThat(ReferenceChapters.chapter(code)).isEqualTo(chapter);
  }
}
