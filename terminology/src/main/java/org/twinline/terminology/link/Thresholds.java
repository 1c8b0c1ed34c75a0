package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/**
 * From which chance on a term belongs to the answer; the best term always does.
 *
 * @param chance in (0, 1)
 */
record Thresholds(float chance) {

  /** The threshold with the greatest sum of micro-F1 and share of texts all right. */
  static Thresholds fit(FeatureTable table, float[] odds, TrainingRows rows) {
    Thresholds best = new Thresholds(0.5f);
    double most = -1;
    for (int step = 20; step <= 70; step += 2) {
      Thresholds one = new Thresholds(step / 100f);
      LinkFigures figures = one.figures(table, odds, table, odds, rows);
      double value = figures.f1() + figures.allRight();
      if (value > most) {
        most = value;
        best = one;
      }
    }
    return best;
  }

  /** The figures of the second pass, with the candidates of the first. */
  LinkFigures figures(
      FeatureTable first, float[] firstOdds, FeatureTable second, float[] odds, TrainingRows rows) {
    LinkFigures.Counter counter = new LinkFigures.Counter();
    for (int g = 0; g < second.groups(); g++) {
      IntList expected = rows.terms.get(second.row(g));
      IntArrayList given = new IntArrayList();
      int best = -1;
      for (int i = second.start(g); i < second.end(g); i++) {
        if (best < 0 || odds[i] > odds[best]) {
          best = i;
        }
        if (Selector.chance(odds[i]) >= chance) {
          given.add(second.term(i));
        }
      }
      if (given.isEmpty() && best >= 0) {
        given.add(second.term(best));
      }
      IntArrayList candidates = new IntArrayList();
      if (best >= 0) {
        candidates.add(second.term(best));
      }
      for (int i = first.start(g); i < first.end(g); i++) {
        candidates.add(first.term(i));
      }
      counter.add(expected.toIntArray(), given.toIntArray(), candidates.toIntArray());
    }
    return counter.figures();
  }
}
