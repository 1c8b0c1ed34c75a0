package org.twinline.core.ledger;

import java.util.List;
import java.util.stream.IntStream;
import org.twinline.core.Require;

/** Counts of values in [0,1] in twenty equal bins, kept and dropped apart; mergeable. */
public record Histogram(List<Long> kept, List<Long> dropped) {
  public static final int BINS = 20;
  public static final Histogram EMPTY = new Histogram(zeros(), zeros());

  public Histogram {
    kept = List.copyOf(kept);
    dropped = List.copyOf(dropped);
    Require.argument(
        kept.size() == BINS && dropped.size() == BINS,
        "illegal bins: %s and %s, must be %s",
        kept.size(),
        dropped.size(),
        BINS);
  }

  /** The bin of a value in [0,1]; 1 belongs to the last bin. */
  public static int bin(double value) {
    Require.inRange("value", value, 0, 1);
    return Math.min(BINS - 1, (int) (value * BINS));
  }

  /** Both histograms together. */
  public Histogram plus(Histogram other) {
    return new Histogram(sum(kept, other.kept), sum(dropped, other.dropped));
  }

  private static List<Long> sum(List<Long> a, List<Long> b) {
    return IntStream.range(0, BINS).mapToObj(i -> a.get(i) + b.get(i)).toList();
  }

  private static List<Long> zeros() {
    return IntStream.range(0, BINS).mapToObj(i -> 0L).toList();
  }
}
