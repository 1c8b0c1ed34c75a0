package org.twinline.terminology.store;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import org.twinline.core.Require;

/** Distinct strings in ascending order, two bytes a character and four a string. */
final class SortedStrings {
  private static final int PIECE = 20;
  private static final int MASK = (1 << PIECE) - 1;

  private final List<char[]> pieces = new ArrayList<>();
  private final IntArrayList starts = new IntArrayList(new int[] {0});
  private int end;

  static SortedStrings of(List<String> strings) {
    SortedStrings sorted = new SortedStrings();
    strings.forEach(sorted::add);
    return sorted;
  }

  /**
   * Adds a string.
   *
   * @throws IllegalArgumentException if it is empty, holds U+0000 or is not after the one before
   */
  void add(CharSequence string) {
    int number = size();
    Require.argument(!string.isEmpty(), "illegal string %s: must not be empty", number);
    Require.argument(
        number == 0 || after(string, number - 1),
        "illegal string %s: must come after the one before it",
        number);
    Math.addExact(end, string.length());
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      Require.argument(c != 0, "illegal string %s: must not hold U+0000", number);
      if (end >>> PIECE == pieces.size()) {
        pieces.add(new char[1 << PIECE]);
      }
      pieces.get(end >>> PIECE)[end & MASK] = c;
      end++;
    }
    starts.add(end);
  }

  private boolean after(CharSequence string, int than) {
    int shared = Math.min(string.length(), length(than));
    for (int i = 0; i < shared; i++) {
      int order = Character.compare(string.charAt(i), charAt(than, i));
      if (order != 0) {
        return order > 0;
      }
    }
    return string.length() > length(than);
  }

  int size() {
    return starts.size() - 1;
  }

  int length(int string) {
    return starts.getInt(string + 1) - starts.getInt(string);
  }

  char charAt(int string, int index) {
    int at = starts.getInt(string) + index;
    return pieces.get(at >>> PIECE)[at & MASK];
  }

  /** How often each character stands in the strings. */
  int[] counts() {
    int[] counts = new int[1 << 16];
    for (int i = 0; i < end; i++) {
      counts[pieces.get(i >>> PIECE)[i & MASK]]++;
    }
    return counts;
  }
}
