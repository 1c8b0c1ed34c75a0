package org.twinline.terminology.source;

import java.nio.file.Path;
import org.twinline.terminology.ConceptCode;

/**
 * A row of a crosswalk between two editions of a system. Rows that are one to one in both
 * directions join concepts; of the others, {@code from} is narrower than {@code to}.
 */
public record SourceCrosswalk(ConceptCode from, ConceptCode to, Origin origin) {
  /** Where it was read. */
  public record Origin(Path file, long line, int fromColumn, int toColumn) {}
}
