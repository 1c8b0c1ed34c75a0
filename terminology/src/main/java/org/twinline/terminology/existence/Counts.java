package org.twinline.terminology.existence;

import java.util.Arrays;
import java.util.List;

/** A table of counts, from which names may be taken out again; for one thread. */
final class Counts {
  private static final double[] LOGS = new double[4096];

  static {
    for (int i = 1; i < LOGS.length; i++) {
      LOGS[i] = StrictMath.log(i);
    }
  }

  private final CountTable table;
  private final Script script;
  private final int[] parts = new int[Keys.PARTS];
  private final Tokens scratch = new Tokens();
  private long[] out = new long[1024];
  private int size;

  Counts(CountTable table, Script script) {
    this.table = table;
    this.script = script;
  }

  /** From now on counts as if the index did not have these names, and has all others. */
  void takeOut(List<String> names) {
    size = 0;
    for (String name : names) {
      Keys.each(scratch.of(name), script, parts, this::takeOut);
    }
    Arrays.sort(out, 0, size);
  }

  private void takeOut(long key) {
    if (size == out.length) {
      out = Arrays.copyOf(out, size * 2);
    }
    out[size++] = key;
  }

  /** How often a key occurs. */
  int of(long key) {
    int count = table.count(key);
    if (count == 0 || size == 0) {
      return count;
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (out[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int taken = 0;
    while (low + taken < size && out[low + taken] == key) {
      taken++;
    }
    return taken == 0 ? count : CountTable.less(count, taken);
  }

  /** The natural logarithm of a count plus one. */
  static float log1(int count) {
    return (float) (count + 1 < LOGS.length ? LOGS[count + 1] : StrictMath.log(count + 1.0));
  }
}
