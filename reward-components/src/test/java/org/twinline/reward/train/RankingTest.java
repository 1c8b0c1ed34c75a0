package org.twinline.reward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.reward.djl.Calibration;

class RankingTest {

  @Test
  void aucCountsTiesHalf() {
    List<Ranking.Judged> rows =
        List.of(
            new Ranking.Judged(0.9, true),
            new Ranking.Judged(0.5, true),
            new Ranking.Judged(0.5, false),
            new Ranking.Judged(0.1, false));
    // Of four right-wrong pairs three are won and one is tied.
    assertThat(Ranking.auc(rows)).hasValue(3.5 / 4);
    assertThat(Ranking.labelled(rows, 0.5).accuracy()).isEqualTo(0.75);
    assertThat(Ranking.auc(rows.subList(0, 2))).isEmpty();
  }

  @Test
  void tiedPairsCountHalf() {
    List<Ranking.Pair> pairs =
        List.of(new Ranking.Pair(2, 1), new Ranking.Pair(1, 1), new Ranking.Pair(0, 1));
    assertThat(Ranking.pairs(pairs).accuracy()).isEqualTo(0.5);
  }

  @Test
  void overlapIsDiceOfBigrams() {
    // 高血 and 血压 in common, of 2 and 4 bigrams.
    assertThat(Baselines.dice("高血压", "原发高血压")).isCloseTo(4.0 / 6, within(1e-12));
    assertThat(Baselines.dice("a", "b")).isZero();
  }

  @Test
  void calibrationFindsTheFrequencies() {
    List<Ranking.Judged> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      // At logit ±3 three of four are as the sign says: true log-odds are ±log 3.
      rows.add(new Ranking.Judged(3, i % 4 != 0));
      rows.add(new Ranking.Judged(-3, i % 4 == 0));
    }
    Calibration calibration = PlattFit.of(rows);
    assertThat(calibration.score(3)).isCloseTo(0.75, within(0.002));
    assertThat(calibration.score(-3)).isCloseTo(0.25, within(0.002));
    List<Ranking.Judged> reversed =
        rows.stream().map(row -> new Ranking.Judged(-row.value(), row.right())).toList();
    assertThat(PlattFit.of(reversed)).isEqualTo(Calibration.NONE);
  }
}
