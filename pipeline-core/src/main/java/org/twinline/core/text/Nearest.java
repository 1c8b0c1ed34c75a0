package org.twinline.core.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Suggests what somebody meant to write. */
public final class Nearest {
  private Nearest() {}

  /**
   * The name nearest by Levenshtein distance, case ignored; empty where none is within a third of
   * the longer length, at least 2. Ties go to the first in natural order.
   */
  public static Optional<String> of(String written, Collection<String> names) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String name : names.stream().sorted().toList()) {
      int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      int allowed = Math.max(2, Math.max(written.length(), name.length()) / 3);
      if (distance <= allowed && distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
