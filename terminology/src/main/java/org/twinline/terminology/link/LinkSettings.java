package org.twinline.terminology.link;

import org.twinline.core.Require;
import org.twinline.terminology.link.trees.TreeSettings;

/**
 * How a linker is trained.
 *
 * @param folds for cross-fitting, 2 to 10
 * @param rounds how many rankers are averaged, 1 to 5
 * @param ranker trees that judge single candidates
 * @param selector trees that choose the set
 */
public record LinkSettings(int folds, int rounds, TreeSettings ranker, TreeSettings selector) {

  /** What was measured best. */
  public static final LinkSettings DEFAULT =
      new LinkSettings(
          5,
          1,
          new TreeSettings(240, 31, 0.06, 0.4, 20, 1, 1),
          new TreeSettings(120, 15, 0.05, 0.6, 20, 1, 2));

  public LinkSettings {
    Require.argument(folds >= 2 && folds <= 10, "illegal number of folds: %s, must be 2..10", folds);
    Require.argument(
        rounds >= 1 && rounds <= 5, "illegal number of rounds: %s, must be 1..5", rounds);
  }
}
