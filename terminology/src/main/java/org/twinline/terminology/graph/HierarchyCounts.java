package org.twinline.terminology.graph;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * What is counted once over an acyclic hierarchy: depths, and distinct ancestors, descendants and
 * leaves of each node, the node itself included.
 *
 * <p>A node with one parent has one ancestor more than the parent; a node whose descendants all
 * have one parent has as many descendants as its children together. Where paths meet again the
 * nodes are walked, upwards from those with several parents, downwards from those above such a node
 * and without entering a branch that is a tree below its top. So the cost is the number of edges
 * plus, for each node with several parents, the ancestors that have several children.
 */
final class HierarchyCounts {
  final int[] depths;
  final int[] ancestors;
  final int[] descendants;
  final int[] leaves;

  private final Adjacency parents;
  private final Adjacency children;

  /** Parents before children. */
  private final int[] order;

  private final int maxDepth;

  /**
   * @param order every node after its parents
   */
  HierarchyCounts(Adjacency parents, Adjacency children, int[] order) {
    this.parents = parents;
    this.children = children;
    this.order = order;
    int size = parents.size();
    depths = new int[size];
    ancestors = new int[size];
    descendants = new int[size];
    leaves = new int[size];
    countUp();
    countDown();
    maxDepth = Arrays.stream(depths).max().orElse(0);
  }

  private void countUp() {
    int[] seen = unseen();
    IntArrayList stack = new IntArrayList();
    for (int node : order) {
      int least = Integer.MAX_VALUE;
      for (int p = parents.from(node); p < parents.to(node); p++) {
        least = Math.min(least, depths[parents.at(p)]);
      }
      depths[node] = least == Integer.MAX_VALUE ? 1 : least + 1;
      if (parents.count(node) <= 1) {
        ancestors[node] =
            parents.count(node) == 0 ? 1 : 1 + ancestors[parents.at(parents.from(node))];
        continue;
      }
      int count = 0;
      stack.add(node);
      seen[node] = node;
      while (!stack.isEmpty()) {
        int one = stack.popInt();
        count++;
        for (int p = parents.from(one); p < parents.to(one); p++) {
          if (seen[parents.at(p)] != node) {
            seen[parents.at(p)] = node;
            stack.add(parents.at(p));
          }
        }
      }
      ancestors[node] = count;
    }
  }

  private void countDown() {
    int[] seen = unseen();
    boolean[] shared = new boolean[order.length]; // whether a node strictly below has two parents
    IntArrayList stack = new IntArrayList();
    for (int i = order.length - 1; i >= 0; i--) {
      int node = order[i];
      int sum = 1;
      int ends = children.count(node) == 0 ? 1 : 0;
      for (int c = children.from(node); c < children.to(node); c++) {
        int child = children.at(c);
        shared[node] |= shared[child] || parents.count(child) > 1;
        sum += descendants[child];
        ends += leaves[child];
      }
      if (shared[node] && children.count(node) > 1) {
        sum = 0;
        ends = 0;
        stack.add(node);
        while (!stack.isEmpty()) {
          int one = stack.popInt();
          if (!shared[one]) {
            sum += descendants[one];
            ends += leaves[one];
            continue;
          }
          sum++;
          for (int c = children.from(one); c < children.to(one); c++) {
            if (seen[children.at(c)] != node) {
              seen[children.at(c)] = node;
              stack.add(children.at(c));
            }
          }
        }
      }
      descendants[node] = sum;
      leaves[node] = ends;
    }
  }

  private int[] unseen() {
    int[] seen = new int[order.length];
    Arrays.fill(seen, -1);
    return seen;
  }

  int leafTotal() {
    int total = 0;
    for (int node : order) {
      total += children.count(node) == 0 ? 1 : 0;
    }
    return total;
  }

  int maxDepth() {
    return maxDepth;
  }

  /**
   * The nodes from the most to the least informative: by fewer descendants, then by depth
   * descending, then by number. A node comes before all its ancestors.
   */
  int[] byContent() {
    int size = order.length;
    // Stable counting sort by depth descending, then one sort by (descendants, place so far).
    int[] places = new int[maxDepth + 2];
    for (int depth : depths) {
      places[maxDepth - depth + 1]++;
    }
    for (int i = 1; i < places.length; i++) {
      places[i] += places[i - 1];
    }
    int[] byDepth = new int[size];
    for (int node = 0; node < size; node++) {
      byDepth[places[maxDepth - depths[node]]++] = node;
    }
    long[] keys = new long[size];
    Arrays.setAll(keys, i -> (long) descendants[byDepth[i]] << 32 | i);
    Arrays.sort(keys);
    int[] nodes = new int[size];
    Arrays.setAll(nodes, i -> byDepth[(int) keys[i]]);
    return nodes;
  }

  /** The information contents of Seco et al. 2004, see {@link InformationContent#SECO}. */
  double[] seco() {
    double[] contents = new double[order.length];
    double log = Math.log(contents.length);
    Arrays.setAll(contents, i -> contents.length == 1 ? 1 : 1 - Math.log(descendants[i]) / log);
    return contents;
  }

  /** The information contents of Sánchez et al. 2011, see {@link InformationContent#SANCHEZ}. */
  double[] sanchez() {
    double[] contents = new double[order.length];
    int total = leafTotal();
    Arrays.setAll(
        contents,
        i ->
            InformationContent.sanchez(
                children.count(i) == 0 ? 0 : leaves[i], ancestors[i], total));
    return contents;
  }
}
