package org.twinline.launcher.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void wilsonsInterval() {
    // Newcombe 1998, table I: 81 of 263, and 0 of 20.
    Estimate some = Estimate.of(new Share(81, 263, 263));
    assertThat(some.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(some.high()).isCloseTo(0.3662, within(5e-5));
    Estimate none = Estimate.of(new Share(0, 20, 20));
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
  }

  @Test
  void fewerIndependentObservationsTellLess() {
    Estimate all = Estimate.of(new Share(50, 100, 100));
    Estimate fourth = Estimate.of(new Share(50, 100, 25));
    assertThat(fourth.high() - fourth.low()).isGreaterThan(1.8 * (all.high() - all.low()));
    assertThat(fourth.value()).isEqualTo(all.value());
  }

  @Test
  void theDifferenceOfTwoShares() {
    // Newcombe 1998 (difference), table II, method 10: 56/70 − 48/80 and 9/10 − 3/10.
    Estimate large = Estimate.of(new Share(56, 70, 70)).minus(Estimate.of(new Share(48, 80, 80)));
    assertThat(large.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(large.high()).isCloseTo(0.3339, within(5e-5));
    Estimate small = Estimate.of(new Share(9, 10, 10)).minus(Estimate.of(new Share(3, 10, 10)));
    assertThat(small.low()).isCloseTo(0.1705, within(5e-5));
    assertThat(small.high()).isCloseTo(0.8090, within(5e-5));
  }

  @Test
  void thePoissonLimitsOfACount() {
    // Exact limits of 10: 4.795 and 18.390 (Breslow and Day, table 2.10); Byar's are near.
    Estimate ten = Estimate.poisson(10);
    assertThat(ten.low()).isCloseTo(4.795, within(0.02));
    assertThat(ten.high()).isCloseTo(18.39, within(0.02));
    assertThat(Estimate.poisson(0).low()).isZero();
  }

  @Test
  void aRatioHasALogarithmicInterval() {
    Estimate ratio = Estimate.poisson(100).over(Estimate.poisson(50));
    assertThat(ratio.value()).isEqualTo(2);
    // exp(ln 2 ± 1.96 √(1/100 + 1/50)) is [1.42, 2.81].
    assertThat(ratio.low()).isCloseTo(1.42, within(0.05));
    assertThat(ratio.high()).isCloseTo(2.81, within(0.1));
    Estimate open = Estimate.poisson(3).over(Estimate.poisson(1));
    assertThat(open.low()).isLessThan(1);
    assertThat(open.high()).isGreaterThan(9);
  }

  @Test
  void quantilesAreExactWhereBinsAre() {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    for (int length = 1; length <= 10; length++) {
      counts.put(Bins.LENGTH.of(length), 10L);
    }
    Distribution lengths =
        new Distribution(Bins.LENGTH, counts, new Distribution.Moments(100, 100, 5.5, 2.9));
    assertThat(lengths.quantile(0.5)).isEqualTo(5);
    assertThat(lengths.quantile(0.9)).isEqualTo(9);
    Estimate median = Estimate.quantile(lengths, 0.5);
    assertThat(median.low()).isEqualTo(5);
    assertThat(median.high()).isEqualTo(6);
  }

  @Test
  void binsHoldWhatTheySay() {
    Random random = new Random(Long.getLong("twinline.seed", 20261122L));
    for (int i = 0; i < 100_000; i++) {
      double score = random.nextDouble();
      assertThat(Bins.UNIT.value(Bins.UNIT.of(score))).isCloseTo(score, within(0.0025 + 1e-12));
      long length = (long) Math.pow(2, random.nextDouble() * 24);
      double shown = Bins.LENGTH.value(Bins.LENGTH.of(length));
      assertThat(shown)
          .as("%d", length)
          .isCloseTo((double) length, within(length < 16 ? 0 : 0.05 * length));
    }
    for (double exact : new double[] {0, 0.5, 1}) {
      assertThat(Bins.UNIT.value(Bins.UNIT.of(exact))).isEqualTo(exact);
    }
    assertThat(Bins.LENGTH.value(Bins.LENGTH.of(0))).isZero();
  }
}
