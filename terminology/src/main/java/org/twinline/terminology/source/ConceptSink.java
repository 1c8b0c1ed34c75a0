package org.twinline.terminology.source;

/** Takes what a source brings. Codes are resolved after all sources are read. */
public interface ConceptSink {

  /** A concept. */
  void concept(SourceConcept concept);

  /** A relation. */
  void relation(SourceRelation relation);

  /** Something that cannot be read; the build fails once all sources are read. */
  void problem(SourceProblem problem);
}
