package org.twinline.terminology.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetSimilarityTest {
  /** Likenesses of concepts 0 to 2 (rows) with 10 to 12 (columns). */
  private static final double[][] VALUES = {{0.9, 0.8, 0.1}, {0.8, 0.1, 0}, {0.3, 0.2, 0.25}};

  private static double value(int a, int b) {
    return VALUES[Math.min(a, b)][Math.max(a, b) - 10];
  }

  private static SetMatch match(int[] a, int[] b) {
    return SetSimilarity.match(a, b, SetSimilarityTest::value);
  }

  @Test
  void theBestSumCountsNotTheBestPair() {
    SetMatch match = match(new int[] {0, 1}, new int[] {10, 11});
    assertThat(match.pairs())
        .containsExactly(new SetMatch.Pair(0, 11, 0.8), new SetMatch.Pair(1, 10, 0.8));
    assertThat(match.quality()).isEqualTo(0.8);
    assertThat(match.sizeTerm()).isEqualTo(1);
    assertThat(match.value()).isEqualTo(0.8);
  }

  @Test
  void whatIsLeftOverLowersTheSizeTermOnly() {
    SetMatch match = match(new int[] {0, 1}, new int[] {10, 11, 12});
    assertThat(match.quality()).isEqualTo(0.8);
    assertThat(match.sizeTerm()).isEqualTo(2.0 / 3);
    assertThat(match.value()).isCloseTo(1.6 / 3, within(1e-12));
    assertThat(match(new int[] {10, 11, 12}, new int[] {0, 1}).value()).isEqualTo(match.value());
    SetMatch one = match(new int[] {2}, new int[] {12, 11, 10});
    assertThat(one.pairs()).containsExactly(new SetMatch.Pair(2, 10, 0.3));
    assertThat(one.value()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void emptySets() {
    assertThat(match(new int[0], new int[0]).value()).isEqualTo(1);
    assertThat(match(new int[0], new int[] {10})).isEqualTo(new SetMatch(List.of(), 0, 0));
  }

  @Test
  void agreesWithTryingAll() {
    long seed = Long.getLong("twinline.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(6);
      double[][] values = new double[rows][columns];
      for (double[] row : values) {
        // Coarse values make ties.
        java.util.Arrays.setAll(row, i -> random.nextInt(5) / 4.0);
      }
      SetMatch match =
          SetSimilarity.match(
              IntStream.range(0, rows).toArray(),
              IntStream.range(0, columns).toArray(),
              (a, b) -> values[a][b]);
      double best = rows <= columns ? best(values, 0, 0) : best(transposed(values), 0, 0);
      assertThat(match.quality() * Math.min(rows, columns))
          .as("-Dtwinline.seed=%s, round %s", seed, round)
          .isCloseTo(best, within(1e-9));
      assertThat(match.pairs()).hasSize(Math.min(rows, columns));
    }
  }

  private static double best(double[][] values, int row, int used) {
    if (row == values.length) {
      return 0;
    }
    double best = 0;
    for (int c = 0; c < values[0].length; c++) {
      if ((used & 1 << c) == 0) {
        best = Math.max(best, values[row][c] + best(values, row + 1, used | 1 << c));
      }
    }
    return best;
  }

  private static double[][] transposed(double[][] values) {
    double[][] turned = new double[values[0].length][values.length];
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[0].length; c++) {
        turned[c][r] = values[r][c];
      }
    }
    return turned;
  }
}
