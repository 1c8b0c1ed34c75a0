package org.twinline.core.export;

import java.util.Map;
import java.util.TreeMap;

/** Counts of lengths, for exact quantiles; as large as there are different lengths. */
final class LengthCounts {
  private final TreeMap<Integer, Long> counts = new TreeMap<>();
  private long total;

  void add(int length) {
    counts.merge(length, 1L, Long::sum);
    total++;
  }

  ExportedFile.Lengths lengths() {
    return new ExportedFile.Lengths(quantile(0.5), quantile(0.9), quantile(0.99), quantile(1));
  }

  /** The least length that at least the share of all does not exceed; 0 where there is none. */
  private int quantile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
