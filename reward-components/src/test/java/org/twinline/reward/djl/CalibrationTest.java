package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void isotonicIsALineBetweenPointsAndLevelBeyond() {
    Calibration scale = new Calibration.Isotonic(List.of(-2.0, 0.0, 4.0), List.of(0.1, 0.5, 0.9));

    assertThat(scale.score(-100)).isEqualTo(0.1);
    assertThat(scale.score(-2)).isEqualTo(0.1);
    assertThat(scale.score(-1)).isCloseTo(0.3, within(1e-12));
    assertThat(scale.score(0)).isEqualTo(0.5);
    assertThat(scale.score(1)).isCloseTo(0.6, within(1e-12));
    assertThat(scale.score(4)).isEqualTo(0.9);
    assertThat(scale.score(100)).isEqualTo(0.9);
  }

  @Test
  void scalesThatChangeAnOrderAreRefused() {
    assertThatThrownBy(() -> new Calibration.Platt(-1, 0))
        .hasMessageContaining("a must be positive");
    assertThatThrownBy(() -> new Calibration.Isotonic(List.of(1.0, 1.0), List.of(0.1, 0.2)))
        .hasMessageContaining("point 1, logits must increase");
    assertThatThrownBy(() -> new Calibration.Isotonic(List.of(1.0, 2.0), List.of(0.3, 0.2)))
        .hasMessageContaining("scores not decrease");
    assertThatThrownBy(() -> new Calibration.Isotonic(List.of(1.0), List.of(0.3, 0.2)))
        .hasMessageContaining("1 logits and 2 scores");
  }

  @Test
  void overlapIsCountedOverLettersAndDigits() {
    // 2型 型糖 糖尿 尿病 against 糖尿 尿病.
    float[] overlap = Overlap.of("2型糖尿病", "（糖尿病）。");
    assertThat(overlap).hasSize(Overlap.SIZE);
    assertThat(overlap[0]).isEqualTo(0.5f);
    assertThat(overlap[1]).isEqualTo(1f);
    assertThat((double) overlap[2]).isCloseTo(2.0 / 3, within(1e-6));
    assertThat(overlap[3]).isZero();
    assertThat(Overlap.of("糖尿病", "诊断为2型糖尿病")[3]).isEqualTo(1f);
    float[] nothing = Overlap.of("", "x");
    assertThat(nothing[4]).isEqualTo((float) Math.log(2));
    assertThat(nothing[11]).isEqualTo((float) Math.log(2));
    nothing[4] = 0;
    nothing[11] = 0;
    assertThat(nothing).containsOnly(0);
  }

  @Test
  void overlapTellsWhereAReferenceStands() {
    float[] overlap = Overlap.of("肺炎", "肺炎？体温正常，肺炎不成立。诊断为支气管炎");
    assertThat(overlap[5]).isEqualTo(1f); // a sentence has it whole,
    assertThat((double) overlap[6]).isCloseTo(2.0 / 3, within(1e-6)); // the second of three,
    assertThat(overlap[7]).isZero(); // and the last one nothing of it.
    assertThat(overlap[8]).isEqualTo(1f);
    assertThat((double) overlap[9]).isCloseTo(8.0 / 18, within(1e-6));
    assertThat(overlap[10]).isEqualTo((float) Math.log(3));
    assertThat(overlap[12]).isEqualTo((float) Math.log(3));
    // A decimal point ends no sentence.
    assertThat(Overlap.of("1.5 mg", "Give 1.5 mg. Then wait.")[6]).isEqualTo(0.5f);
    assertThat(Overlap.of("a", "a.".repeat(100_000))).hasSize(Overlap.SIZE);
  }
}
