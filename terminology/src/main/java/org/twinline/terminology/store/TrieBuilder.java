package org.twinline.terminology.store;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Builds a {@link Trie} of sorted distinct strings; string i gets number i.
 *
 * <p>States are placed depth first, each at the first base where all its children are free. A state
 * that finds no place in 256 tries goes behind the last cell in use, which bounds the time (about
 * linear in the number of states) at the price of a few holes, which later single children fill.
 */
public final class TrieBuilder {
  private static final int TRIES = 256;

  private final List<String> strings;
  private final char[] codes = new char[1 << 16];
  private final BitSet used = new BitSet();
  private int[] cells = new int[3 * 1024];
  private int last;
  private int firstFree = 1;

  private TrieBuilder(List<String> strings) {
    this.strings = strings;
  }

  /**
   * Appends the trie's two sections (character codes, cells).
   *
   * @param strings sorted by {@link String#compareTo}, distinct, none empty
   */
  public static void write(List<String> strings, Sections.Writer writer) {
    TrieBuilder builder = new TrieBuilder(strings);
    builder.build();
    ByteBuffer codes = ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN);
    codes.asCharBuffer().put(builder.codes);
    writer.bytes(codes.array()).ints(builder.cells, (builder.last + 1) * 3);
  }

  /** A trie that is not in a file. */
  public static Trie build(List<String> strings) {
    TrieBuilder builder = new TrieBuilder(strings);
    builder.build();
    int length = (builder.last + 1) * 3;
    ByteBuffer cells = ByteBuffer.allocateDirect(length * 4).order(ByteOrder.LITTLE_ENDIAN);
    cells.asIntBuffer().put(builder.cells, 0, length);
    // Read-only like a mapped file's buffer: one class of buffer keeps Trie.next monomorphic.
    ByteBuffer shared = cells.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    return new Trie(builder.codes, shared.asIntBuffer());
  }

  private void build() {
    assignCodes();
    Arrays.fill(cells, -1);
    used.set(0);
    cells[1] = -2;
    IntArrayList stack = new IntArrayList(new int[] {0, 0, strings.size(), 0});
    IntArrayList starts = new IntArrayList();
    while (!stack.isEmpty()) {
      int depth = stack.popInt();
      int high = stack.popInt();
      int low = stack.popInt();
      int state = stack.popInt();
      if (low < high && strings.get(low).length() == depth) {
        cells[state * 3 + 2] = low++;
      }
      starts.clear();
      for (int i = low; i < high; i++) {
        if (i == low || strings.get(i).charAt(depth) != strings.get(i - 1).charAt(depth)) {
          starts.add(i);
        }
      }
      if (starts.isEmpty()) {
        continue;
      }
      int base = place(starts, depth);
      cells[state * 3] = base;
      for (int k = starts.size() - 1; k >= 0; k--) {
        int child = base + codes[strings.get(starts.getInt(k)).charAt(depth)];
        cells[child * 3 + 1] = state;
        stack.add(child);
        stack.add(starts.getInt(k));
        stack.add(k + 1 < starts.size() ? starts.getInt(k + 1) : high);
        stack.add(depth + 1);
      }
    }
  }

  private void assignCodes() {
    int[] counts = new int[1 << 16];
    strings.forEach(s -> s.chars().forEach(c -> counts[c]++));
    int[] order =
        IntStream.range(0, counts.length)
            .filter(c -> counts[c] > 0)
            .boxed()
            .sorted((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : a - b)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < order.length; i++) {
      codes[order[i]] = (char) (i + 1);
    }
  }

  private int place(IntArrayList starts, int depth) {
    int[] wanted = starts.intStream().map(i -> codes[strings.get(i).charAt(depth)]).toArray();
    int least = Arrays.stream(wanted).min().orElseThrow();
    int position = used.nextClearBit(Math.max(firstFree, least));
    for (int tries = 0; !fits(position - least, wanted); tries++) {
      position = used.nextClearBit(tries < TRIES ? position + 1 : Math.max(last + 1, position + 1));
    }
    int base = position - least;
    for (int code : wanted) {
      used.set(base + code);
      last = Math.max(last, base + code);
    }
    firstFree = used.nextClearBit(firstFree);
    int needed = (last + 1) * 3;
    if (needed > cells.length) {
      int before = cells.length;
      cells = Arrays.copyOf(cells, Math.max(needed, before + before / 2));
      Arrays.fill(cells, before, cells.length, -1);
    }
    return base;
  }

  private boolean fits(int base, int[] wanted) {
    for (int code : wanted) {
      if (used.get(base + code)) {
        return false;
      }
    }
    return true;
  }
}
