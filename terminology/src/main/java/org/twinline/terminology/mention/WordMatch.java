package org.twinline.terminology.mention;

import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;
import org.twinline.terminology.store.NameTable;
import org.twinline.terminology.store.Trie;

/**
 * The longest name at a word written in an alphabet, with up to {@value #MOST} of these differences
 * between text and table, each in either direction: a word's plural or possessive ending (-s, -es,
 * -ies for -y, -es for -is), and British or American spelling (ae and oe for e, our for or, ise for
 * ize, re for er, ph for f).
 *
 * <p>No list of words: the trie is followed along both forms, and nearly every other form leaves it
 * at once. Of names that end at the same place the one with the fewest differences counts. A name
 * of capitals may only have an s behind it.
 */
final class WordMatch {
  private static final int MOST = 3;

  private final NameTable table;
  private final Trie trie;
  private final String raw;
  private final Folded text;
  private final int shortest;

  private int start;
  private int name;
  private int end;
  private int differences;

  WordMatch(NameTable table, String raw, Folded text, int shortest) {
    this.table = table;
    this.trie = table.trie();
    this.raw = raw;
    this.text = text;
    this.shortest = shortest;
  }

  /** The name that begins at a word's beginning, or −1. */
  int from(int start) {
    this.start = start;
    name = -1;
    end = -1;
    differences = 0;
    walk(0, start, 0, false);
    return name;
  }

  /** One past the last folded character of the name found. */
  int end() {
    return end;
  }

  /**
   * Follows the text from a state.
   *
   * @param plural whether the character before is an s that the name does not have
   */
  private void walk(int from, int position, int cost, boolean plural) {
    boolean added = plural;
    int state = from;
    for (int at = position; state >= 0; at++) {
      boolean closes = at > start && closes(text, at);
      if (closes) {
        take(state, at, cost, added);
      }
      if (cost < MOST) {
        if (closes && letter(text.at(at - 1)) && !added) {
          int s = trie.next(state, 's');
          other(s, at, cost);
          other(follow(state, "es"), at, cost);
        }
        if (at < text.length() && letter(text.at(at))) {
          endings(state, at, cost);
          spellings(state, at, cost);
        }
      }
      if (at == text.length()) {
        return;
      }
      state = trie.next(state, text.at(at));
      added = false;
    }
  }

  private void other(int state, int at, int cost) {
    if (state >= 0) {
      walk(state, at, cost + 1, true);
    }
  }

  private void take(int state, int at, int cost, boolean plural) {
    int found = trie.value(state);
    if (found < 0 || at - start < shortest || at < end || (at == end && cost >= differences)) {
      return;
    }
    if (table.capitals(found)
        && (cost > (plural ? 1 : 0) || !capitals(raw, text, start, plural ? at - 1 : at))) {
      return;
    }
    name = found;
    end = at;
    differences = cost;
  }

  /** Forms of a word's end. */
  private void endings(int state, int at, int cost) {
    char c = text.at(at);
    if (c == 's' && closes(text, at + 1) && at - start > 1) {
      walk(state, at + 1, cost + 1, true);
    } else if (ends(at, "es") && at - start > 2) {
      walk(state, at + 2, cost + 1, true);
      other(follow(state, "is"), at + 2, cost);
    } else if (ends(at, "ies")) {
      other(trie.next(state, 'y'), at + 3, cost);
    } else if (c == 'y' && closes(text, at + 1)) {
      other(follow(state, "ies"), at + 1, cost);
    } else if (ends(at, "is")) {
      other(follow(state, "es"), at + 2, cost);
    } else if (ends(at, "re")) {
      spelt(follow(state, "er"), at + 2, cost);
    } else if (ends(at, "er")) {
      spelt(follow(state, "re"), at + 2, cost);
    }
  }

  /** Forms of spelling anywhere in a word. */
  private void spellings(int state, int at, int cost) {
    switch (text.at(at)) {
      case 'e' -> {
        spelt(follow(state, "ae"), at + 1, cost);
        spelt(follow(state, "oe"), at + 1, cost);
      }
      case 'a' -> {
        if (is(at + 1, 'e')) {
          spelt(trie.next(state, 'e'), at + 2, cost);
        }
      }
      case 'o' -> {
        if (is(at + 1, 'e')) {
          spelt(trie.next(state, 'e'), at + 2, cost);
        } else if (is(at + 1, 'u') && is(at + 2, 'r')) {
          spelt(follow(state, "or"), at + 3, cost);
        } else if (is(at + 1, 'r')) {
          spelt(follow(state, "our"), at + 2, cost);
        }
      }
      case 's', 'z' -> {
        if (is(at - 1, 'i') || is(at - 1, 'y')) {
          spelt(trie.next(state, text.at(at) == 's' ? 'z' : 's'), at + 1, cost);
        }
      }
      case 'p' -> {
        if (is(at + 1, 'h')) {
          spelt(trie.next(state, 'f'), at + 2, cost);
        }
      }
      case 'f' -> spelt(follow(state, "ph"), at + 1, cost);
      default -> {}
    }
  }

  private void spelt(int state, int at, int cost) {
    if (state >= 0) {
      walk(state, at, cost + 1, false);
    }
  }

  private int follow(int from, String word) {
    int state = from;
    for (int i = 0; i < word.length() && state >= 0; i++) {
      state = trie.next(state, word.charAt(i));
    }
    return state;
  }

  private boolean is(int at, char c) {
    return at >= start && at < text.length() && text.at(at) == c;
  }

  /** Whether a word ends with exactly this from there. */
  private boolean ends(int at, String ending) {
    for (int i = 0; i < ending.length(); i++) {
      if (!is(at + i, ending.charAt(i))) {
        return false;
      }
    }
    return closes(text, at + ending.length());
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Whether a name may end there: not inside a word of an alphabet. */
  static boolean closes(Folded text, int end) {
    return end == text.length()
        || !NameNormaliser.word(text.at(end))
        || !NameNormaliser.word(text.at(end - 1));
  }

  /** Whether the raw text of a folded range has no small letter. */
  static boolean capitals(String raw, Folded text, int start, int end) {
    for (int i = text.rawStart(start); i < text.rawEnd(end - 1); i++) {
      if (Character.isLowerCase(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
