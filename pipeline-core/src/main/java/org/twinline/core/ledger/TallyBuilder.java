package org.twinline.core.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.twinline.core.dataset.ShardResult;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.RejectionReason;

/** Collects the account of one bundle. Not thread-safe. */
public final class TallyBuilder {
  private final Map<Integer, Counts> rows = new HashMap<>();
  private final Map<String, long[][]> histograms = new HashMap<>();
  private final Map<String, Long> figures = new HashMap<>();
  private final List<ShardResult> shards = new ArrayList<>();
  private final Map<String, PriorityQueue<Example>> examples = new HashMap<>();
  private Tally base = Tally.EMPTY;

  /** Triples read at a place. */
  public void read(Place place, long triples) {
    counts(place).read += triples;
  }

  /** One triple used in at least one dataset. */
  public void kept(Place place) {
    counts(place).kept++;
  }

  /** One triple dropped. */
  public void dropped(Place place, RejectionReason reason) {
    counts(place).dropped.merge(reason, 1L, Long::sum);
  }

  /** One triple, or one unparsable line, that is in the dead letters. */
  public void deadLettered(Place place) {
    counts(place).deadLettered++;
  }

  /** A value in [0,1] of a triple that was kept or dropped. */
  public void observe(String name, double value, boolean kept) {
    long[][] bins = histograms.computeIfAbsent(name, n -> new long[2][Histogram.BINS]);
    bins[kept ? 0 : 1][Histogram.bin(value)]++;
  }

  /** Adds to a named count. */
  public void count(String name, long n) {
    figures.merge(name, n, Long::sum);
  }

  /** A finished shard. */
  public void shard(ShardResult shard) {
    shards.add(shard);
  }

  /** Whether an example of that rank would be kept; asks before the example is rendered. */
  public boolean wants(String line, long rank) {
    PriorityQueue<Example> ofLine = examples.get(line);
    return ofLine == null
        || ofLine.size() < Tally.EXAMPLES_PER_LINE
        || Long.compareUnsigned(rank, ofLine.element().rank()) < 0;
  }

  /** A judged group for the report. */
  public void example(Example example) {
    PriorityQueue<Example> ofLine =
        examples.computeIfAbsent(
            example.line(), l -> new PriorityQueue<>(Comparator.reverseOrder()));
    ofLine.add(example);
    if (ofLine.size() > Tally.EXAMPLES_PER_LINE) {
      ofLine.remove();
    }
  }

  /** Adds a finished account. */
  public void add(Tally tally) {
    base = base.plus(tally);
  }

  /** The account so far; the builder starts anew. */
  public Tally finish() {
    TreeMap<Integer, LedgerRow> ledger = new TreeMap<>();
    rows.forEach((file, c) -> ledger.put(file, c.row()));
    TreeMap<String, Histogram> distributions = new TreeMap<>();
    histograms.forEach((n, b) -> distributions.put(n, new Histogram(list(b[0]), list(b[1]))));
    List<Example> shown = examples.values().stream().flatMap(PriorityQueue::stream).toList();
    Tally tally =
        base.plus(new Tally(ledger, distributions, new TreeMap<>(figures), shards, shown));
    rows.clear();
    histograms.clear();
    figures.clear();
    shards.clear();
    examples.clear();
    base = Tally.EMPTY;
    return tally;
  }

  private Counts counts(Place place) {
    return rows.computeIfAbsent(place.file(), f -> new Counts());
  }

  private static List<Long> list(long[] bins) {
    return LongStream.of(bins).boxed().toList();
  }

  private static final class Counts {
    private long read;
    private long kept;
    private long deadLettered;
    private final EnumMap<RejectionReason, Long> dropped = new EnumMap<>(RejectionReason.class);

    LedgerRow row() {
      return new LedgerRow(read, kept, dropped, deadLettered);
    }
  }
}
