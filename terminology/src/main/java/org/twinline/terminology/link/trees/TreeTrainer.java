package org.twinline.terminology.link.trees;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.twinline.core.Require;

/**
 * Fits gradient-boosted trees with logistic or listwise loss: histograms of gradients over binned
 * features, grown leaf by leaf where the gain is greatest (Friedman 2001; Ke et al. 2017,
 * LightGBM).
 *
 * <p>Each histogram is summed by one thread in row order and ties go to the lower feature, the
 * lower bin and the older leaf, so the result depends on the rows, the labels and the settings
 * alone, whatever the machine and the number of threads. Only +, −, ×, ÷ and {@link StrictMath} are
 * used.
 */
public final class TreeTrainer {
  private static final double LEAST_HESSIAN = 1e-3;
  private static final int CHUNKS = 8;
  private static final int WHOLE_TREES = 10;
  private static final int WHOLE_ROWS = 20_000;
  private static final double LARGE = 0.12;
  private static final int SMALL_OF_256 = 24;

  private final BinnedRows data;
  private final float[] weights;
  private final TreeSettings settings;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] score;
  private final int[] order;
  private final int[] scratch;
  private final double[] leafGradient;
  private final double[] leafHessian;

  private TreeTrainer(BinnedRows data, float[] weights, TreeSettings settings) {
    this.data = data;
    this.weights = weights;
    this.settings = settings;
    gradient = new double[data.rows];
    hessian = new double[data.rows];
    score = new double[data.rows];
    order = new int[data.rows];
    scratch = new int[data.rows];
    leafGradient = new double[data.rows];
    leafHessian = new double[data.rows];
  }

  /**
   * Fits trees.
   *
   * @param values rows of features, row by row
   * @param labels one per row
   * @param weights one per row, not negative; a row of weight 0 is not looked at
   */
  public static Trees fit(
      float[] values, int features, boolean[] labels, float[] weights, TreeSettings settings) {
    Require.argument(
        values.length >= labels.length * features && weights.length == labels.length,
        "Cannot fit trees: %s values, %s labels, %s weights, %s features",
        values.length,
        labels.length,
        weights.length,
        features);
    return fit(new BinnedRows(values, labels.length, features), labels, weights, settings);
  }

  /** Fits trees to rows that have been put into bins, so that several fits can share them. */
  public static Trees fit(
      BinnedRows data, boolean[] labels, float[] weights, TreeSettings settings) {
    Require.argument(
        labels.length == data.rows && weights.length == data.rows,
        "Cannot fit trees: %s rows, %s labels, %s weights",
        data.rows,
        labels.length,
        weights.length);
    return new TreeTrainer(data, weights, settings).grow(new LogisticLoss(labels, weights));
  }

  /**
   * Fits trees that order the rows of each list: softmax within the list instead of logistic loss.
   *
   * @param starts where each list begins, and the end of the last; lists cover all rows
   */
  public static Trees fitLists(
      BinnedRows data, boolean[] labels, float[] weights, int[] starts, TreeSettings settings) {
    Require.argument(
        labels.length == data.rows
            && weights.length == data.rows
            && starts.length > 0
            && starts[starts.length - 1] == data.rows,
        "Cannot fit trees: %s rows, %s labels, %s weights, %s lists",
        data.rows,
        labels.length,
        weights.length,
        starts.length - 1);
    return new TreeTrainer(data, weights, settings).grow(new ListLoss(labels, weights, starts));
  }

  private Trees grow(Loss loss) {
    double start = loss.start();
    Arrays.fill(score, start);
    int[] roots = new int[settings.trees() + 1];
    int[] nodes = new int[(settings.trees() * (2 * settings.leaves() - 1) + 1) * 4];
    nodes[0] = -1;
    nodes[3] = Float.floatToIntBits((float) start);
    int used = 4;
    for (int t = 0; t < settings.trees(); t++) {
      loss.derive(score, gradient, hessian);
      roots[t + 1] = used;
      used = tree(t, nodes, used);
    }
    return new Trees(roots, Arrays.copyOf(nodes, used));
  }

  private int[] featuresOf(int tree) {
    int wanted = Math.max(1, (int) StrictMath.round(data.features * settings.featureShare()));
    long[] keys = new long[data.features];
    for (int f = 0; f < keys.length; f++) {
      long h = (settings.seed() * 1_000_003L + tree) * 0x9e3779b97f4a7c15L + f;
      h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
      h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
      keys[f] = ((h ^ (h >>> 31)) & ~0xffffL) >>> 1 | f;
    }
    Arrays.sort(keys);
    int[] out = new int[Math.min(wanted, keys.length)];
    for (int i = 0; i < out.length; i++) {
      out[i] = (int) (keys[i] & 0x7fff);
    }
    Arrays.sort(out);
    return out;
  }

  private int tree(int number, int[] nodes, int first) {
    int[] features = featuresOf(number);
    int rows = sample(number);
    Leaf[] leaves = new Leaf[settings.leaves()];
    int count = 1;
    int used = first + 4;
    int[] binOf = new int[2 * settings.leaves() - 1];
    leaves[0] = new Leaf(0, rows, first, new Histograms(features.length));
    build(leaves[0], features);
    leaves[0].split(features, settings);
    while (count < leaves.length) {
      Leaf best = leaves[0];
      for (int i = 1; i < count; i++) {
        best = leaves[i].gain > best.gain ? leaves[i] : best;
      }
      if (best.gain <= 1e-9) {
        break;
      }
      int feature = features[best.at];
      nodes[best.node] = feature;
      binOf[(best.node - first) / 4] = best.bin;
      nodes[best.node + 1] = Float.floatToIntBits(data.cuts[feature][best.bin]);
      nodes[best.node + 2] = used;
      nodes[best.node + 3] = Float.floatToIntBits((float) best.output(settings));
      int middle = partition(best, data.bins[feature]);
      Histograms own = best.histograms;
      boolean leftSmaller = middle - best.from <= best.to - middle;
      Leaf small =
          leftSmaller
              ? new Leaf(best.from, middle, used, new Histograms(features.length))
              : new Leaf(middle, best.to, used + 4, new Histograms(features.length));
      Leaf large =
          leftSmaller
              ? new Leaf(middle, best.to, used + 4, own)
              : new Leaf(best.from, middle, used, own);
      used += 8;
      build(small, features);
      own.subtract(small.histograms);
      large.total();
      for (int i = 0; i < count; i++) {
        if (leaves[i] == best) {
          leaves[i] = small;
        }
      }
      leaves[count++] = large;
      if (count < leaves.length) {
        small.split(features, settings);
        large.split(features, settings);
      }
    }
    for (int i = 0; i < count; i++) {
      Leaf leaf = leaves[i];
      double output = leaf.output(settings);
      nodes[leaf.node] = -1;
      nodes[leaf.node + 3] = Float.floatToIntBits((float) output);
    }
    IntStream.range(0, CHUNKS).parallel().forEach(chunk -> update(chunk, nodes, first, binOf));
    return used;
  }

  /** Adds the tree's output to the scores of a chunk of all rows. */
  private void update(int chunk, int[] nodes, int first, int[] binOf) {
    int from = (int) ((long) data.rows * chunk / CHUNKS);
    int to = (int) ((long) data.rows * (chunk + 1) / CHUNKS);
    for (int r = from; r < to; r++) {
      int at = first;
      while (nodes[at] >= 0) {
        boolean right = (data.bins[nodes[at]][r] & 0xff) > binOf[(at - first) / 4];
        at = nodes[at + 2] + (right ? 4 : 0);
      }
      score[r] += Float.intBitsToFloat(nodes[at + 3]);
    }
  }

  /**
   * Chooses the rows of a tree, their gradients scaled: all of large gradient and a hashed part of
   * the others, which stand for the rest (GOSS, Ke et al. 2017).
   */
  private int sample(int tree) {
    int n = 0;
    for (int r = 0; r < data.rows; r++) {
      if (weights[r] > 0) {
        order[n++] = r;
      }
    }
    if (tree < WHOLE_TREES || n < WHOLE_ROWS) {
      return n;
    }
    int wanted = (int) (n * LARGE);
    n = 0;
    int[] counts = new int[1 << 12];
    for (int r = 0; r < data.rows; r++) {
      if (weights[r] > 0) {
        counts[magnitude(gradient[r])]++;
      }
    }
    int least = counts.length - 1;
    for (int above = counts[least]; above < wanted && least > 0; ) {
      above += counts[--least];
    }
    for (int r = 0; r < data.rows; r++) {
      if (weights[r] == 0) {
        continue;
      }
      if (magnitude(gradient[r]) >= least) {
        order[n++] = r;
      } else {
        int h = (r + tree * 0x632be59b) * 0x9e3779b9;
        h = (h ^ (h >>> 15)) * 0x85ebca6b;
        if (((h ^ (h >>> 13)) & 0xff) < SMALL_OF_256) {
          gradient[r] *= 256.0 / SMALL_OF_256;
          hessian[r] *= 256.0 / SMALL_OF_256;
          order[n++] = r;
        }
      }
    }
    return n;
  }

  /** Exponent and first bits of a gradient's size: grows with it. */
  private static int magnitude(double gradient) {
    int bits = Float.floatToRawIntBits((float) Math.abs(gradient)) >>> 19;
    return Math.max(0, Math.min((1 << 12) - 1, bits));
  }

  private int partition(Leaf leaf, byte[] bins) {
    int left = leaf.from;
    int right = 0;
    for (int k = leaf.from; k < leaf.to; k++) {
      int row = order[k];
      if ((bins[row] & 0xff) <= leaf.bin) {
        order[left++] = row;
      } else {
        scratch[right++] = row;
      }
    }
    System.arraycopy(scratch, 0, order, left, right);
    return left;
  }

  private void build(Leaf leaf, int[] features) {
    for (int k = leaf.from; k < leaf.to; k++) {
      leafGradient[k] = gradient[order[k]];
      leafHessian[k] = hessian[order[k]];
    }
    IntStream range = IntStream.range(0, features.length);
    (leaf.to - leaf.from > 2000 ? range.parallel() : range)
        .forEach(
            i -> {
              byte[] bins = data.bins[features[i]];
              double[] sums = leaf.histograms.sums[i];
              int[] counts = leaf.histograms.counts[i];
              for (int k = leaf.from; k < leaf.to; k++) {
                int bin = bins[order[k]] & 0xff;
                sums[bin * 2] += leafGradient[k];
                sums[bin * 2 + 1] += leafHessian[k];
                counts[bin]++;
              }
            });
    leaf.total();
  }

  /** Sums of gradients and hessians, and counts, of each bin of each feature. */
  private static final class Histograms {
    final double[][] sums;
    final int[][] counts;

    Histograms(int features) {
      sums = new double[features][512];
      counts = new int[features][256];
    }

    void subtract(Histograms other) {
      for (int f = 0; f < sums.length; f++) {
        for (int b = 0; b < 512; b++) {
          sums[f][b] -= other.sums[f][b];
        }
        for (int b = 0; b < 256; b++) {
          counts[f][b] -= other.counts[f][b];
        }
      }
    }
  }

  /** A leaf that may be split. */
  private static final class Leaf {
    final int from;
    final int to;
    final int node;
    final Histograms histograms;
    double sumGradient;
    double sumHessian;
    double gain;
    int at;
    int bin;

    Leaf(int from, int to, int node, Histograms histograms) {
      this.from = from;
      this.to = to;
      this.node = node;
      this.histograms = histograms;
    }

    void total() {
      sumGradient = 0;
      sumHessian = 0;
      for (int b = 0; b < 256; b++) {
        sumGradient += histograms.sums[0][b * 2];
        sumHessian += histograms.sums[0][b * 2 + 1];
      }
    }

    double output(TreeSettings settings) {
      return -settings.rate() * sumGradient / (sumHessian + settings.l2());
    }

    void split(int[] features, TreeSettings settings) {
      int rows = to - from;
      if (rows < 2 * settings.leafRows()) {
        return;
      }
      double l2 = settings.l2();
      double own = sumGradient * sumGradient / (sumHessian + l2);
      for (int f = 0; f < features.length; f++) {
        double g = 0;
        double h = 0;
        int n = 0;
        double[] sums = histograms.sums[f];
        int[] counts = histograms.counts[f];
        for (int b = 0; b < 255; b++) {
          if (counts[b] == 0) {
            continue;
          }
          g += sums[b * 2];
          h += sums[b * 2 + 1];
          n += counts[b];
          if (n < settings.leafRows() || h < LEAST_HESSIAN) {
            continue;
          }
          if (rows - n < settings.leafRows() || sumHessian - h < LEAST_HESSIAN) {
            break;
          }
          double rest = sumGradient - g;
          double value = g * g / (h + l2) + rest * rest / (sumHessian - h + l2) - own;
          if (value > gain) {
            gain = value;
            at = f;
            bin = b;
          }
        }
      }
    }
  }
}
