package org.twinline.terminology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinline.terminology.graph.GraphBuilder;
import org.twinline.terminology.source.ConceptSink;
import org.twinline.terminology.source.SourceConcept;
import org.twinline.terminology.source.SourceException;
import org.twinline.terminology.source.SourceProblem;
import org.twinline.terminology.source.SourceRelation;

/** What the sources bring, until all are read and the codes in it can be resolved. */
final class Draft implements ConceptSink {
  private static final int MAX_PROBLEMS = 100;

  private final Map<ConceptCode, SourceConcept> byCode = new HashMap<>();
  private final List<SourceRelation> relations = new ArrayList<>();
  private final List<SourceProblem> problems = new ArrayList<>();

  @Override
  public void concept(SourceConcept concept) {
    SourceConcept before = byCode.putIfAbsent(concept.concept().code(), concept);
    if (before != null) {
      SourceConcept.Origin at = concept.origin();
      problem(
          new SourceProblem(
              at.file(),
              at.line(),
              at.codeColumn(),
              "duplicate code '%s', first in %s:%d"
                  .formatted(
                      concept.concept().code().value(),
                      before.origin().file(),
                      before.origin().line())));
    }
  }

  @Override
  public void relation(SourceRelation relation) {
    relations.add(relation);
  }

  @Override
  public void names(org.twinline.terminology.source.SourceNames names) {}

  @Override
  public void crosswalk(org.twinline.terminology.source.SourceCrosswalk row) {}

  @Override
  public void alias(org.twinline.terminology.source.SourceAlias alias) {}

  @Override
  public void skipped(SourceProblem problem) {}

  @Override
  public void problem(SourceProblem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  /**
   * The content with every code resolved.
   *
   * @throws SourceException if anything was or is wrong
   */
  Content resolve() {
    List<SourceConcept> sourced = new ArrayList<>(byCode.values());
    sourced.sort((a, b) -> a.concept().id().compareTo(b.concept().id()));
    Map<ConceptCode, Integer> ordinals = new HashMap<>();
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < sourced.size(); i++) {
      ConceptCode code = sourced.get(i).concept().code();
      ordinals.put(code, i);
      byName.merge(code.value(), i, (a, b) -> -1);
      byName.merge(code.label(), i, (a, b) -> -1);
      if (i > 0 && sourced.get(i).concept().id().equals(sourced.get(i - 1).concept().id())) {
        throw new TerminologyException(
            "Cannot tell %s and %s apart: their ids collide"
                .formatted(code, sourced.get(i - 1).concept().code()));
      }
    }
    if (sourced.isEmpty() && problems.isEmpty()) {
      throw new TerminologyException("Cannot build a terminology: the sources hold no concept");
    }
    GraphBuilder graph = new GraphBuilder(sourced.size());
    for (int i = 0; i < sourced.size(); i++) {
      parents(sourced.get(i), i, ordinals, graph);
    }
    List<Content.Link> links = new ArrayList<>();
    for (SourceRelation relation : relations) {
      SourceRelation.Origin at = relation.origin();
      int from = end(relation.from().value(), byName, at, at.fromColumn());
      int to = end(relation.to().value(), byName, at, at.toColumn());
      if (from >= 0 && to >= 0) {
        graph.relation(from, relation.type(), to, relation.weight());
        links.add(new Content.Link(from, relation.type(), to, relation.weight()));
      }
    }
    int cycle = problems.isEmpty() ? graph.cycle() : -1;
    if (cycle >= 0) {
      SourceConcept on = sourced.get(cycle);
      problem(on, "code '%s' is above itself".formatted(on.concept().code().value()));
    }
    if (!problems.isEmpty()) {
      problems.sort(
          (a, b) ->
              a.file().equals(b.file())
                  ? Long.compare(a.line(), b.line())
                  : a.file().compareTo(b.file()));
      throw new SourceException(problems);
    }
    return new Content(
        sourced.stream().map(SourceConcept::concept).toList(),
        sourced.stream().map(SourceConcept::parents).toList(),
        graph,
        links);
  }

  private void parents(
      SourceConcept concept, int at, Map<ConceptCode, Integer> ordinals, GraphBuilder graph) {
    for (String parent : concept.parents()) {
      CodeSystem system = concept.concept().code().system();
      Integer ordinal = parentOrdinal(system, parent, ordinals);
      if (ordinal == null) {
        problem(concept, "unknown parent '%s'".formatted(parent));
      } else if (ordinal == at) {
        problem(concept, "code '%s' is its own parent".formatted(parent));
      } else {
        graph.parent(at, ordinal);
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Integer parentOrdinal(
      CodeSystem system, String parent, Map<ConceptCode, Integer> ordinals) {
    return parent.chars().anyMatch(c -> c <= ' ')
        ? null
        : ordinals.get(new ConceptCode(system, parent));
  }

  private void problem(SourceConcept concept, String message) {
    SourceConcept.Origin at = concept.origin();
    problem(new SourceProblem(at.file(), at.line(), at.parentColumn(), message));
  }

  private int end(String code, Map<String, Integer> byName, SourceRelation.Origin at, int column) {
    Integer ordinal = byName.get(code);
    if (ordinal == null || ordinal < 0) {
      String message =
          ordinal == null
              ? "unknown code '%s'".formatted(code)
              : "code '%s' stands in several systems, write SYSTEM:code".formatted(code);
      problem(new SourceProblem(at.file(), at.line(), column, message));
      return -1;
    }
    return ordinal;
  }
}
