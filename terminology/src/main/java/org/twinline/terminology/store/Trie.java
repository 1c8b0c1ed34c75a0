package org.twinline.terminology.store;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/**
 * A dictionary of strings as a double-array trie (Aoe 1989), read from a mapped file.
 *
 * <p>State 0 is the root. A cell is three ints: base, check, value. From state s the character with
 * code c leads to state t = base[s] + c if check[t] = s; value[t] is the number of the string that
 * ends there, or −1. Characters have dense codes from 1, frequent ones first; 0 is no code.
 */
public final class Trie {
  private static final int CELL = 3;

  private final char[] codes;
  private final IntBuffer cells;
  private final int size;

  Trie(char[] codes, IntBuffer cells) {
    this.codes = codes;
    this.cells = cells;
    this.size = cells.capacity() / CELL;
  }

  /** Reads the two sections that {@link TrieBuilder#write} wrote, starting at {@code section}. */
  public static Trie read(Sections sections, int section) {
    ByteBuffer bytes = sections.bytes(section);
    char[] codes = new char[1 << 16];
    bytes.asCharBuffer().get(codes);
    return new Trie(codes, sections.ints(section + 1));
  }

  /** The state after one more character, or −1. */
  public int next(int state, char character) {
    int code = codes[character];
    if (code == 0) {
      return -1;
    }
    int target = cells.get(state * CELL) + code;
    return target < size && cells.get(target * CELL + 1) == state ? target : -1;
  }

  /** The number of the string that ends in the state, or −1. */
  public int value(int state) {
    return cells.get(state * CELL + 2);
  }

  /** The number of exactly that string, or −1. */
  public int find(CharSequence string) {
    int state = 0;
    for (int i = 0; i < string.length() && state >= 0; i++) {
      state = next(state, string.charAt(i));
    }
    return state < 0 ? -1 : value(state);
  }
}
