package org.twinline.terminology.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twinline.terminology.link.trees.BinnedRows;
import org.twinline.terminology.link.trees.TreeSettings;
import org.twinline.terminology.link.trees.TreeTrainer;
import org.twinline.terminology.link.trees.Trees;

class RankerTest {
  private static final int LISTS = 300;
  private static final int LONG = 4;

  /** Lists of four rows of two features; right is the row with the greatest first feature. */
  private static float[] rows() {
    float[] rows = new float[LISTS * LONG * 2];
    for (int i = 0; i < LISTS * LONG; i++) {
      int level = (i / LONG) % 7 * 10;
      rows[i * 2] = level + (i * 7 + i / LONG * 3) % 13 / 13f;
      rows[i * 2 + 1] = rows[i * 2] - level;
    }
    return rows;
  }

  private static Ranker fitted(float[] rows, boolean[] labels) {
    int[] starts = new int[LISTS + 1];
    float[] weights = new float[LISTS * LONG];
    for (int list = 0; list <= LISTS; list++) {
      starts[list] = list * LONG;
    }
    java.util.Arrays.fill(weights, 1);
    Trees trees =
        TreeTrainer.fitLists(
            new BinnedRows(rows, LISTS * LONG, 2),
            labels,
            weights,
            starts,
            new TreeSettings(40, 6, 0.2, 1, 5, 1, 1));
    return new Ranker(new Trees[] {trees}, true);
  }

  private static boolean[] greatest(float[] rows) {
    boolean[] labels = new boolean[LISTS * LONG];
    for (int list = 0; list < LISTS; list++) {
      int best = list * LONG;
      for (int i = best; i < (list + 1) * LONG; i++) {
        best = rows[i * 2 + 1] > rows[best * 2 + 1] ? i : best;
      }
      labels[best] = true;
    }
    return labels;
  }

  @Test
  void treesByListsOrderWithinTheList() {
    float[] rows = rows();
    boolean[] labels = greatest(rows);
    Ranker ranker = fitted(rows, labels);
    float[] odds = new float[LISTS * LONG];
    int right = 0;
    for (int list = 0; list < LISTS; list++) {
      ranker.odds(rows, 2, list * LONG, (list + 1) * LONG, odds);
      int best = list * LONG;
      for (int i = best; i < (list + 1) * LONG; i++) {
        best = odds[i] > odds[best] ? i : best;
      }
      right += labels[best] ? 1 : 0;
    }
    assertTrue(right > LISTS * 9 / 10, "right in " + right);
  }

  @Test
  void chancesOfAListSumToOne() {
    float[] rows = rows();
    Ranker ranker = fitted(rows, greatest(rows));
    float[] odds = new float[LONG];
    ranker.odds(rows, 2, 0, LONG, odds);
    double sum = 0;
    for (float one : odds) {
      sum += Selector.chance(one);
    }
    assertEquals(1, sum, 1e-4);
  }

  @Test
  void listsWithoutARightRowDoNotCount() {
    float[] rows = rows();
    Ranker none = fitted(rows, new boolean[LISTS * LONG]);
    float[] odds = new float[LONG];
    none.odds(rows, 2, 0, LONG, odds);
    for (float one : odds) {
      assertEquals(Math.log(1 / 3.0), one, 1e-6);
    }
  }
}
