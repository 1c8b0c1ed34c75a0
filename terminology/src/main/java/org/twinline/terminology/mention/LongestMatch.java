package org.twinline.terminology.mention;

import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;
import org.twinline.terminology.store.NameTable;
import org.twinline.terminology.store.Trie;

/**
 * Finds the names of a table in a folded text, leftmost longest, not overlapping.
 *
 * <p>Chinese has no word boundaries: a name may begin and end anywhere. A name that begins or ends
 * with a letter or digit of an alphabet must begin or end a word there, a plural {@code s} apart. A
 * name of capitals counts only where the raw text has no small letter.
 */
final class LongestMatch {
  private LongestMatch() {}

  /** Takes a hit: folded range [start, end) and the name's number. */
  interface Hits {
    void hit(int start, int end, int name);
  }

  static void scan(NameTable table, String raw, Folded text, int shortest, Hits hits) {
    Trie trie = table.trie();
    int n = text.length();
    for (int start = 0; start < n; ) {
      int found = -1;
      int foundEnd = start + 1;
      if (opens(text, start)) {
        int state = 0;
        for (int at = start; at < n; at++) {
          state = trie.next(state, text.at(at));
          if (state < 0) {
            break;
          }
          int name = trie.value(state);
          if (name >= 0 && at + 1 - start >= shortest) {
            int end = closes(text, at + 1);
            if (end > 0 && (!table.capitals(name) || capitals(raw, text, start, at + 1))) {
              found = name;
              foundEnd = end;
            }
          }
        }
      }
      if (found >= 0) {
        hits.hit(start, foundEnd, found);
      }
      start = foundEnd;
    }
  }

  private static boolean opens(Folded text, int at) {
    return at == 0 || !NameNormaliser.word(text.at(at)) || !NameNormaliser.word(text.at(at - 1));
  }

  /** The end of a hit that would end there, a plural s included; −1 inside a word. */
  private static int closes(Folded text, int end) {
    if (end == text.length()
        || !NameNormaliser.word(text.at(end))
        || !NameNormaliser.word(text.at(end - 1))) {
      return end;
    }
    boolean plural =
        text.at(end) == 's' && (end + 1 == text.length() || !NameNormaliser.word(text.at(end + 1)));
    return plural ? end + 1 : -1;
  }

  private static boolean capitals(String raw, Folded text, int start, int end) {
    for (int i = text.rawStart(start); i < text.rawEnd(end - 1); i++) {
      if (Character.isLowerCase(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
