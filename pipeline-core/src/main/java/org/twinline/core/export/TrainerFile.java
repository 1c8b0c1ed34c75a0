package org.twinline.core.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * A file for a trainer: what it is for, which dataset it is made from, what its rows look like.
 *
 * @param once whether a question has one row, however many lines of it there are
 */
record TrainerFile(
    Stage stage, String dataset, Format format, boolean once, List<Column> columns, RowMaker rows) {
  TrainerFile {
    columns = List.copyOf(columns);
  }

  static TrainerFile of(
      Stage stage, String dataset, Format format, List<Column> columns, RowMaker rows) {
    return new TrainerFile(stage, dataset, format, false, columns, rows);
  }

  /** The same with one row a question. */
  TrainerFile oncePerQuestion() {
    return new TrainerFile(stage, dataset, format, true, columns, rows);
  }

  /** {@code sft-triples.parquet}. */
  String name() {
    return stage.word() + "-" + dataset + format.extension();
  }

  /** How rows are stored. */
  enum Format {
    PARQUET,
    JSONL;

    String extension() {
      return "." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Makes a row of the columns. */
  interface RowMaker {
    /**
     * @param index of the row in the file, from 0
     */
    ObjectNode row(DatasetRecord record, long index);
  }
}
