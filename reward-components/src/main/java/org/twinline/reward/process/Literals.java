package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many literals in a text, the longest at each place, none inside an earlier one. A literal
 * that begins or ends in a Latin letter is found at word boundaries only.
 *
 * <p>Literals are looked up by their first two characters, so the cost is linear in the text for
 * the few literals that share a beginning. Immutable.
 */
final class Literals {
  private final Map<Integer, List<String>> byStart = new HashMap<>();

  /** A literal in a text. */
  record Hit(String literal, int start, int end) {}

  Literals(Collection<String> literals) {
    for (String literal : literals) {
      byStart.computeIfAbsent(key(literal, 0), k -> new ArrayList<>()).add(literal);
    }
    byStart
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparingInt(String::length)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder())));
  }

  /** The most literals that share a beginning: what a place in a text costs at most. */
  int widest() {
    return byStart.values().stream().mapToInt(List::size).max().orElse(0);
  }

  List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    int covered = 0;
    for (int at = 0; at < text.length(); at++) {
      if (!latin(text, at) || !latin(text, at - 1)) {
        for (String literal : byStart.getOrDefault(key(text, at), List.of())) {
          int to = at + literal.length();
          if (text.startsWith(literal, at) && !(latin(text, to - 1) && latin(text, to))) {
            if (to > covered) {
              hits.add(new Hit(literal, at, to));
              covered = to;
            }
            break;
          }
        }
      }
    }
    return hits;
  }

  private static int key(String text, int at) {
    return text.charAt(at) << 16 | (at + 1 < text.length() ? text.charAt(at + 1) : 0);
  }

  private static boolean latin(String text, int at) {
    return at >= 0
        && at < text.length()
        && text.charAt(at) < 0x250
        && Character.isLetter(text.charAt(at));
  }
}
