package org.twinline.launcher.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lengths of one part of the records, in characters: counts of bins by their lower bounds,
 * which double in two steps (0, 1, 2, 3, 4, 6, 8, 12 …).
 */
record Lengths(List<Long> bounds, List<Long> kept, List<Long> dropped) {
  static final String PREFIX = "length.";
  private static final long LAST = 1 << 20;

  Lengths {
    bounds = List.copyOf(bounds);
    kept = List.copyOf(kept);
    dropped = List.copyOf(dropped);
  }

  /** The lengths of a part from the first to the last bin that holds something. */
  static Lengths of(String part, Map<String, Long> figures) {
    Map<Long, Long> kept = side(part, ".kept", figures);
    Map<Long, Long> dropped = side(part, ".dropped", figures);
    TreeSet<Long> found = new TreeSet<>(kept.keySet());
    found.addAll(dropped.keySet());
    List<Long> bounds = new ArrayList<>();
    if (!found.isEmpty()) {
      for (long from = found.first(); from <= found.last(); from = next(from)) {
        bounds.add(from);
      }
    }
    return new Lengths(
        bounds,
        bounds.stream().map(from -> kept.getOrDefault(from, 0L)).toList(),
        bounds.stream().map(from -> dropped.getOrDefault(from, 0L)).toList());
  }

  boolean isEmpty() {
    return bounds.isEmpty();
  }

  /** The bounds as they are shown: one more than bins. */
  List<String> shown() {
    List<String> result = new ArrayList<>(bounds.stream().map(Numbers::count).toList());
    long last = bounds.get(bounds.size() - 1);
    result.add(last == LAST ? "∞" : Numbers.count(next(last)));
    return result;
  }

  /** The bin that holds the middle one, as a range; {@code –} of nothing. */
  static String median(Lengths lengths, List<Long> counts) {
    long all = counts.stream().mapToLong(Long::longValue).sum();
    long seen = 0;
    for (int i = 0; i < counts.size() && all > 0; i++) {
      seen += counts.get(i);
      if (2 * seen >= all) {
        return lengths.range(i);
      }
    }
    return "–";
  }

  private String range(int i) {
    long from = bounds.get(i);
    if (from == LAST) {
      return Numbers.count(from) + " or more";
    }
    long to = next(from) - 1;
    return from == to ? Numbers.count(from) : Numbers.count(from) + "–" + Numbers.count(to);
  }

  private static long next(long bound) {
    return bound < 2 ? bound + 1 : Long.bitCount(bound) == 1 ? bound + bound / 2 : bound / 3 * 4;
  }

  private static Map<Long, Long> side(String part, String side, Map<String, Long> figures) {
    Map<Long, Long> result = new TreeMap<>();
    String prefix = PREFIX + part + ".";
    figures.forEach(
        (name, n) -> {
          int least = prefix.length() + side.length();
          if (n > 0 && name.length() > least && name.startsWith(prefix) && name.endsWith(side)) {
            String bound = name.substring(prefix.length(), name.length() - side.length());
            if (bound.matches("0|[1-9][0-9]{0,6}") && isBound(Long.parseLong(bound))) {
              result.put(Long.parseLong(bound), n);
            }
          }
        });
    return result;
  }

  private static boolean isBound(long n) {
    long from = 0;
    while (from < n) {
      from = next(from);
    }
    return from == n && n <= LAST;
  }
}
