package org.twinline.launcher.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistanceTest {
  private static Categories categories(Map<String, Long> counts) {
    long n = counts.values().stream().mapToLong(Long::longValue).sum();
    return new Categories(new TreeMap<>(counts), n);
  }

  private static Distribution scores(Random random, int n, double mean) {
    DistributionBuilder builder = new DistributionBuilder(Bins.UNIT);
    for (int i = 0; i < n; i++) {
      double score = Math.min(1, Math.max(0, mean + 0.15 * random.nextGaussian()));
      builder.add(score, Clusters.of("q" + i), RecordPlace.of(0, i, ""));
    }
    return builder.build();
  }

  @Test
  void theFormulasByHand() {
    // Shares with half a count more in each: (800.5, 200.5)/1001 and (500.5, 500.5)/1001.
    Categories run = categories(Map.of("a", 800L, "b", 200L));
    Categories base = categories(Map.of("a", 500L, "b", 500L));
    double p = 800.5 / 1001;
    double psi = (p - 0.5) * Math.log(p / 0.5) + (0.5 - p) * Math.log((1 - p) / 0.5);
    assertThat(Distance.PSI.between(run, base).value()).isCloseTo(psi, within(1e-12));
    assertThat(psi).isCloseTo(0.415, within(0.001));
    assertThat(Distance.TOTAL_VARIATION.between(run, base).value())
        .isCloseTo(p - 0.5, within(1e-12));
    double m = (p + 0.5) / 2;
    double bits =
        (p * Math.log(p / m)
                + (1 - p) * Math.log((1 - p) / (1 - m))
                + 0.5 * Math.log(0.5 / m)
                + 0.5 * Math.log(0.5 / (1 - m)))
            / 2
            / Math.log(2);
    assertThat(Distance.JENSEN_SHANNON.between(run, base).value()).isCloseTo(bits, within(1e-12));
    assertThat(Distance.PSI.between(run, base).n()).isEqualTo(1000);
  }

  @Test
  void nothingInCommonIsAsFarAsCanBe() {
    Categories run = categories(Map.of("a", 100_000L));
    Categories base = categories(Map.of("b", 100_000L));
    assertThat(Distance.JENSEN_SHANNON.between(run, base).value()).isCloseTo(1, within(1e-3));
    assertThat(Distance.TOTAL_VARIATION.between(run, base).value()).isCloseTo(1, within(1e-3));
    Random random = new Random(1);
    Distribution low = scores(random, 1000, -2);
    Distribution high = scores(random, 1000, 3);
    assertThat(Distance.KS.between(low, high).value()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Distance.class)
  void chanceAloneIsSeldomTakenForADistance(Distance distance) {
    long seed = Long.getLong("twinline.seed", 20261122L);
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < 300; i++) {
      Estimate far = distance.between(scores(random, 150, 0.6), scores(random, 1500, 0.6));
      taken += far.low() > 0 ? 1 : 0;
    }
    // 5 % of 300 are 15; more than 28 would be beyond three standard deviations.
    assertThat(taken).as("-Dtwinline.seed=%s", seed).isLessThan(28);
  }

  @ParameterizedTest
  @EnumSource(Distance.class)
  void aRealDistanceIsSeenInASample(Distance distance) {
    Random random = new Random(7);
    Estimate far = distance.between(scores(random, 300, 0.5), scores(random, 3000, 0.65));
    assertThat(far.low()).isPositive();
    assertThat(far.high()).isGreaterThan(far.value());
  }

  @Test
  void candidatesOfOneQuestionCountLess() {
    DistributionBuilder alike = new DistributionBuilder(Bins.UNIT);
    DistributionBuilder apart = new DistributionBuilder(Bins.UNIT);
    Random random = new Random(3);
    for (int q = 0; q < 400; q++) {
      double score = random.nextDouble();
      for (int c = 0; c < 5; c++) {
        RecordPlace place = RecordPlace.of(0, q, "q" + q + "/c" + c);
        alike.add(score, Clusters.of("q" + q), place);
        apart.add(random.nextDouble(), Clusters.of("q" + q), place);
      }
    }
    // Five equal answers tell as much as one: 400 of 2000, and random groups are a rough measure.
    assertThat(alike.build().moments().effective()).isBetween(250.0, 650.0);
    assertThat(apart.build().moments().effective()).isGreaterThan(1300);
  }
}
