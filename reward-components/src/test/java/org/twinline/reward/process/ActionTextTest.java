package org.twinline.reward.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.Language;

class ActionTextTest {
  private static String of(String cot, int index, Language language) {
    List<Step> steps = Steps.of(cot);
    return ActionText.of(cot, steps.get(index), language);
  }

  @Test
  void aStepStandsBetweenItsNeighbours() {
    String cot = "患者发热三天。可能是肺炎吧？先看胸片怎么样。";

    assertThat(of(cot, 1, Language.ZH)).isEqualTo("可能是肺炎吧？ | 患者发热三天。 | 先看胸片怎么样。");
    assertThat(of(cot, 0, Language.ZH)).isEqualTo("患者发热三天。 |  | 可能是肺炎吧？先看胸片怎么样。");
  }

  @Test
  void ofTheNeighboursOnlyTheNearestPartIsTaken() {
    String cot = "前".repeat(60) + "。可能是肺炎吧？" + "后".repeat(60) + "。";

    assertThat(of(cot, 1, Language.ZH))
        .isEqualTo("可能是肺炎吧？ | " + "前".repeat(39) + "。 | " + "后".repeat(20));
  }

  @Test
  void wordsStayWhole() {
    String before = "Considering ".repeat(20).trim() + ". ";
    String cot = before + "Could it be pneumonia? " + "Afterwards ".repeat(20).trim() + ".";
    String[] parts = of(cot, 1, Language.EN).split(" \\| ", -1);

    assertThat(parts[0]).isEqualTo("Could it be pneumonia?");
    assertThat(parts[1].trim()).startsWith("Considering ").hasSizeBetween(140, 160);
    assertThat(parts[2].trim()).endsWith("Afterwards").hasSizeBetween(60, 80);
  }

  @Test
  void ofALongStepTheMiddleIsLeftOut() {
    String cot = "始" + "甲".repeat(150) + "末。";

    assertThat(of(cot, 0, Language.ZH))
        .isEqualTo("始" + "甲".repeat(39) + " " + "甲".repeat(38) + "末。 |  | ");
  }

  @Test
  void noCharacterIsCutInTwo() {
    for (int shift = 0; shift < 4; shift++) {
      String cot = "甲".repeat(shift) + "𠮷".repeat(60) + "。" + "可能是𠮷吗？" + "𠮷".repeat(60) + "。";
      for (int i = 0; i < Steps.of(cot).size(); i++) {
        String text = of(cot, i, Language.ZH);
        assertThat(text.codePoints().filter(c -> c >= 0xd800 && c <= 0xdfff)).isEmpty();
      }
    }
  }

  @Test
  void aSingleEndlessWordIsCut() {
    String cot = "a".repeat(3_000);

    assertThat(of(cot, 1, Language.EN).length()).isBetween(400, 700);
  }
}
