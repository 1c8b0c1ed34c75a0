package org.twinline.reward.agreement;

import java.util.OptionalDouble;

/**
 * Agreement beyond chance of two who sort the same things into the same classes.
 *
 * <p>κ = (p_o − p_e) / (1 − p_e), p_o being the share on the diagonal and p_e = Σ row share ×
 * column share (Cohen, Educ. Psychol. Meas. 20, 1960, 37–46). 1 is full agreement, 0 what chance
 * alone gives; it can be below 0.
 */
final class Kappa {
  private Kappa() {}

  /**
   * Cohen's κ.
   *
   * @param table square; {@code table[i][j]} counts what one calls i and the other j
   * @return empty where nothing was counted or both use one class alone
   */
  static OptionalDouble of(long[][] table) {
    double n = 0;
    double same = 0;
    double[] rows = new double[table.length];
    double[] columns = new double[table.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        n += table[i][j];
        rows[i] += table[i][j];
        columns[j] += table[i][j];
      }
      same += table[i][i];
    }
    double chance = 0;
    for (int i = 0; i < table.length; i++) {
      chance += rows[i] * columns[i];
    }
    // In whole numbers, so that "one class alone" is exact: p_e = chance / n².
    return n == 0 || chance == n * n
        ? OptionalDouble.empty()
        : OptionalDouble.of((same * n - chance) / (n * n - chance));
  }
}
