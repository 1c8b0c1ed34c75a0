package org.twinline.terminology.mention;

import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;
import org.twinline.terminology.store.NameTable;
import org.twinline.terminology.store.Trie;

/**
 * Finds the names of a table in a folded text, leftmost longest, not overlapping.
 *
 * <p>Chinese has no word boundaries: a name may begin and end anywhere. A name that begins or ends
 * with a letter or digit of an alphabet must begin or end a word there; its words may be inflected
 * or spelt otherwise than in the table, see {@link WordMatch}. A name of capitals counts only where
 * the raw text has no small letter.
 */
final class LongestMatch {
  private LongestMatch() {}

  /** Takes a hit: folded range [start, end) and the name's number. */
  interface Hits {
    void hit(int start, int end, int name);
  }

  static void scan(NameTable table, String raw, Folded text, int shortest, Hits hits) {
    WordMatch words = new WordMatch(table, raw, text, shortest);
    Trie trie = table.trie();
    int n = text.length();
    for (int start = 0; start < n; ) {
      int found = -1;
      int foundEnd = start + 1;
      if (!NameNormaliser.word(text.at(start))) {
        int state = 0;
        for (int at = start; at < n; at++) {
          state = trie.next(state, text.at(at));
          if (state < 0) {
            break;
          }
          int name = trie.value(state);
          if (name >= 0
              && at + 1 - start >= shortest
              && WordMatch.closes(text, at + 1)
              && (!table.capitals(name) || WordMatch.capitals(raw, text, start, at + 1))) {
            found = name;
            foundEnd = at + 1;
          }
        }
      } else if (start == 0 || !NameNormaliser.word(text.at(start - 1))) {
        found = words.from(start);
        foundEnd = found >= 0 ? words.end() : foundEnd;
      }
      if (found >= 0) {
        hits.hit(start, foundEnd, found);
      }
      start = foundEnd;
    }
  }
}
