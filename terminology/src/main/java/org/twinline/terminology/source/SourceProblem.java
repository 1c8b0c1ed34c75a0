package org.twinline.terminology.source;

import java.nio.file.Path;

/**
 * What is wrong at a place of a source.
 *
 * @param line counted from 1, 0 where the file as a whole is meant
 * @param column the field, counted from 1, 0 where the line as a whole is meant
 */
public record SourceProblem(Path file, long line, int column, String message) {
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder().append(file);
    if (line > 0) {
      out.append(':').append(line);
    }
    if (column > 0) {
      out.append(':').append(column);
    }
    return out.append(": ").append(message).toString();
  }
}
