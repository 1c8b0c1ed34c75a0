package org.twinline.core.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.twinline.core.dataset.ShardResult;

/**
 * The mergeable account of a run or a part of it. It travels as data through the pipeline (counters
 * are attempted values on some runners, so no figure comes from them).
 *
 * @param rows input file index to its ledger row
 * @param histograms score name to its distribution
 * @param figures named counts, for example {@code verdict.accept}
 * @param shards finished shards
 * @param examples bounded: at most {@link #EXAMPLES_PER_LINE} a line
 */
public record Tally(
    SortedMap<Integer, LedgerRow> rows,
    SortedMap<String, Histogram> histograms,
    SortedMap<String, Long> figures,
    List<ShardResult> shards,
    List<Example> examples) {
  public static final int EXAMPLES_PER_LINE = 40;
  public static final Tally EMPTY =
      new Tally(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of());

  public Tally {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    histograms = Collections.unmodifiableSortedMap(new TreeMap<>(histograms));
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    shards = List.copyOf(shards);
    examples = bounded(examples);
  }

  /** Both accounts together; associative and commutative up to the order of shards. */
  public Tally plus(Tally other) {
    List<ShardResult> allShards = new ArrayList<>(shards);
    allShards.addAll(other.shards);
    List<Example> allExamples = new ArrayList<>(examples);
    allExamples.addAll(other.examples);
    return new Tally(
        merged(rows, other.rows, LedgerRow::plus),
        merged(histograms, other.histograms, Histogram::plus),
        merged(figures, other.figures, Long::sum),
        allShards,
        allExamples);
  }

  /** All files together. */
  public LedgerRow total() {
    return rows.values().stream().reduce(LedgerRow.EMPTY, LedgerRow::plus);
  }

  /** The named count, 0 where it never occurred. */
  public long figure(String name) {
    return figures.getOrDefault(name, 0L);
  }

  private static <K, V> SortedMap<K, V> merged(
      SortedMap<K, V> a, Map<K, V> b, BinaryOperator<V> plus) {
    TreeMap<K, V> sum = new TreeMap<>(a);
    b.forEach((key, value) -> sum.merge(key, value, plus));
    return sum;
  }

  private static List<Example> bounded(List<Example> all) {
    List<Example> result = new ArrayList<>();
    String line = "";
    int taken = 0;
    for (Example example : all.stream().sorted().distinct().toList()) {
      taken = example.line().equals(line) ? taken + 1 : 1;
      line = example.line();
      if (taken <= EXAMPLES_PER_LINE) {
        result.add(example);
      }
    }
    return List.copyOf(result);
  }
}
