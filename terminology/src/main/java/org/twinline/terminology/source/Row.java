package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of a table.
 *
 * @param line the line it starts in, counted from 1
 */
record Row(Path file, long line, List<String> fields) {

  /** The trimmed field of a column counted from 1, empty where the row is shorter. */
  String field(int column) {
    return column >= 1 && column <= fields.size() ? fields.get(column - 1).strip() : "";
  }

  boolean blank() {
    for (String field : fields) {
      if (!field.isBlank()) {
        return false;
      }
    }
    return true;
  }

  SourceProblem problem(int column, String message) {
    return new SourceProblem(file, line, column, message);
  }

  /** Takes rows as they are read. */
  interface Taker {
    /** Takes a row; false ends the reading. */
    boolean take(Row row);
  }

  /** A table that can be read, whatever its file format. */
  interface Reader {
    /** Hands over the rows that are not blank, until the taker has enough. */
    void read(Taker rows, ConceptSink sink) throws IOException;
  }
}
