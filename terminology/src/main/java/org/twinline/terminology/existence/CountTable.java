package org.twinline.terminology.existence;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How often each key occurs, in two bytes a key.
 *
 * <p>Open addressing with linear probing; a cell is 11 bits of the key and a level of 5 bits.
 * Counts up to 8 are exact, greater ones rounded down to about a third of an octave. A key that was
 * never counted is taken for one that was in less than 1 % of look-ups at the greatest load, 0.75.
 */
final class CountTable {
  private static final int EXACT = 8;
  private static final int[] LEVELS = new int[32];

  static {
    for (int i = 0; i < LEVELS.length; i++) {
      LEVELS[i] =
          i <= EXACT ? i : (int) StrictMath.floor(EXACT * StrictMath.pow(2, (i - EXACT) * 0.45));
    }
  }

  private final ByteBuffer cells;
  private final int bits;

  /** Reads what {@link Builder#bytes} made. */
  CountTable(ByteBuffer cells) {
    this.cells = cells;
    this.bits = Integer.numberOfTrailingZeros(cells.capacity() / 2);
  }

  /** How often a key was counted, rounded down. */
  int count(long key) {
    int mask = (1 << bits) - 1;
    int mark = (int) (key >>> 16) & 0x7ff;
    for (int at = (int) (key >>> (64 - bits)); ; at = (at + 1) & mask) {
      int cell = cells.getShort(at * 2);
      if (cell == 0) {
        return 0;
      }
      if (((cell >>> 5) & 0x7ff) == mark) {
        return LEVELS[cell & 31];
      }
    }
  }

  /**
   * A count from which some occurrences are taken: again one that {@link #count} could give, so
   * that nothing tells a lessened count from another.
   */
  static int less(int count, int taken) {
    if (count <= EXACT) {
      return Math.max(0, count - taken);
    }
    int middle = (count + LEVELS[Math.min(LEVELS.length - 1, level(count) + 1)]) / 2;
    return LEVELS[level(Math.max(0, middle - taken))];
  }

  private static int level(int count) {
    int at = Arrays.binarySearch(LEVELS, count);
    return at >= 0 ? at : -at - 2;
  }

  /** Counts keys. */
  static final class Builder implements Keys.Sink {
    /** Beyond so many distinct keys, what is new is not counted. */
    static final int MOST = 12_000_000;

    private static final int COUNT_BITS = 16;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private long[] cells = new long[1 << 12];
    private int size;

    @Override
    public void key(long key) {
      long[] table = cells;
      int mask = table.length - 1;
      int at = (int) (key >>> (64 - Integer.numberOfTrailingZeros(table.length)));
      long marked = key & ~COUNT_MASK;
      while (table[at] != 0) {
        if ((table[at] & ~COUNT_MASK) == marked) {
          table[at] += (table[at] & COUNT_MASK) < COUNT_MASK ? 1 : 0;
          return;
        }
        at = (at + 1) & mask;
      }
      if (size < MOST) {
        table[at] = marked | 1;
        if (++size > table.length / 4 * 3) {
          grow();
        }
      }
    }

    private void grow() {
      long[] old = cells;
      cells = new long[old.length * 2];
      int mask = cells.length - 1;
      int shift = 64 - Integer.numberOfTrailingZeros(cells.length);
      for (long cell : old) {
        if (cell != 0) {
          int at = (int) (cell >>> shift);
          while (cells[at] != 0) {
            at = (at + 1) & mask;
          }
          cells[at] = cell;
        }
      }
    }

    /** The table in its final form. */
    byte[] bytes() {
      int bits = Math.max(4, Integer.numberOfTrailingZeros(cells.length));
      ByteBuffer out = ByteBuffer.allocate(2 << bits).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      int mask = (1 << bits) - 1;
      for (long cell : cells) {
        if (cell != 0) {
          int at = (int) (cell >>> (64 - bits));
          while (out.getShort(at * 2) != 0) {
            at = (at + 1) & mask;
          }
          int mark = (int) (cell >>> COUNT_BITS) & 0x7ff;
          out.putShort(at * 2, (short) (mark << 5 | level((int) (cell & COUNT_MASK))));
        }
      }
      return out.array();
    }
  }
}
