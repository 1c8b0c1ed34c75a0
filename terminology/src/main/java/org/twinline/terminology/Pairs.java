package org.twinline.terminology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twinline.terminology.link.TrainingPair;
import org.twinline.terminology.source.ConceptSink;
import org.twinline.terminology.source.SourceAlias;
import org.twinline.terminology.source.SourceConcept;
import org.twinline.terminology.source.SourceCrosswalk;
import org.twinline.terminology.source.SourceException;
import org.twinline.terminology.source.SourceNames;
import org.twinline.terminology.source.SourceProblem;
import org.twinline.terminology.source.SourceRelation;
import org.twinline.terminology.source.Sources;
import org.twinline.terminology.source.TerminologySource;

/** Texts with their standard names, read from files of the format {@code aliases}. */
record Pairs(List<TrainingPair> pairs) {
  Pairs {
    pairs = List.copyOf(pairs);
  }

  static Pairs read(List<Path> files) throws IOException {
    List<TrainingPair> pairs = new ArrayList<>();
    List<SourceProblem> problems = new ArrayList<>();
    for (Path file : files) {
      for (TerminologySource source : Sources.of("aliases", file, Map.of())) {
        source.read(new Collecting(pairs, problems));
      }
    }
    if (!problems.isEmpty()) {
      throw new SourceException(problems);
    }
    return new Pairs(pairs);
  }

  List<String> standardNames() {
    return pairs.stream().flatMap(pair -> pair.standard().stream()).toList();
  }

  /** Takes aliases; the format brings nothing else. */
  private record Collecting(List<TrainingPair> pairs, List<SourceProblem> problems)
      implements ConceptSink {
    @Override
    public void alias(SourceAlias alias) {
      pairs.add(new TrainingPair(alias.text(), alias.standard()));
    }

    @Override
    public void problem(SourceProblem problem) {
      problems.add(problem);
    }

    @Override
    public void skipped(SourceProblem problem) {
      problems.add(problem);
    }

    @Override
    public void concept(SourceConcept concept) {
      throw new IllegalStateException("a file of aliases brings no concepts");
    }

    @Override
    public void names(SourceNames names) {
      throw new IllegalStateException("a file of aliases brings no names of concepts");
    }

    @Override
    public void relation(SourceRelation relation) {
      throw new IllegalStateException("a file of aliases brings no relations");
    }

    @Override
    public void crosswalk(SourceCrosswalk row) {
      throw new IllegalStateException("a file of aliases brings no crosswalk");
    }
  }
}
