package org.twinline.terminology.existence;

import org.twinline.core.Require;
import org.twinline.terminology.link.trees.TreeSettings;

/**
 * How the model is trained.
 *
 * @param rows names held out, and as many recombinations, for each script; at least 100
 * @param leastNames names a script must have for a model of its own; at least 100
 * @param precision what the verdict "absent" shall reach among as many joins as held-out names,
 *     none of them in the index, in (0.5, 1). Where some of the names asked for are in the index it
 *     is more precise: with seven names in ten known, 0.86 becomes 0.95
 * @param trees how the trees are grown
 */
public record ExistenceSettings(int rows, int leastNames, double precision, TreeSettings trees) {
  public ExistenceSettings {
    Require.argument(rows >= 100, "illegal number of rows: %s, must be at least 100", rows);
    Require.argument(
        leastNames >= 100, "illegal least number of names: %s, must be at least 100", leastNames);
    Require.argument(
        precision > 0.5 && precision < 1,
        "illegal precision: %s, must be between 0.5 and 1",
        precision);
  }

  /** The measured default. */
  public static ExistenceSettings standard() {
    return new ExistenceSettings(
        12_000, 5_000, 0.86, new TreeSettings(120, 31, 0.12, 0.5, 20, 1, 1));
  }
}
