package org.twinline.terminology.link.trees;

import java.util.Arrays;

/**
 * Rows of features in at most 255 bins a feature, column by column.
 *
 * <p>Bins are cut between neighbouring distinct values so that each holds about as many rows.
 */
public final class BinnedRows {
  private static final int BINS = 255;

  final int rows;
  final int features;
  final byte[][] bins;
  final float[][] cuts;

  /**
   * Puts rows into bins.
   *
   * @param values at least {@code rows · features} numbers, row by row
   */
  public BinnedRows(float[] values, int rows, int features) {
    this.rows = rows;
    this.features = features;
    bins = new byte[features][rows];
    cuts = new float[features][];
    java.util.stream.IntStream.range(0, features).parallel().forEach(f -> bin(values, f));
  }

  private void bin(float[] values, int f) {
    float[] sorted = new float[rows];
    for (int r = 0; r < rows; r++) {
      sorted[r] = values[r * features + f];
    }
    Arrays.sort(sorted);
    float[] cut = cut(sorted);
    cuts[f] = cut;
    for (int r = 0; r < rows; r++) {
      int at = Arrays.binarySearch(cut, values[r * features + f]);
      bins[f][r] = (byte) (at >= 0 ? at : -at - 1);
    }
  }

  /** Upper bounds (inclusive) of all bins but the last. */
  private static float[] cut(float[] sorted) {
    int n = sorted.length;
    int distinct = n == 0 ? 0 : 1;
    for (int i = 1; i < n; i++) {
      distinct += sorted[i] > sorted[i - 1] ? 1 : 0;
    }
    float[] out = new float[Math.max(0, Math.min(distinct, BINS) - 1)];
    int used = 0;
    int since = 0;
    double per = distinct <= BINS ? 0 : (double) n / BINS;
    for (int i = 0; i + 1 < n && used < out.length; i++) {
      since++;
      if (sorted[i + 1] > sorted[i] && since >= per) {
        float middle = sorted[i] + (sorted[i + 1] - sorted[i]) / 2;
        out[used++] = middle < sorted[i + 1] ? middle : sorted[i];
        since = 0;
      }
    }
    return Arrays.copyOf(out, used);
  }
}
