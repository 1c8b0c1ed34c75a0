package org.twinline.terminology.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;

/**
 * A dictionary of strings as a double-array trie with tails (Aoe 1989), read from a mapped file.
 *
 * <p>State 0 is the root. A cell is three ints: base, check, value. From state s the character with
 * code c leads to state t = base[s] + c if check[t] = s; value[t] is the number of the string that
 * ends there, or −1. Characters have dense codes from 1, frequent ones first; 0 is no code.
 *
 * <p>Where only one string goes on from a cell, its other characters are its tail and base is −1 −
 * the tail's place among the tails: the characters, U+0000, then the string's number in two
 * characters, high half first. Two or more characters that all strings from a cell share are kept
 * in the same way, but for the sign bit of the number, which is then that of the cell they lead to.
 * The states inside a tail are numbered on from the last cell. Place 0 of the tails is U+0000, so
 * that a base of −1 leads nowhere.
 *
 * <p>Immutable and thread-safe; walking allocates nothing.
 */
public final class Trie {
  /** How many sections a trie takes. */
  static final int SECTIONS = 3;

  private static final int CELL = 3;

  private final char[] codes;
  private final IntBuffer cells;
  private final CharBuffer tails;
  private final int size;

  Trie(char[] codes, IntBuffer cells, CharBuffer tails) {
    this.codes = codes;
    this.cells = cells;
    this.tails = tails;
    this.size = cells.capacity() / CELL;
  }

  /** Reads the sections that {@link TrieBuilder} wrote, starting at {@code section}. */
  public static Trie read(Sections sections, int section) {
    ByteBuffer bytes = sections.bytes(section);
    char[] codes = new char[1 << 16];
    bytes.asCharBuffer().get(codes);
    return new Trie(codes, sections.ints(section + 1), sections.bytes(section + 2).asCharBuffer());
  }

  /** The state after one more character, or −1. */
  public int next(int state, char character) {
    if (state >= size) {
      return tail(state - size, character);
    }
    int base = cells.get(state * CELL);
    if (base < 0) {
      return tail(-1 - base, character);
    }
    int code = codes[character];
    if (code == 0) {
      return -1;
    }
    int target = base + code;
    return target < size && cells.get(target * CELL + 1) == state ? target : -1;
  }

  private int tail(int at, char character) {
    if (character == 0 || tails.get(at) != character) {
      return -1;
    }
    boolean chain = tails.get(at + 1) == 0 && tails.get(at + 2) > Short.MAX_VALUE;
    return chain ? (tails.get(at + 2) & Short.MAX_VALUE) << 16 | tails.get(at + 3) : size + at + 1;
  }

  /** The number of the string that ends in the state, or −1. */
  public int value(int state) {
    if (state < size) {
      return cells.get(state * CELL + 2);
    }
    int at = state - size;
    return tails.get(at) == 0 ? tails.get(at + 1) << 16 | tails.get(at + 2) : -1;
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
