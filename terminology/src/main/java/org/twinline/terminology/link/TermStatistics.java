package org.twinline.terminology.link;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.twinline.terminology.store.Sections;

/**
 * What training says of single terms: how often each is right, how often alone, how often its name
 * stands verbatim in a text and is right. While training, counts are kept per fold, so that a row's
 * own fold can be left out; a model has the sums alone.
 */
final class TermStatistics {
  static final int SECTIONS = 3;

  /** Rows that have the term. */
  static final int COUNT = 0;

  /** Rows that have no other. */
  static final int ALONE = 1;

  /** Texts that contain the name. */
  static final int VERBATIM = 2;

  /** Texts that contain the name and have the term. */
  static final int VERBATIM_RIGHT = 3;

  /** Texts in which the term is the nearest name of a part. */
  static final int NEAREST = 4;

  /** Texts in which the term is the nearest name of a part, and right. */
  static final int NEAREST_RIGHT = 5;

  static final int KINDS = 6;

  private final GramTable terms;
  private final IntBuffer counts;
  private final int folds;
  private final int excluded;

  private TermStatistics(GramTable terms, IntBuffer counts, int folds, int excluded) {
    this.terms = terms;
    this.counts = counts;
    this.folds = folds;
    this.excluded = excluded;
  }

  static TermStatistics read(Sections sections, int first) {
    return new TermStatistics(GramTable.read(sections, first), sections.ints(first + 2), 0, -1);
  }

  /** The same without the rows of a fold, −1 for all rows. */
  TermStatistics without(int fold) {
    return new TermStatistics(terms, counts, folds, fold);
  }

  /** A count of a term over the rows that are not left out. */
  int count(int term, int kind) {
    int number = terms.number(term);
    if (number < 0) {
      return 0;
    }
    int at = number * KINDS * (folds + 1) + kind;
    int all = counts.get(at);
    return excluded < 0 || folds == 0 ? all : all - counts.get(at + (1 + excluded) * KINDS);
  }

  /** Counts by fold. */
  static final class Builder {
    private final GramTable.Builder terms = new GramTable.Builder();
    private final int folds;
    private int[] counts;

    Builder(int folds) {
      this.folds = folds;
      counts = new int[KINDS * (folds + 1) * 64];
    }

    void count(int term, int kind, int fold) {
      int number = terms.add(term);
      int width = KINDS * (folds + 1);
      if ((number + 1) * width > counts.length) {
        counts = Arrays.copyOf(counts, counts.length * 2);
      }
      counts[number * width + kind]++;
      counts[number * width + (1 + fold) * KINDS + kind]++;
    }

    TermStatistics build() {
      return new TermStatistics(terms.build(), IntBuffer.wrap(counts), folds, -1);
    }

    void write(Sections.Writer out) {
      terms.write(out);
      int[] sums = new int[terms.size() * KINDS];
      for (int t = 0; t < terms.size(); t++) {
        System.arraycopy(counts, t * KINDS * (folds + 1), sums, t * KINDS, KINDS);
      }
      out.ints(sums);
    }
  }
}
