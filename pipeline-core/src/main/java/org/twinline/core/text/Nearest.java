package org.twinline.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What a misspelt word was meant to be: the known word at the least optimal-string-alignment
 * distance (insertions, deletions, substitutions, swaps of neighbours; F. Damerau, CACM 7(3),
 * 1964), at most a third of its length but at least 1. Case, {@code -} and {@code _} do not count.
 */
public final class Nearest {
  private Nearest() {}

  /** The nearest known word, the first by name among equals; empty where none is near. */
  public static Optional<String> of(String word, Collection<String> known) {
    record Near(String word, int distance) {}
    String folded = fold(word);
    return known.stream()
        .map(other -> new Near(other, distance(folded, fold(other))))
        .filter(near -> near.distance() <= Math.max(1, near.word().length() / 3))
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
        .map(Near::word);
  }

  private static String fold(String word) {
    String cut = word.length() > 64 ? word.substring(0, 64) : word;
    return cut.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
