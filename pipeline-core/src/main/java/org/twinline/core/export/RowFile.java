package org.twinline.core.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file being written, row by row. Equal rows in equal order give equal bytes. */
interface RowFile extends Closeable {
  void write(ObjectNode row) throws IOException;

  /** A file of the format at a path that is free. */
  static RowFile create(Path path, TrainerFile file) throws IOException {
    return switch (file.format()) {
      case PARQUET -> ParquetFile.create(path, file.columns());
      case JSONL -> new JsonLinesFile(path);
    };
  }
}
