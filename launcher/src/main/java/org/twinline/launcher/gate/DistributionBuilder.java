package org.twinline.launcher.gate;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts values one by one. Sums are of whole numbers, so that their order does not matter. */
final class DistributionBuilder {
  private static final double UNIT_SCALE = 1e9;

  /** A record at an end of the distribution. */
  private record Extreme(double value, RecordPlace place) {}

  private final Bins bins;
  private final double scale;
  private final long[] counts;
  private final double[] groupSums = new double[Clusters.COUNT];
  private final double[] groupCounts = new double[Clusters.COUNT];
  private long n;
  private long sum;
  private double squares;
  private @Nullable Extreme lowest;
  private @Nullable Extreme highest;

  DistributionBuilder(Bins bins) {
    this.bins = bins;
    scale = bins == Bins.UNIT ? UNIT_SCALE : 1;
    counts = new long[bins.count()];
  }

  void add(double value, int cluster, RecordPlace place) {
    long whole = Math.round(value * scale);
    n++;
    sum += whole;
    squares += value * value;
    counts[bins.of(value)]++;
    groupSums[cluster] += whole;
    groupCounts[cluster]++;
    if (lowest == null || beats(lowest.value() - value, place, lowest.place())) {
      lowest = new Extreme(value, place);
    }
    if (highest == null || beats(value - highest.value(), place, highest.place())) {
      highest = new Extreme(value, place);
    }
  }

  private static boolean beats(double by, RecordPlace place, RecordPlace held) {
    return by > 0 || (by == 0 && RecordPlace.LOT.compare(place, held) < 0);
  }

  Distribution build() {
    TreeMap<Integer, Long> filled = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        filled.put(i, counts[i]);
      }
    }
    double mean = sum / scale / n;
    double deviation = n < 2 ? 0 : Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1)));
    double effective = Clusters.effective(groupSums, groupCounts, deviation * scale);
    return new Distribution(bins, filled, new Distribution.Moments(n, effective, mean, deviation));
  }

  /** The record with the least value. */
  List<RecordPlace> lowest() {
    return Optional.ofNullable(lowest).map(Extreme::place).stream().toList();
  }

  /** The record with the greatest value. */
  List<RecordPlace> highest() {
    return Optional.ofNullable(highest).map(Extreme::place).stream().toList();
  }
}
