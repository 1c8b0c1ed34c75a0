package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The account of a run in triples, per input file. */
record Ledger(List<Row> rows) {

  Ledger {
    rows = List.copyOf(rows);
  }

  /** One input file, or several together. */
  record Row(String file, long read, long kept, Map<String, Long> dropped, long deadLettered) {

    long droppedTotal() {
      return dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is read but neither kept, dropped nor dead-lettered: 0 where the ledger closes. */
    long unaccounted() {
      return read - kept - droppedTotal() - deadLettered;
    }
  }

  static Ledger of(JsonNode list) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : Lenient.list(list, Integer.MAX_VALUE)) {
      rows.add(
          new Row(
              Lenient.text(row, "file"),
              Lenient.count(row, "read"),
              Lenient.count(row, "kept"),
              Lenient.counts(row.path("dropped")),
              Lenient.count(row, "dead_lettered")));
    }
    return new Ledger(rows);
  }

  /** All files together. */
  Row total() {
    return sum("All files", rows);
  }

  /** Some files together. */
  static Row sum(String name, List<Row> rows) {
    Map<String, Long> dropped = new TreeMap<>();
    rows.forEach(row -> row.dropped.forEach((reason, n) -> dropped.merge(reason, n, Long::sum)));
    return new Row(
        name,
        rows.stream().mapToLong(Row::read).sum(),
        rows.stream().mapToLong(Row::kept).sum(),
        dropped,
        rows.stream().mapToLong(Row::deadLettered).sum());
  }

  /** The drops of all files in the order of the pipeline, the largest first within a stage. */
  Map<String, Long> reasons() {
    Map<String, Long> ordered = new LinkedHashMap<>();
    total().dropped().entrySet().stream()
        .filter(e -> e.getValue() != 0)
        .sorted(
            Comparator.<Map.Entry<String, Long>, ReasonText.Stage>comparing(
                    e -> ReasonText.of(e.getKey()).stage())
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> ordered.put(e.getKey(), e.getValue()));
    return ordered;
  }
}
