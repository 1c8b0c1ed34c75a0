package org.twinline.terminology.link.trees;

import java.nio.IntBuffer;
import org.twinline.terminology.store.Sections;

/**
 * An ensemble of binary regression trees in flat arrays.
 *
 * <p>A node is four ints: feature (or −1 for a leaf), threshold (float bits; left where the value
 * is at most that), left child (the right one follows it), and the mean output of the training rows
 * below (float bits; a leaf's output). Immutable and thread-safe; one evaluation costs the depth of
 * every tree.
 */
public final class Trees {
  /** How many sections {@link #write} adds. */
  public static final int SECTIONS = 2;

  private static final int WIDTH = 4;

  private final int[] roots;
  private final int[] nodes;

  Trees(int[] roots, int[] nodes) {
    this.roots = roots;
    this.nodes = nodes;
  }

  /** Reads what {@link #write} wrote. */
  public static Trees read(Sections sections, int first) {
    return new Trees(copy(sections.ints(first)), copy(sections.ints(first + 1)));
  }

  private static int[] copy(IntBuffer buffer) {
    int[] values = new int[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  /** Adds the ensemble as two sections. */
  public void write(Sections.Writer out) {
    out.ints(roots).ints(nodes);
  }

  /** How many trees there are. */
  public int size() {
    return roots.length;
  }

  /** The sum of the trees' outputs for the row that begins at {@code offset}: log odds. */
  public float score(float[] row, int offset) {
    float sum = 0;
    for (int root : roots) {
      int at = root;
      int feature = nodes[at];
      while (feature >= 0) {
        boolean right = row[offset + feature] > Float.intBitsToFloat(nodes[at + 1]);
        at = nodes[at + 2] + (right ? WIDTH : 0);
        feature = nodes[at];
      }
      sum += Float.intBitsToFloat(nodes[at + 3]);
    }
    return sum;
  }

  /**
   * Adds to each feature what it contributed to the score of a row: the change of the mean output
   * along each tree's path (Saabas 2014).
   *
   * @return what no feature contributed: the sum of the roots' means
   */
  public float contributions(float[] row, int offset, float[] out) {
    float base = 0;
    for (int root : roots) {
      int at = root;
      float mean = Float.intBitsToFloat(nodes[at + 3]);
      base += mean;
      while (nodes[at] >= 0) {
        int feature = nodes[at];
        boolean right = row[offset + feature] > Float.intBitsToFloat(nodes[at + 1]);
        at = nodes[at + 2] + (right ? WIDTH : 0);
        float next = Float.intBitsToFloat(nodes[at + 3]);
        out[feature] += next - mean;
        mean = next;
      }
    }
    return base;
  }
}
