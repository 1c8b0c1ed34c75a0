package org.twinline.terminology.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.twinline.terminology.TerminologyException;

/** Tab-separated tables beside the classes; lines that begin with # are comments. */
final class Resource {
  private Resource() {}

  /** The rows of a table, each cut at its tabs. */
  static List<String[]> rows(String file) {
    try (InputStream in =
        Objects.requireNonNull(Resource.class.getResourceAsStream(file), () -> "no " + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new TerminologyException("Cannot read the table " + file + ": " + e.getMessage(), e);
    }
  }
}
