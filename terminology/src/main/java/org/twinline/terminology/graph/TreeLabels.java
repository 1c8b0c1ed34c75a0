package org.twinline.terminology.graph;

import java.nio.IntBuffer;
import org.twinline.terminology.store.Sections;

/**
 * Lowest common ancestors in constant time (Schieber and Vishkin 1988, SIAM J Comput 17:1253) over
 * the part of a hierarchy that is a forest: its <i>plain</i> nodes, whose ancestors form a chain.
 *
 * <p>Three ints a node: {@code inlabel} maps the node to a node of a complete binary tree so that
 * all nodes of one label form a path downwards, {@code ascendant} has the bit of each height at
 * which an ancestor's label stands, {@code head} gives the top of a label's path. A root that is
 * not stored, −1, joins the trees.
 */
final class TreeLabels {
  private final IntBuffer inlabels;
  private final IntBuffer ascendants;
  private final IntBuffer heads;
  private final IntBuffer parentOffsets;
  private final IntBuffer parents;
  private final IntBuffer depths;

  TreeLabels(
      IntBuffer inlabels,
      IntBuffer ascendants,
      IntBuffer heads,
      IntBuffer parentOffsets,
      IntBuffer parents,
      IntBuffer depths) {
    this.inlabels = inlabels;
    this.ascendants = ascendants;
    this.heads = heads;
    this.parentOffsets = parentOffsets;
    this.parents = parents;
    this.depths = depths;
  }

  /** The lowest common ancestor of two plain nodes, −1 where they stand in different trees. */
  int lowest(int a, int b) {
    int labelOfA = inlabels.get(a);
    int labelOfB = inlabels.get(b);
    if (labelOfA == labelOfB) {
      return depth(a) <= depth(b) ? a : b;
    }
    int ofA = ascendants.get(a);
    int ofB = ascendants.get(b);
    int height =
        Math.max(
            31 - Integer.numberOfLeadingZeros(labelOfA ^ labelOfB),
            Math.max(
                Integer.numberOfTrailingZeros(labelOfA), Integer.numberOfTrailingZeros(labelOfB)));
    int j = Integer.numberOfTrailingZeros(ofA & ofB & -(1 << height));
    int label = labelAt(labelOfA, j);
    int fromA = enters(a, labelOfA, ofA, label, j);
    int fromB = enters(b, labelOfB, ofB, label, j);
    return depth(fromA) <= depth(fromB) ? fromA : fromB;
  }

  private static int labelAt(int label, int height) {
    return (label >> height | 1) << height;
  }

  /** The lowest ancestor of a node on the path of a label at height {@code j}. */
  private int enters(int node, int own, int ascendant, int label, int j) {
    if (own == label) {
      return node;
    }
    int below = 31 - Integer.numberOfLeadingZeros(ascendant & ((1 << j) - 1));
    int top = heads.get(labelAt(own, below));
    int from = parentOffsets.get(top);
    return parentOffsets.get(top + 1) == from ? -1 : parents.get(from);
  }

  private int depth(int node) {
    return node < 0 ? 0 : depths.get(node);
  }

  /**
   * Appends the sections of {@code inlabel}, {@code ascendant} (both 0 for nodes that are not
   * plain) and {@code head}.
   *
   * @param order every node after its parents
   */
  static void write(
      Adjacency parents,
      Adjacency children,
      int[] order,
      int[] depths,
      int[] ancestors,
      Sections.Writer writer) {
    int size = order.length;
    int[] below = new int[size]; // plain nodes of the subtree
    for (int i = size - 1; i >= 0; i--) {
      int node = order[i];
      if (ancestors[node] == depths[node]) {
        below[node]++;
        if (parents.count(node) > 0) {
          below[parents.at(parents.from(node))] += below[node];
        }
      }
    }
    int[] preorder = new int[size];
    int[] inlabel = new int[size];
    int[] ascendant = new int[size];
    int[] head = new int[size + 2];
    int next = 2; // the root that joins the trees is 1
    int top = Integer.highestOneBit(Math.max(1, 1 + plain(depths, ancestors)));
    for (int node : order) {
      if (ancestors[node] != depths[node]) {
        continue;
      }
      int parent = parents.count(node) == 0 ? -1 : parents.at(parents.from(node));
      if (parent < 0) {
        preorder[node] = next;
        next += below[node];
      }
      int first = preorder[node];
      int last = first + below[node] - 1;
      int height = 31 - Integer.numberOfLeadingZeros((first - 1) ^ last);
      inlabel[node] = last >> height << height;
      ascendant[node] =
          (parent < 0 ? top : ascendant[parent]) | Integer.lowestOneBit(inlabel[node]);
      if (inlabel[node] != (parent < 0 ? top : inlabel[parent])) {
        head[inlabel[node]] = node;
      }
      int place = first + 1;
      for (int c = children.from(node); c < children.to(node); c++) {
        int child = children.at(c);
        if (ancestors[child] == depths[child]) {
          preorder[child] = place;
          place += below[child];
        }
      }
    }
    writer.ints(inlabel).ints(ascendant).ints(head);
  }

  private static int plain(int[] depths, int[] ancestors) {
    int count = 0;
    for (int i = 0; i < depths.length; i++) {
      count += depths[i] == ancestors[i] ? 1 : 0;
    }
    return count;
  }
}
