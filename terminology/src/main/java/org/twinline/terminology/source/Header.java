package org.twinline.terminology.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table by their names, once the header is read. */
final class Header {
  private final List<String> required;
  private final Map<String, Integer> columns = new HashMap<>();

  Header(List<String> required) {
    this.required = required;
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /** Takes the header; false if a column is missing, which is reported. */
  boolean take(Row row, ConceptSink sink) {
    for (int i = 1; i <= row.fields().size(); i++) {
      columns.putIfAbsent(row.field(i), i);
    }
    boolean sound = true;
    for (String name : required) {
      if (!columns.containsKey(name)) {
        sink.problem(
            row.problem(
                0,
                "missing column '%s', there are: %s"
                    .formatted(name, row.fields().stream().map(String::strip).toList())));
        sound = false;
      }
    }
    return sound;
  }

  /** The number of a column from 1, 0 where the table lacks it. */
  int column(String name) {
    return columns.getOrDefault(name, 0);
  }
}
