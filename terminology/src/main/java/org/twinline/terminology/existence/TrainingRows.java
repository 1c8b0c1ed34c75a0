package org.twinline.terminology.existence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twinline.terminology.link.trees.TreeSettings;
import org.twinline.terminology.link.trees.TreeTrainer;
import org.twinline.terminology.link.trees.Trees;

/** Features of names that exist and, as many, of names that do not. */
final class TrainingRows {
  /** Of a hundred joined names so many are judged as if their parents were missing. */
  private static final int CROSSED = 60;

  /** Joins tried for each that is wanted. */
  private static final int TRIES = 50;

  private final float[] values;
  private final boolean[] labels;

  private TrainingRows(float[] values, boolean[] labels) {
    this.values = values;
    this.labels = labels;
  }

  /** Makes rows; empty where the names give too few joins. */
  static Optional<TrainingRows> of(
      List<String> names, Script script, CountTable table, Recombiner joins, int wanted) {
    int half = Math.min(wanted, names.size() / 2);
    float[] values = new float[2 * half * Row.SIZE];
    boolean[] labels = new boolean[2 * half];
    Evidence evidence = new Evidence(script, table, names.size());
    Crossing crossing = new Crossing(names, script, table);
    int rows = 0;
    for (; rows < half; rows++) {
      int at = (int) ((long) rows * names.size() / half);
      put(evidence.of(names.get(at), crossing.family(at)), values, rows);
    }
    Tokens tokens = new Tokens();
    for (long number = 0; rows < 2 * half && number < (long) half * TRIES; number++) {
      Crossing.Join join;
      if (number % 100 < CROSSED || joins.empty()) {
        Optional<Crossing.Join> crossed = crossing.join(number);
        if (crossed.isEmpty()) {
          continue;
        }
        join = crossed.get();
      } else {
        join = new Crossing.Join(joins.name(number), List.of());
      }
      tokens.of(join.name());
      if (table.count(Keys.whole(tokens, 1, tokens.size())) == 0) {
        put(evidence.of(join.name(), join.out()), values, rows);
        labels[rows++] = true;
      }
    }
    return rows < 2 * half ? Optional.empty() : Optional.of(new TrainingRows(values, labels));
  }

  private static void put(float[] from, float[] values, int row) {
    System.arraycopy(from, 0, values, row * Row.SIZE, Row.SIZE);
  }

  /** Trees over all rows. */
  Trees fit(TreeSettings settings) {
    float[] weights = new float[labels.length];
    Arrays.fill(weights, 1);
    return TreeTrainer.fit(values, Row.SIZE, labels, weights, settings);
  }

  /** The cutoff by scores that trees over the other half of the rows give. */
  Cutoff cutoff(TreeSettings settings, double precision) {
    float[] existing = new float[labels.length / 2];
    float[] absent = new float[labels.length / 2];
    for (int fold = 0; fold < 2; fold++) {
      Trees trees = rest(fold).fit(settings);
      for (int i = fold; i < labels.length; i += 2) {
        float score = trees.score(values, i * Row.SIZE);
        if (labels[i]) {
          absent[i - absent.length] = score;
        } else {
          existing[i] = score;
        }
      }
    }
    return Cutoff.of(existing, absent, precision);
  }

  private TrainingRows rest(int fold) {
    int kept = 0;
    float[] some = new float[(labels.length + 1) / 2 * Row.SIZE];
    boolean[] of = new boolean[(labels.length + 1) / 2];
    for (int i = 1 - fold; i < labels.length; i += 2) {
      System.arraycopy(values, i * Row.SIZE, some, kept * Row.SIZE, Row.SIZE);
      of[kept++] = labels[i];
    }
    return new TrainingRows(Arrays.copyOf(some, kept * Row.SIZE), Arrays.copyOf(of, kept));
  }
}
