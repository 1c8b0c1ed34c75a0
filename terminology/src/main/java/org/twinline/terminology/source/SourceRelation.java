package org.twinline.terminology.source;

import java.nio.file.Path;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.RelationType;

/**
 * A relation as a source states it. Where the source has a system for unknown names ({@link
 * Origin#names()}), an unknown name becomes a concept of it and an unknown code is left out and
 * counted; else both fail the build.
 *
 * @param weight in (0,1]
 */
public record SourceRelation(
    ConceptRef from, RelationType type, ConceptRef to, double weight, Origin origin) {
  public SourceRelation {
    Require.argument(
        weight > 0 && weight <= 1, "illegal weight: %s, must be above 0 and at most 1", weight);
  }

  /**
   * Where it was read, and in which columns its ends stand.
   *
   * @param names the system of concepts that are made for unknown names; empty for a table that
   *     must be right to the last row
   */
  public record Origin(
      Path file, long line, int fromColumn, int toColumn, Optional<CodeSystem> names) {}
}
