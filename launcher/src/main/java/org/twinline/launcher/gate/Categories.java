package org.twinline.launcher.gate;

import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.Require;

/**
 * How observations fall into categories that have no order.
 *
 * @param effective as in {@link Share}: n over the mean design effect of the categories (Rao and
 *     Scott, JASA 76, 1981)
 */
record Categories(SortedMap<String, Long> counts, double effective) {
  Categories {
    counts = new TreeMap<>(counts);
    Require.inRange("effective n", effective, 0, (double) total(counts));
  }

  long n() {
    return total(counts);
  }

  private static long total(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
