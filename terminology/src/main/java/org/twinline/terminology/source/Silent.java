package org.twinline.terminology.source;

/** Hears nothing: for a first pass, on which what is wrong is not said. */
final class Silent implements ConceptSink {
  @Override
  public void concept(SourceConcept concept) {}

  @Override
  public void names(SourceNames names) {}

  @Override
  public void relation(SourceRelation relation) {}

  @Override
  public void crosswalk(SourceCrosswalk row) {}

  @Override
  public void alias(SourceAlias alias) {}

  @Override
  public void problem(SourceProblem problem) {}

  @Override
  public void skipped(SourceProblem problem) {}
}
