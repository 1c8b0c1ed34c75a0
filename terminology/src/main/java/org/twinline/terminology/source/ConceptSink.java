package org.twinline.terminology.source;

import java.nio.file.Path;

/**
 * Takes what a source brings. Codes and names are resolved after all sources are read, so a source
 * may refer to what a later one brings; the order of sources is their precedence.
 */
public interface ConceptSink {

  /** A concept. The same code from several files is one concept with the names of all. */
  void concept(SourceConcept concept);

  /** Names that mean the same. */
  void names(SourceNames names);

  /** A relation. */
  void relation(SourceRelation relation);

  /** A row of a crosswalk between editions. */
  void crosswalk(SourceCrosswalk row);

  /** A text with its standard names. */
  void alias(SourceAlias alias);

  /** Something that cannot be read; the build fails once all sources are read. */
  void problem(SourceProblem problem);

  /**
   * Something left out that does not fail the build: noise that the format is known for. It is
   * counted and its place kept.
   */
  void skipped(SourceProblem problem);

  /**
   * Tells which encoding a text file is read in, and how that is known.
   *
   * @param encoding for people, for example {@code GB18030 (found)}
   */
  default void encoding(Path file, String encoding) {}
}
