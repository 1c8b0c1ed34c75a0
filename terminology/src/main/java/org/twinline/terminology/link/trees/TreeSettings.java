package org.twinline.terminology.link.trees;

import org.twinline.core.Require;

/**
 * How trees are grown.
 *
 * @param trees how many, at least 1
 * @param leaves leaves of a tree, at least 2
 * @param rate shrinkage of each tree's output, in (0, 1]
 * @param featureShare share of the features a tree may use, in (0, 1]
 * @param leafRows least rows of a leaf
 * @param l2 regularisation of a leaf's output, not negative
 * @param seed chooses the features of each tree
 */
public record TreeSettings(
    int trees, int leaves, double rate, double featureShare, int leafRows, double l2, int seed) {

  public TreeSettings {
    Require.argument(trees >= 1, "illegal number of trees: %s, must be at least 1", trees);
    Require.argument(
        leaves >= 2 && leaves <= 4096, "illegal number of leaves: %s, must be 2 to 4096", leaves);
    Require.argument(rate > 0 && rate <= 1, "illegal rate: %s, must be in (0, 1]", rate);
    Require.argument(
        featureShare > 0 && featureShare <= 1,
        "illegal share of features: %s, must be in (0, 1]",
        featureShare);
    Require.argument(leafRows >= 1, "illegal rows of a leaf: %s, must be at least 1", leafRows);
    Require.argument(l2 >= 0, "illegal l2: %s, must not be negative", l2);
  }

  /** The same with another seed. */
  public TreeSettings withSeed(int other) {
    return new TreeSettings(trees, leaves, rate, featureShare, leafRows, l2, other);
  }
}
