package org.twinline.terminology.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.twinline.terminology.SemanticType;

/**
 * One text at a time: its candidates, their features, their order and the rows of the second pass.
 * Shared by training and linking, so that both see the same numbers. For one thread.
 */
final class Weighing {
  final Query query;
  final CandidateSet set = new CandidateSet();
  final float[] odds = new float[CandidateSet.CAPACITY];
  final int[] order = new int[CandidateSet.CAPACITY];

  private final AllNames names;
  private final Retriever retriever;
  private final Features features;
  private final Selector selector;
  private final @Nullable AliasIndex aliases;
  private @Nullable TermStatistics statistics;
  private @Nullable TranslationTable table;
  private byte[] folds = new byte[0];
  private int excluded = -1;
  private float[] rows = new float[0];
  private final long[] sortable = new long[CandidateSet.CAPACITY];

  Weighing(
      AllNames names,
      GramSearch search,
      GramSearch extraSearch,
      @Nullable AliasIndex aliases,
      @Nullable TermStatistics statistics,
      @Nullable TranslationTable table) {
    this.names = names;
    this.aliases = aliases;
    this.statistics = statistics;
    this.table = table;
    query = new Query(names.base());
    retriever = new Retriever(names, search, extraSearch, aliases);
    features = new Features(names);
    selector = new Selector(names);
  }

  /** Leaves out a fold of the training rows. */
  void exclude(
      byte[] foldOfRow,
      int fold,
      TermStatistics without,
      TranslationTable fitted,
      LinearTerms classifiers) {
    folds = foldOfRow;
    excluded = fold;
    statistics = without;
    table = fitted;
    retriever.exclude(foldOfRow, fold);
    retriever.classify(classifiers);
  }

  /** Takes the linear classifiers of a model. */
  void classify(LinearTerms classifiers) {
    retriever.classify(classifiers);
  }

  /** Finds the candidates of a text and their features; returns the rows of the features. */
  float[] features(String text, SemanticType type) {
    query.set(text, type);
    if (table != null) {
      query.translate(table);
    }
    retriever.retrieve(query, set);
    dropUnsupported();
    rows = features.rows(query, set, statistics, table);
    return rows;
  }

  /** Finds the candidates of a text alone. */
  CandidateSet candidates(String text, SemanticType type) {
    query.set(text, type);
    retriever.retrieve(query, set);
    return set;
  }

  /** Terms beyond the list are candidates only where rows that are not left out have them. */
  private void dropUnsupported() {
    int[] kept = new int[set.size];
    int n = 0;
    for (int c = 0; c < set.size; c++) {
      int term = set.term[c];
      if (names.listed(term)
          || (statistics != null && statistics.count(term, TermStatistics.COUNT) > 0)) {
        kept[n++] = c;
      }
    }
    if (n < set.size) {
      set.keep(kept, n);
    }
  }

  /** Orders the candidates by their odds, ties by term. */
  void rank() {
    for (int c = 0; c < set.size; c++) {
      int bits = Float.floatToIntBits(odds[c]);
      int ascending = bits ^ ((bits >> 31) & 0x7fffffff);
      sortable[c] = ((long) ~ascending << 32) | set.term[c];
    }
    Arrays.sort(sortable, 0, set.size);
    for (int i = 0; i < set.size; i++) {
      order[i] = set.find((int) sortable[i]);
    }
  }

  /** The rows of the second pass for the best candidates, after {@link #rank}. */
  float[] selection() {
    return selector.rows(
        query, set, order, Math.min(Selector.TOP, set.size), odds, rows, this::companion);
  }

  /** The part that a candidate's name is most alike to. */
  int part(int candidate) {
    return (int) rows[candidate * Features.COUNT + Features.PART];
  }

  /** The features of the last text's candidates. */
  float[] rows() {
    return rows;
  }

  private float companion(int given, int term) {
    if (aliases == null) {
      return 0;
    }
    int number = aliases.number(given);
    if (number < 0) {
      return 0;
    }
    int all = 1;
    int both = 0;
    int end = Math.min(aliases.rowEnd(number), aliases.rowStart(number) + 400);
    for (int r = aliases.rowStart(number); r < end; r++) {
      int row = aliases.row(r);
      if (excluded >= 0 && folds[row] == excluded) {
        continue;
      }
      all++;
      for (int t = aliases.textStart.get(row); t < aliases.textStart.get(row + 1); t++) {
        both += aliases.textTerms.get(t) == term ? 1 : 0;
      }
    }
    return both / (float) all;
  }
}
