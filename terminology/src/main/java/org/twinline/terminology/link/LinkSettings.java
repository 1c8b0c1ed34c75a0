package org.twinline.terminology.link;

import java.util.List;
import org.twinline.core.Require;
import org.twinline.terminology.link.trees.TreeSettings;

/**
 * How a linker is trained.
 *
 * @param folds for cross-fitting, 2 to 10
 * @param rounds how many rankers are averaged, 1 to 5
 * @param ranker trees that judge single candidates
 * @param listRounds how many are averaged for texts in lay words, 1 to 5
 * @param lister trees that order the candidates of a text in lay words
 * @param selector trees that choose the set
 * @param ignored beginnings of the names of features that the ranker does not see, to measure what
 *     they add
 */
public record LinkSettings(
    int folds,
    int rounds,
    TreeSettings ranker,
    int listRounds,
    TreeSettings lister,
    TreeSettings selector,
    List<String> ignored) {

  /** What was measured best. */
  public static final LinkSettings DEFAULT =
      new LinkSettings(
          5,
          1,
          new TreeSettings(240, 31, 0.06, 0.4, 20, 1, 1),
          3,
          new TreeSettings(240, 15, 0.05, 0.3, 20, 5, 1),
          new TreeSettings(120, 15, 0.05, 0.6, 20, 1, 2),
          List.of());

  public LinkSettings {
    ignored = List.copyOf(ignored);
    Require.argument(
        folds >= 2 && folds <= 10, "illegal number of folds: %s, must be 2..10", folds);
    Require.argument(
        rounds >= 1 && rounds <= 5, "illegal number of rounds: %s, must be 1..5", rounds);
    Require.argument(
        listRounds >= 1 && listRounds <= 5,
        "illegal number of rounds: %s, must be 1..5",
        listRounds);
  }

  /** The same with that many rankers averaged. */
  public LinkSettings withRounds(int other) {
    return new LinkSettings(folds, other, ranker, other, lister, selector, ignored);
  }

  /** The same without the features whose names begin like that. */
  public LinkSettings ignoring(String... beginnings) {
    return new LinkSettings(
        folds, rounds, ranker, listRounds, lister, selector, List.of(beginnings));
  }

  /** Whether the ranker does not see that feature. */
  boolean ignores(String feature) {
    return ignored.stream().anyMatch(feature::startsWith);
  }
}
