package org.twinline.terminology.link;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.twinline.terminology.store.Sections;

/**
 * Fits a {@link TranslationTable}: three rounds of expectation maximisation from a start that
 * favours equal grams.
 *
 * <p>Cost: rounds × Σ (grams of text × grams of names). Sums run in the order of the pairs, so the
 * result depends on the pairs and their order alone.
 */
final class TranslationTrainer {
  private static final int ROUNDS = 3;
  private static final float IDENTITY = 8;
  private static final float LEAST = 0.002f;

  private final GramTable.Builder sources = new GramTable.Builder();
  private final GramTable.Builder names = new GramTable.Builder();
  private int[] data = new int[1 << 16];
  private int used;
  private int pairs;
  private int[] sourceGram = new int[1 << 10];
  private int[] nameGram = new int[1 << 10];
  private final int[] left = new int[Grams.MAX];
  private final int[] right = new int[Grams.MAX];

  /** Adds a text's form and the forms of its names, joined by blanks. */
  void add(CharSequence text, CharSequence name) {
    int n = Grams.of(text, left);
    int m = Grams.of(name, right);
    if (used + n + m + 2 > data.length) {
      data = Arrays.copyOf(data, data.length * 2 + n + m);
    }
    data[used++] = n;
    data[used++] = m;
    for (int i = 0; i < n; i++) {
      int number = sources.add(left[i]);
      if (number >= sourceGram.length) {
        sourceGram = Arrays.copyOf(sourceGram, number * 2);
      }
      sourceGram[number] = left[i];
      data[used++] = number;
    }
    for (int i = 0; i < m; i++) {
      int number = names.add(right[i]);
      if (number >= nameGram.length) {
        nameGram = Arrays.copyOf(nameGram, number * 2);
      }
      nameGram[number] = right[i];
      data[used++] = number;
    }
    pairs++;
  }

  /** The fitted parts; {@link Fit#table} reads them in memory, {@link Fit#write} stores them. */
  Fit fit() {
    PairTable table = new PairTable();
    int[] cell = new int[0];
    int cells = 0;
    for (int at = 0, p = 0; p < pairs; p++) {
      int n = data[at];
      int m = data[at + 1];
      if (cells + n * m > cell.length) {
        cell = Arrays.copyOf(cell, Math.max(cell.length * 2, cells + n * m));
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
          cell[cells++] = table.add(data[at + 2 + i], data[at + 2 + n + j]);
        }
      }
      at += 2 + n + m;
    }
    float[] t = new float[table.size];
    for (int c = 0; c < t.length; c++) {
      t[c] = sourceGram[table.source(c)] == nameGram[table.name(c)] ? IDENTITY : 1;
    }
    normalise(t, table);
    for (int round = 0; round < ROUNDS; round++) {
      float[] next = new float[t.length];
      for (int at = 0, p = 0, c = 0; p < pairs; p++) {
        int n = data[at];
        int m = data[at + 1];
        for (int j = 0; j < m; j++) {
          float sum = 1e-9f;
          for (int i = 0; i < n; i++) {
            sum += t[cell[c + i * m + j]];
          }
          for (int i = 0; i < n; i++) {
            int k = cell[c + i * m + j];
            next[k] += t[k] / sum;
          }
        }
        c += n * m;
        at += 2 + n + m;
      }
      t = next;
      normalise(t, table);
    }
    return new Fit(this, prune(t, table), frequencies());
  }

  private void normalise(float[] t, PairTable table) {
    float[] sums = new float[sources.size()];
    for (int c = 0; c < t.length; c++) {
      sums[table.source(c)] += t[c];
    }
    for (int c = 0; c < t.length; c++) {
      t[c] /= sums[table.source(c)] + 0.5f;
    }
  }

  private int[][] prune(float[] t, PairTable table) {
    int[] counts = new int[sources.size() + 1];
    for (int c = 0; c < t.length; c++) {
      if (t[c] >= LEAST) {
        counts[table.source(c) + 1]++;
      }
    }
    for (int s = 0; s < sources.size(); s++) {
      counts[s + 1] += counts[s];
    }
    long[] entries = new long[counts[sources.size()]];
    int[] next = Arrays.copyOf(counts, sources.size());
    for (int c = 0; c < t.length; c++) {
      if (t[c] >= LEAST) {
        long order = (long) (Integer.MAX_VALUE - Float.floatToIntBits(t[c])) << 32;
        entries[next[table.source(c)]++] = order | table.name(c);
      }
    }
    int[] starts = new int[sources.size() + 1];
    int[] grams = new int[entries.length];
    int[] probabilities = new int[entries.length];
    int n = 0;
    for (int s = 0; s < sources.size(); s++) {
      Arrays.sort(entries, counts[s], counts[s + 1]);
      for (int e = counts[s];
          e < Math.min(counts[s + 1], counts[s] + TranslationTable.WIDTH);
          e++) {
        grams[n] = nameGram[(int) entries[e]];
        probabilities[n++] = Integer.MAX_VALUE - (int) (entries[e] >>> 32);
      }
      starts[s + 1] = n;
    }
    return new int[][] {starts, Arrays.copyOf(grams, n), Arrays.copyOf(probabilities, n)};
  }

  private int[] frequencies() {
    float[] counts = new float[names.size()];
    float total = names.size();
    for (int at = 0, p = 0; p < pairs; p++) {
      int n = data[at];
      int m = data[at + 1];
      for (int j = 0; j < m; j++) {
        counts[data[at + 2 + n + j]]++;
      }
      total += m;
      at += 2 + n + m;
    }
    int[] out = new int[counts.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Float.floatToIntBits((counts[i] + 1) / total);
    }
    return out;
  }

  /** What was fitted. */
  record Fit(TranslationTrainer trainer, int[][] rows, int[] frequencies) {
    TranslationTable table() {
      return new TranslationTable(
          trainer.sources.build(),
          IntBuffer.wrap(rows[0]),
          IntBuffer.wrap(rows[1]),
          IntBuffer.wrap(rows[2]),
          trainer.names.build(),
          IntBuffer.wrap(frequencies));
    }

    void write(Sections.Writer out) {
      trainer.sources.write(out);
      out.ints(rows[0]).ints(rows[1]).ints(rows[2]);
      trainer.names.write(out);
      out.ints(frequencies);
    }
  }

  /** Numbers (source, name) pairs. */
  private static final class PairTable {
    private long[] keys = new long[1 << 16];
    private int[] numbers = new int[1 << 16];
    private long[] pairs = new long[1 << 15];
    private int size;

    int source(int cell) {
      return (int) (pairs[cell] >>> 32);
    }

    int name(int cell) {
      return (int) pairs[cell];
    }

    int add(int source, int name) {
      long key = ((long) (source + 1) << 32) | name;
      int slot = slot(key, keys);
      if (keys[slot] == key) {
        return numbers[slot];
      }
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size * 2);
      }
      keys[slot] = key;
      numbers[slot] = size;
      pairs[size++] = ((long) source << 32) | name;
      if (size * 2 > keys.length) {
        grow();
      }
      return size - 1;
    }

    private static int slot(long key, long[] keys) {
      long h = key * 0x9e3779b97f4a7c15L;
      int slot = (int) (h >>> 32) & (keys.length - 1);
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }

    private void grow() {
      long[] old = keys;
      int[] oldNumbers = numbers;
      keys = new long[old.length * 2];
      numbers = new int[old.length * 2];
      for (int i = 0; i < old.length; i++) {
        if (old[i] != 0) {
          int slot = slot(old[i], keys);
          keys[slot] = old[i];
          numbers[slot] = oldNumbers[i];
        }
      }
    }
  }
}
