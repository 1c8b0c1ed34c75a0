package org.twinline.launcher.gate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.Require;

/**
 * How values are spread.
 *
 * @param bins what the keys of {@code counts} mean
 * @param counts values in each bin that has any
 * @param moments what the bins are too coarse for
 */
record Distribution(Bins bins, SortedMap<Integer, Long> counts, Moments moments) {

  /**
   * Exact figures.
   *
   * @param n values
   * @param effective as in {@link Share}, for the mean
   * @param deviation standard deviation, ≥ 0
   */
  record Moments(long n, double effective, double mean, double deviation) {
    Moments {
      Require.argument(n >= 0 && deviation >= 0, "illegal n %s or deviation %s", n, deviation);
      Require.inRange("effective n", effective, 0, (double) n);
      Require.argument(Double.isFinite(mean), "illegal mean: %s", mean);
    }
  }

  Distribution {
    TreeMap<Integer, Long> copy = new TreeMap<>(counts);
    long sum = 0;
    for (Map.Entry<Integer, Long> bin : copy.entrySet()) {
      Require.argument(
          bin.getKey() >= 0 && bin.getKey() < bins.count() && bin.getValue() > 0,
          "illegal bin: %s with %s",
          bin.getKey(),
          bin.getValue());
      sum += bin.getValue();
    }
    Require.argument(sum == moments.n(), "illegal bins: they hold %s of %s", sum, moments.n());
    counts = copy;
  }

  /** The least value that a share {@code q} in [0,1] of the values does not exceed. */
  double quantile(double q) {
    long rank = Math.max(1, (long) Math.ceil(q * moments.n() - 1e-9));
    long seen = 0;
    for (Map.Entry<Integer, Long> bin : counts.entrySet()) {
      seen += bin.getValue();
      if (seen >= rank) {
        return bins.value(bin.getKey());
      }
    }
    return 0;
  }
}
