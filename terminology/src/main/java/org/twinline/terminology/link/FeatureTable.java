package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.ints.IntList;
import java.util.Arrays;
import org.twinline.terminology.link.trees.BinnedRows;
import org.twinline.terminology.link.trees.TreeSettings;
import org.twinline.terminology.link.trees.TreeTrainer;
import org.twinline.terminology.link.trees.Trees;

/** Rows of features in groups: one group per text, one row per candidate. */
final class FeatureTable {
  private final int features;
  private float[] values = new float[1 << 12];
  private boolean[] labels = new boolean[1 << 8];
  private int[] terms = new int[1 << 8];
  private int size;
  private int[] starts = new int[1 << 6];
  private int[] rowOf = new int[1 << 6];
  private byte[] folds = new byte[1 << 6];
  private int groups;

  FeatureTable(int features) {
    this.features = features;
  }

  /** Adds the candidates of a text. */
  void add(int row, int fold, float[] from, int[] candidates, int n, IntList right) {
    while ((long) (size + n) * features > values.length) {
      values = Arrays.copyOf(values, Math.max(values.length * 3 / 2, (size + n) * features));
    }
    if (size + n > labels.length) {
      labels = Arrays.copyOf(labels, (size + n) * 3 / 2);
      terms = Arrays.copyOf(terms, labels.length);
    }
    if (groups + 2 > starts.length) {
      starts = Arrays.copyOf(starts, groups * 2);
      rowOf = Arrays.copyOf(rowOf, groups * 2);
      folds = Arrays.copyOf(folds, groups * 2);
    }
    System.arraycopy(from, 0, values, size * features, n * features);
    for (int i = 0; i < n; i++) {
      terms[size + i] = candidates[i];
      labels[size + i] = right.contains(candidates[i]);
    }
    size += n;
    rowOf[groups] = row;
    folds[groups++] = (byte) fold;
    starts[groups] = size;
  }

  /** All groups of the tables in order; the tables lose their contents. */
  static FeatureTable concat(FeatureTable[] tables) {
    int rows = 0;
    int groups = 0;
    for (FeatureTable table : tables) {
      rows += table.size;
      groups += table.groups;
    }
    FeatureTable out = new FeatureTable(tables[0].features);
    out.values = new float[Math.multiplyExact(rows, out.features)];
    out.labels = new boolean[rows];
    out.terms = new int[rows];
    out.starts = new int[groups + 1];
    out.rowOf = new int[groups];
    out.folds = new byte[groups];
    for (FeatureTable table : tables) {
      System.arraycopy(
          table.values, 0, out.values, out.size * out.features, table.size * out.features);
      System.arraycopy(table.labels, 0, out.labels, out.size, table.size);
      System.arraycopy(table.terms, 0, out.terms, out.size, table.size);
      for (int g = 0; g < table.groups; g++) {
        out.rowOf[out.groups] = table.rowOf[g];
        out.folds[out.groups++] = table.folds[g];
        out.starts[out.groups] = out.size + table.starts[g + 1];
      }
      out.size += table.size;
      table.values = new float[0];
    }
    return out;
  }

  /** Makes a feature 0 in every row, so that no tree uses it. */
  void blank(int feature) {
    for (int i = 0; i < size; i++) {
      values[i * features + feature] = 0;
    }
  }

  int rows() {
    return size;
  }

  int groups() {
    return groups;
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return starts[group + 1];
  }

  int row(int group) {
    return rowOf[group];
  }

  int fold(int group) {
    return folds[group];
  }

  int term(int at) {
    return terms[at];
  }

  boolean label(int at) {
    return labels[at];
  }

  /** The rows in bins, for {@link #fit}. */
  BinnedRows bins() {
    return new BinnedRows(values, size, features);
  }

  /** Fits trees to all groups but those of a fold, −1 for all. */
  Trees fit(BinnedRows bins, TreeSettings settings, int without) {
    return TreeTrainer.fit(bins, Arrays.copyOf(labels, size), weights(without), settings);
  }

  /** The same for trees that order the rows of each group. */
  Trees fitLists(BinnedRows bins, TreeSettings settings, int without) {
    return TreeTrainer.fitLists(
        bins,
        Arrays.copyOf(labels, size),
        weights(without),
        Arrays.copyOf(starts, groups + 1),
        settings);
  }

  private float[] weights(int without) {
    float[] weights = new float[size];
    for (int g = 0; g < groups; g++) {
      if (folds[g] != without) {
        Arrays.fill(weights, start(g), end(g), 1);
      }
    }
    return weights;
  }

  /** Writes the log odds of every row of a fold. */
  void score(Ranker ranker, int fold, float[] out) {
    for (int g = 0; g < groups; g++) {
      if (folds[g] == fold) {
        ranker.odds(values, features, start(g), end(g), out);
      }
    }
  }
}
