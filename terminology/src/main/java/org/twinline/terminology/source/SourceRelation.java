package org.twinline.terminology.source;

import java.nio.file.Path;
import org.twinline.core.Require;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.RelationType;

/**
 * A relation as a source states it. An unknown code fails the build; an unknown name becomes a
 * concept of the system {@link Origin#names()}.
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
   * @param names the system of concepts that are made for unknown names
   */
  public record Origin(Path file, long line, int fromColumn, int toColumn, CodeSystem names) {}
}
