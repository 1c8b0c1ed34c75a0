package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.launcher.report.Inert;

/** What must hold of every run, gate or not: its books close, and its records are in the books. */
final class Accounts {
  private static final int MOST = 5;

  private Accounts() {}

  /** Files whose row does not say read = kept + dropped + dead letters; empty where all close. */
  static List<String> ledger(RunDirectory run) {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : run.manifest().path("ledger")) {
      long read = row.path("read").asLong();
      long sum = row.path("kept").asLong() + row.path("dead_lettered").asLong();
      for (JsonNode dropped : row.path("dropped")) {
        sum += dropped.asLong();
      }
      if (read != sum) {
        add(wrong, file(row) + ": read " + read + ", accounted for " + sum);
      }
    }
    if (run.manifest().path("ledger").size() != run.inputs().size()) {
      add(
          wrong,
          "the ledger has "
              + run.manifest().path("ledger").size()
              + " files of "
              + run.inputs().size());
    }
    return wrong;
  }

  /**
   * Where the ledger counts other than there are records in the datasets; empty where it agrees.
   */
  static List<String> records(
      RunDirectory run, SortedMap<Integer, SortedMap<String, Long>> counted) {
    List<String> wrong = new ArrayList<>();
    SortedMap<Integer, SortedMap<String, Long>> left = new TreeMap<>(counted);
    int index = 0;
    for (JsonNode row : run.manifest().path("ledger")) {
      SortedMap<String, Long> found = new TreeMap<>();
      SortedMap<String, Long> given = left.remove(index++);
      long dead = 0;
      if (given != null) {
        for (Map.Entry<String, Long> count : given.entrySet()) {
          if (count.getKey().startsWith("dead_lettered.")) {
            dead += count.getValue();
          } else {
            found.put(count.getKey(), count.getValue());
          }
        }
      }
      compare(file(row), "dead_lettered", row.path("dead_lettered").asLong(), dead, wrong);
      SortedMap<String, Long> listed = listed(row);
      listed.forEach((key, n) -> compare(file(row), key, n, found.getOrDefault(key, 0L), wrong));
      found.forEach((key, n) -> compare(file(row), key, listed.getOrDefault(key, 0L), n, wrong));
    }
    left.keySet().forEach(file -> add(wrong, "records of file " + file + ", which is no input"));
    return wrong;
  }

  private static SortedMap<String, Long> listed(JsonNode row) {
    SortedMap<String, Long> listed = new TreeMap<>();
    listed.put("kept", row.path("kept").asLong());
    row.path("dropped")
        .fields()
        .forEachRemaining(
            entry -> listed.put("dropped." + entry.getKey(), entry.getValue().asLong()));
    return listed;
  }

  private static void compare(
      String file, String key, long ledger, long records, List<String> wrong) {
    String finding = file + ": " + key + " " + ledger + " in the ledger, " + records + " records";
    if (ledger != records && !wrong.contains(finding)) {
      add(wrong, finding);
    }
  }

  private static void add(List<String> wrong, String finding) {
    if (wrong.size() < MOST) {
      wrong.add(finding);
    }
  }

  private static String file(JsonNode row) {
    return Inert.line(row.path("file").asText());
  }
}
