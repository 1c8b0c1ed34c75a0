package org.twinline.terminology.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TranslationTableTest {
  private static float probability(TranslationTable table, char from, char to) {
    int row = table.row(from);
    for (int e = row < 0 ? 0 : table.start(row); row >= 0 && e < table.end(row); e++) {
      if (table.gram(e) == to) {
        return table.probability(e);
      }
    }
    return 0;
  }

  private static TranslationTrainer trainer() {
    TranslationTrainer trainer = new TranslationTrainer();
    String[] sites = {"肝", "胃", "肺", "肾", "骨"};
    for (String site : sites) {
      trainer.add(site + "癌", site + "恶性肿瘤");
      trainer.add(site + "炎", site + "炎");
    }
    return trainer;
  }

  @Test
  void learnsWhichSignsStandForWhich() {
    TranslationTable table = trainer().fit().table();
    assertThat(probability(table, '癌', '恶')).isGreaterThan(0.05f);
    assertThat(probability(table, '肝', '肝')).isGreaterThan(probability(table, '癌', '肝'));
    assertThat(probability(table, '炎', '恶')).isZero();
    assertThat(table.row('脾')).isEqualTo(-1);
  }

  @Test
  void frequenciesAreThoseOfTheNames() {
    TranslationTable table = trainer().fit().table();
    assertThat(table.frequency('恶')).isGreaterThan(table.frequency('肝'));
    assertThat(table.frequency('癌')).isEqualTo(1e-6f);
  }

  @Test
  void logarithmsAreCloseEnough() {
    for (float x = 1e-5f; x < 3; x *= 1.01f) {
      assertThat((double) FastLog.of(x)).isBetween(Math.log(x) - 2e-4, Math.log(x) + 2e-4);
    }
  }
}
