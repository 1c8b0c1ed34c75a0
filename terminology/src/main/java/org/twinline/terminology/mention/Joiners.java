package org.twinline.terminology.mention;

import java.util.List;
import java.util.stream.Stream;
import org.twinline.terminology.NameNormaliser.Folded;
import org.twinline.terminology.store.Trie;
import org.twinline.terminology.store.TrieBuilder;

/** Words that only join the items of an enumeration. */
final class Joiners {
  private static final Trie WORDS =
      TrieBuilder.build(
          List.copyOf(
              Stream.of(
                      "、", " ", "和", "或", "或者", "及", "以及", "与", "伴", "合并", "并", "并发", "等", "and",
                      "or", "nor", "any", "the", "a", "an", "versus", "vs", "other")
                  .sorted()
                  .toList()));

  private Joiners() {}

  /** Whether the folded characters [from, to) are such words alone. */
  static boolean only(Folded text, int from, int to) {
    int at = from;
    while (at < to) {
      int state = 0;
      int end = -1;
      for (int i = at; i < to; i++) {
        state = WORDS.next(state, text.at(i));
        if (state < 0) {
          break;
        }
        end = WORDS.value(state) >= 0 ? i + 1 : end;
      }
      if (end < 0) {
        return false;
      }
      at = end;
    }
    return true;
  }
}
