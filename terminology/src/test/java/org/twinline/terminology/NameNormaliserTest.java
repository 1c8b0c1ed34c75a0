package org.twinline.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameNormaliserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "２型糖尿病|2型糖尿病",
        "2 型 糖尿病|2型糖尿病",
        "Ⅱ型糖尿病|ii型糖尿病",
        "高血压病（3级）|高血压病3级",
        "Non-ST elevation|non st elevation",
        "Crohn’s disease|crohns disease",
        "Ménière's|menieres",
        "Pneumonia, unspecified organism|pneumonia unspecified organism",
        "  a  b ,, c |a b c",
        "vitamin B12 0.5 mg|vitamin b12 0.5 mg",
        "1,000 U|1000 u",
        "肺​炎|肺炎",
        "ＡＭＩ|ami",
      })
  void foldsNames(String raw, String folded) {
    assertThat(NameNormaliser.name(raw)).isEqualTo(folded);
  }

  @Test
  void isIdempotent() {
    long seed = Long.getLong("twinline.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder raw = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        raw.append(
            (char) (random.nextInt(4) == 0 ? random.nextInt(0xd800) : ' ' + random.nextInt(90)));
      }
      String once = NameNormaliser.name(raw.toString());
      assertThat(NameNormaliser.name(once))
          .as("-Dtwinline.seed=%s, round %s", seed, round)
          .isEqualTo(once);
    }
  }

  @Test
  void textKeepsWhatNoNameCrossesAndItsOffsets() {
    NameNormaliser.Folded text = NameNormaliser.text("高血压、肾病。ＡＢ c, d");
    assertThat(text).hasToString("高血压、肾病\nab c,d");
    assertThat(text.rawStart(4)).isEqualTo(4);
    assertThat(text.rawEnd(text.length() - 1)).isEqualTo(14);
  }
}
