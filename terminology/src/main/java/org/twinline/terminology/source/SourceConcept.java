package org.twinline.terminology.source;

import java.nio.file.Path;
import java.util.List;
import org.twinline.terminology.Concept;

/**
 * A concept as a source states it.
 *
 * @param parents codes in the system of the concept's first code
 */
public record SourceConcept(Concept concept, List<String> parents, Origin origin) {
  public SourceConcept {
    parents = List.copyOf(parents);
  }

  /**
   * Where it was read.
   *
   * @param codeColumn the column of the code
   * @param parentColumn the column of the parents, 0 where there is none
   */
  public record Origin(Path file, long line, int codeColumn, int parentColumn) {}
}
