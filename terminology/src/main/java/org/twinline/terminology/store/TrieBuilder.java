package org.twinline.terminology.store;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Builds a {@link Trie} of sorted distinct strings; string i gets number i.
 *
 * <p>States are placed depth first, each at the first base where all its children are free. A state
 * that finds no place in 256 tries goes behind the last cell in use, which bounds the time (about
 * linear in the number of states) at the price of a few holes, which later single children fill.
 */
public final class TrieBuilder {
  private static final int TRIES = 256;

  /** A chain of fewer characters takes more room among the tails than as cells. */
  private static final int SHORTEST_CHAIN = 2;

  private final SortedStrings strings;
  private final char[] codes = new char[1 << 16];
  private final BitSet used = new BitSet();
  private final IntArrayList starts = new IntArrayList();
  private int[] wanted = new int[16];
  private int[] cells = new int[3 * 1024];
  private char[] tails = new char[1024];
  private int tailsEnd = 1;
  private int last;
  private int firstFree = 1;

  private TrieBuilder(SortedStrings strings) {
    this.strings = strings;
    build();
  }

  /**
   * Appends the trie's sections (character codes, cells, tails).
   *
   * @param strings sorted by {@link String#compareTo}, distinct, none empty
   */
  public static void write(List<String> strings, Sections.Writer writer) {
    write(SortedStrings.of(strings), writer);
  }

  static void write(SortedStrings strings, Sections.Writer writer) {
    TrieBuilder built = new TrieBuilder(strings);
    writer.chars(built.codes, built.codes.length);
    writer.ints(built.cells, (built.last + 1) * 3).chars(built.tails, built.tailsEnd);
  }

  /** A trie that is not in a file. */
  public static Trie build(List<String> strings) {
    TrieBuilder built = new TrieBuilder(SortedStrings.of(strings));
    int length = (built.last + 1) * 3;
    ByteBuffer cells = ByteBuffer.allocateDirect(length * 4).order(ByteOrder.LITTLE_ENDIAN);
    cells.asIntBuffer().put(built.cells, 0, length);
    ByteBuffer tails = ByteBuffer.allocateDirect(built.tailsEnd * 2);
    tails.order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().put(built.tails, 0, built.tailsEnd);
    // Read-only like a mapped file's buffers: one class of buffer keeps Trie.next monomorphic.
    return new Trie(
        built.codes,
        cells.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer(),
        tails.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN).asCharBuffer());
  }

  private void build() {
    assignCodes();
    Arrays.fill(cells, -1);
    used.set(0);
    cells[1] = -2;
    IntArrayList stack = new IntArrayList(new int[] {0, 0, strings.size(), 0});
    while (!stack.isEmpty()) {
      int depth = stack.popInt();
      int high = stack.popInt();
      int low = stack.popInt();
      int state = stack.popInt();
      if (low < high && strings.length(low) == depth) {
        cells[state * 3 + 2] = low++;
      }
      if (high - low == 1) {
        cells[state * 3] = -1 - tailsEnd;
        tail(low, depth, strings.length(low), low);
        continue;
      }
      int shared = low < high ? shared(low, high - 1, depth) : 0;
      if (shared - depth >= SHORTEST_CHAIN) {
        int end = used.nextClearBit(firstFree);
        claim(end);
        cells[end * 3 + 1] = -2; // no transition leads there, only the chain
        cells[state * 3] = -1 - tailsEnd;
        tail(low, depth, shared, end | Integer.MIN_VALUE);
        push(stack, end, low, high, shared);
      } else if (low < high) {
        children(state, low, high, depth, stack);
      }
    }
  }

  private static void push(IntArrayList stack, int state, int low, int high, int depth) {
    stack.add(state);
    stack.add(low);
    stack.add(high);
    stack.add(depth);
  }

  /** How long the common prefix of the strings from one to another is. */
  private int shared(int low, int high, int depth) {
    int shortest = Math.min(strings.length(low), strings.length(high));
    int at = depth;
    while (at < shortest && strings.charAt(low, at) == strings.charAt(high, at)) {
      at++;
    }
    return at;
  }

  private void tail(int string, int from, int to, int leadsTo) {
    int length = to - from;
    int end = Math.addExact(tailsEnd, length + 3);
    if (end > tails.length) {
      tails = Arrays.copyOf(tails, (int) Math.max(end, Math.min(tails.length * 3L / 2, 1 << 30)));
    }
    for (int i = 0; i < length; i++) {
      tails[tailsEnd + i] = strings.charAt(string, from + i);
    }
    tails[end - 3] = 0;
    tails[end - 2] = (char) (leadsTo >>> 16);
    tails[end - 1] = (char) leadsTo;
    tailsEnd = end;
  }

  private void children(int state, int low, int high, int depth, IntArrayList stack) {
    starts.clear();
    int count = 0;
    for (int i = low; i < high; i++) {
      char character = strings.charAt(i, depth);
      if (i == low || character != strings.charAt(i - 1, depth)) {
        starts.add(i);
        wanted = IntArrays.grow(wanted, count + 1);
        wanted[count++] = codes[character];
      }
    }
    int base = place(count);
    cells[state * 3] = base;
    for (int k = count - 1; k >= 0; k--) {
      int child = base + wanted[k];
      cells[child * 3 + 1] = state;
      push(stack, child, starts.getInt(k), k + 1 < count ? starts.getInt(k + 1) : high, depth + 1);
    }
  }

  private void assignCodes() {
    int[] counts = strings.counts();
    int[] order = new int[counts.length];
    int found = 0;
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] > 0) {
        order[found++] = c;
      }
    }
    IntArrays.mergeSort(
        order,
        0,
        found,
        (a, b) -> counts[a] != counts[b] ? Integer.compare(counts[b], counts[a]) : a - b);
    for (int i = 0; i < found; i++) {
      codes[order[i]] = (char) (i + 1);
    }
  }

  private int place(int count) {
    int least = wanted[0];
    for (int i = 1; i < count; i++) {
      least = Math.min(least, wanted[i]);
    }
    int position = used.nextClearBit(Math.max(firstFree, least));
    for (int tries = 0; !fits(position - least, count); tries++) {
      position = used.nextClearBit(tries < TRIES ? position + 1 : Math.max(last + 1, position + 1));
    }
    int base = position - least;
    for (int i = 0; i < count; i++) {
      claim(base + wanted[i]);
    }
    return base;
  }

  private void claim(int cell) {
    used.set(cell);
    last = Math.max(last, cell);
    firstFree = used.nextClearBit(firstFree);
    int needed = Math.multiplyExact(last + 1, 3);
    if (needed > cells.length) {
      int before = cells.length;
      cells = Arrays.copyOf(cells, (int) Math.max(needed, Math.min(before * 3L / 2, 1 << 30)));
      Arrays.fill(cells, before, cells.length, -1);
    }
  }

  private boolean fits(int base, int count) {
    for (int i = 0; i < count; i++) {
      if (used.get(base + wanted[i])) {
        return false;
      }
    }
    return true;
  }
}
