package org.twinline.launcher.gate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a run or of a slice, by the names of metrics without their statistic.
 *
 * @param counts {@code read}, {@code dropped.no_reasoning} …
 * @param shares {@code kept_share} …
 * @param distributions {@code kept.score.reward}, {@code all.length.cot.tokens} …
 * @param categories {@code kept.task}, {@code reasons} …
 */
record Cell(
    SortedMap<String, Long> counts,
    SortedMap<String, Share> shares,
    SortedMap<String, Distribution> distributions,
    SortedMap<String, Categories> categories) {

  /** A slice without a record. */
  static final Cell EMPTY =
      new Cell(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  Cell {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    distributions = Collections.unmodifiableSortedMap(new TreeMap<>(distributions));
    categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
  }
}
