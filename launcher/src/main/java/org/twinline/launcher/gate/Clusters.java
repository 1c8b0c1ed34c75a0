package org.twinline.launcher.gate;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Questions fall into 64 random groups by a hash of their id. Candidates of one question resemble
 * each other, so how far a figure varies between the groups tells how much chance is in it (random
 * groups: K. M. Wolter, Introduction to Variance Estimation, 2007, chapter 2); memory does not grow
 * with the run.
 */
final class Clusters {
  static final int COUNT = 64;

  private Clusters() {}

  /** The group of a question. */
  static int of(String id) {
    return (int)
        Math.floorMod(
            Hashing.murmur3_128().hashString(id, StandardCharsets.UTF_8).asLong(), (long) COUNT);
  }

  /**
   * How many independent observations tell as much as these, between 1 and n: n over the design
   * effect, which is taken as at least 1.
   *
   * @param sums of a group's observations
   * @param counts of a group's observations
   * @param deviation of single observations
   */
  static double effective(double[] sums, double[] counts, double deviation) {
    double sum = 0;
    double n = 0;
    int groups = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += sums[i];
      n += counts[i];
      groups += counts[i] > 0 ? 1 : 0;
    }
    if (groups < 2) {
      return Math.min(1, n);
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = 0; i < COUNT; i++) {
      double off = sums[i] - mean * counts[i];
      squares += off * off;
    }
    double variance = squares * groups / (groups - 1) / (n * n);
    double simple = deviation * deviation / n;
    double effect = simple <= 0 ? 1 : Math.max(1, variance / simple);
    return Math.min(n, Math.max(1, n / effect));
  }
}
