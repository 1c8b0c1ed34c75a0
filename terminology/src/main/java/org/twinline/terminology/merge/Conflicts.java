package org.twinline.terminology.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.terminology.source.SourceProblem;

/** All conflicts counted, and the first {@value #KEPT} of each kind; likewise rows left out. */
public final class Conflicts {
  /** How many of a kind are kept with their places. */
  public static final int KEPT = 200;

  private long commonNames;
  private final Map<Conflict.Kind, Long> counts = new EnumMap<>(Conflict.Kind.class);
  private final List<Conflict> kept = new ArrayList<>();
  private final SortedMap<String, Long> skippedByFile = new TreeMap<>();
  private final List<SourceProblem> skipped = new ArrayList<>();

  void add(Conflict.Kind kind, Path file, long line, String detail) {
    if (counts.merge(kind, 1L, Long::sum) <= KEPT) {
      kept.add(new Conflict(kind, file, line, detail));
    }
  }

  void skip(SourceProblem problem) {
    String name = String.valueOf(problem.file().getFileName());
    if (skippedByFile.merge(name, 1L, Long::sum) <= KEPT) {
      skipped.add(problem);
    }
  }

  void commonNames(long attached) {
    commonNames = attached;
  }

  /** How many names were attached that come with the library and not from a source. */
  public long commonNames() {
    return commonNames;
  }

  /** How many there are of each kind, {@link Conflict.Kind#code} to count. */
  public SortedMap<String, Long> counts() {
    SortedMap<String, Long> named = new TreeMap<>();
    counts.forEach((kind, n) -> named.put(kind.code(), n));
    return named;
  }

  /** The first of each kind in the order they were met. */
  public List<Conflict> kept() {
    return List.copyOf(kept);
  }

  /** How many rows of each file were left out as known noise of its format. */
  public SortedMap<String, Long> skippedByFile() {
    return new TreeMap<>(skippedByFile);
  }

  /** The first rows left out of each file. */
  public List<SourceProblem> skipped() {
    return List.copyOf(skipped);
  }
}
