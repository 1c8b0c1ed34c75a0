package org.twinline.terminology.source;

import java.nio.file.Path;
import org.twinline.terminology.RelationType;

/**
 * A relation as a source states it.
 *
 * @param from a code, bare where it is unique over all sources, else as {@code SYSTEM:code}
 * @param to likewise
 */
public record SourceRelation(
    String from, RelationType type, String to, double weight, Origin origin) {
  /** Where it was read, and in which columns the two codes stand. */
  public record Origin(Path file, long line, int fromColumn, int toColumn) {}
}
