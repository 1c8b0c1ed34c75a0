package org.twinline.terminology.existence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CutoffTest {
  @Test
  void choosesTheLowestThresholdThatIsPreciseEnough() {
    float[] existing = {-3, -2, -1, 0, 2};
    float[] absent = {-1.5f, 0.5f, 1, 2.5f, 3};

    Cutoff cutoff = Cutoff.of(existing, absent, 0.75);

    assertThat(cutoff.threshold()).isEqualTo(0.5);
    assertThat(cutoff.recall()).isCloseTo(0.8, within(1e-12));
    assertThat(Cutoff.of(existing, absent, 0.9).threshold()).isEqualTo(2.5);
  }

  @Test
  void callsNothingAbsentWhereNoScoreIsPrecise() {
    Cutoff cutoff = Cutoff.of(new float[] {1, 2, 3}, new float[] {0, 1, 2}, 0.9);

    assertThat(cutoff.threshold()).isInfinite();
    assertThat(cutoff.recall()).isZero();
  }

  @Test
  void fitsProbabilities() {
    float[] existing = new float[1000];
    float[] absent = new float[1000];
    for (int i = 0; i < 1000; i++) {
      existing[i] = i % 10 < 8 ? -1 : 1;
      absent[i] = i % 10 < 8 ? 1 : -1;
    }
    Cutoff cutoff = Cutoff.of(existing, absent, 0.75);

    assertThat(cutoff.probability(1)).isCloseTo(0.8, within(1e-3));
    assertThat(cutoff.probability(-1)).isCloseTo(0.2, within(1e-3));
  }
}
