package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.chars.Char2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.twinline.terminology.NameNormaliser;

/** Words that each set one bit of at most 192 where a folded text contains them. */
final class WordBits {
  /** How many longs hold the bits. */
  static final int LONGS = 3;

  private record Word(String text, int bit, boolean latin) {}

  private static final Word[] NONE = {};

  private final Word[][] byFirst = new Word[1 << 16][];
  private final boolean longestOnly;

  /**
   * Words of each bit.
   *
   * @param longestOnly whether a word hides the words that begin within it
   */
  WordBits(List<List<String>> words, boolean longestOnly) {
    this.longestOnly = longestOnly;
    Char2ObjectOpenHashMap<List<Word>> lists = new Char2ObjectOpenHashMap<>();
    for (int bit = 0; bit < words.size(); bit++) {
      for (String raw : words.get(bit)) {
        String text = NameNormaliser.name(raw);
        boolean latin = NameNormaliser.word(text.charAt(0)) && text.charAt(0) > '9';
        lists
            .computeIfAbsent(text.charAt(0), c -> new ArrayList<>())
            .add(new Word(text, bit, latin));
      }
    }
    Arrays.fill(byFirst, NONE);
    lists.forEach(
        (first, list) -> {
          list.sort(
              Comparator.comparingInt((Word w) -> -w.text.length()).thenComparing(Word::text));
          byFirst[first] = list.toArray(NONE);
        });
  }

  /** Sets the bits of the words in part of a folded text. */
  void scan(CharSequence text, int from, int to, long[] out) {
    for (int i = from; i < to; ) {
      int step = 1;
      for (Word word : byFirst[text.charAt(i)]) {
        if (matches(word, text, i, to)) {
          out[word.bit >>> 6] |= 1L << (word.bit & 63);
          if (longestOnly) {
            step = word.text.length();
            break;
          }
        }
      }
      i += step;
    }
  }

  private static boolean matches(Word word, CharSequence text, int at, int to) {
    int end = at + word.text.length();
    if (end > to || (word.latin && at > 0 && NameNormaliser.word(text.charAt(at - 1)))) {
      return false;
    }
    for (int i = 1; i < word.text.length(); i++) {
      if (word.text.charAt(i) != text.charAt(at + i)) {
        return false;
      }
    }
    return !word.latin || end == text.length() || !NameNormaliser.word(text.charAt(end));
  }
}
