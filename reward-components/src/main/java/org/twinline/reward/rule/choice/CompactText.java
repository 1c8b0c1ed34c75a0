package org.twinline.reward.rule.choice;

import java.util.Arrays;
import org.twinline.terminology.NameNormaliser;

/**
 * A prepared text as folded letters and digits without anything between them, each with its range
 * in the prepared text; so {@code chi-square} equals {@code Chi square} and a comma more or less
 * hides nothing.
 */
final class CompactText {
  private final String chars;
  private final int[] start;
  private final int[] end;

  private CompactText(String chars, int[] start, int[] end) {
    this.chars = chars;
    this.start = start;
    this.end = end;
  }

  static CompactText of(String prepared) {
    NameNormaliser.Folded folded = NameNormaliser.text(prepared);
    int n = folded.length();
    char[] kept = new char[n];
    int[] from = new int[n];
    int[] to = new int[n];
    int length = 0;
    for (int i = 0; i < n; i++) {
      char c = folded.at(i);
      boolean separator =
          c == ' '
              || c == NameNormaliser.HARD
              || c == NameNormaliser.COMMA
              || c == NameNormaliser.LIST;
      if (!separator) {
        kept[length] = c;
        from[length] = folded.rawStart(i);
        to[length++] = folded.rawEnd(i);
      }
    }
    return new CompactText(
        new String(kept, 0, length), Arrays.copyOf(from, length), Arrays.copyOf(to, length));
  }

  String chars() {
    return chars;
  }

  int start(int index) {
    return start[index];
  }

  int end(int index) {
    return end[index];
  }
}
