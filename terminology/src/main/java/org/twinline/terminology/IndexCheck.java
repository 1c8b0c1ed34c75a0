package org.twinline.terminology;

import java.util.ArrayList;
import java.util.List;
import org.twinline.terminology.graph.ConceptGraph;

/**
 * An index read whole, its parts compared: every concept is found under its id, codes and names,
 * every edge ends at a concept and is seen from both ends, depths grow downwards, and the counts
 * are those that {@code index.json} states. Checksums are compared at opening already; this finds
 * what a faulty writer would have written with a right checksum.
 *
 * @param edges parent and relation edges, each counted from both ends
 * @param problems what is wrong, at most {@value #MOST}; empty where all is sound
 */
public record IndexCheck(long concepts, long names, long edges, List<String> problems) {
  /** After so many problems the rest is not listed. */
  public static final int MOST = 100;

  public IndexCheck {
    problems = List.copyOf(problems);
  }

  /** Reads a terminology whole; about ten microseconds a concept. */
  public static IndexCheck of(Terminology terminology) {
    Reading reading = new Reading(terminology);
    for (int i = 0; i < terminology.size(); i++) {
      reading.concept(i);
    }
    reading.count("concepts", terminology.size());
    return new IndexCheck(terminology.size(), reading.names, reading.edges, reading.problems);
  }

  private static final class Reading {
    private final Terminology terminology;
    private final ConceptGraph graph;
    private final List<String> problems = new ArrayList<>();
    private long names;
    private long edges;

    Reading(Terminology terminology) {
      this.terminology = terminology;
      this.graph = terminology.graph();
    }

    private void require(boolean sound, String problem, Object... arguments) {
      if (!sound && problems.size() < MOST) {
        problems.add(problem.formatted(arguments));
      }
    }

    void count(String name, long found) {
      long stated = terminology.description().counts().getOrDefault(name, 0L);
      require(stated == found, "index.json states %d %s, the index holds %d", stated, name, found);
    }

    void concept(int ordinal) {
      Concept concept = terminology.conceptAt(ordinal);
      require(
          terminology.ordinal(concept.id()) == ordinal,
          "concept %s is not found by its id",
          concept.id());
      require(
          concept.id().equals(ConceptId.of(concept.code())),
          "concept %s has another id than its first code gives",
          concept.id());
      for (ConceptCode code : concept.codes()) {
        require(
            terminology.byCode(code.system().id(), code.value()).contains(concept),
            "concept %s is not found by its code %s",
            concept.id(),
            code);
      }
      for (Designation name : concept.designations()) {
        if (name.kind() != Designation.Kind.STRUCTURAL
            && !NameNormaliser.name(name.text()).isEmpty()) {
          names++;
          require(bears(name.text(), ordinal), "concept %s misses one of its names", concept.id());
        }
      }
      edges(ordinal, concept);
    }

    private boolean bears(String name, int ordinal) {
      for (int bearer : terminology.exactOrdinals(name)) {
        if (bearer == ordinal) {
          return true;
        }
      }
      return false;
    }

    private void edges(int ordinal, Concept concept) {
      for (int parent : graph.parents(ordinal)) {
        edges++;
        boolean inside = parent >= 0 && parent < graph.size();
        require(inside, "a parent of concept %s is no concept", concept.id());
        require(
            inside && graph.depth(ordinal) <= graph.depth(parent) + 1,
            "concept %s is deeper than its parents allow",
            concept.id());
        require(
            inside && contains(graph.children(parent), ordinal),
            "the parent of concept %s does not know it",
            concept.id());
      }
      for (ConceptGraph.Edge edge : graph.relations(ordinal)) {
        edges++;
        boolean inside = edge.target() >= 0 && edge.target() < graph.size();
        require(inside, "a relation of concept %s leads to no concept", concept.id());
        require(
            inside && mirrored(ordinal, edge),
            "a relation of concept %s is not seen from its other end",
            concept.id());
      }
    }

    private boolean mirrored(int ordinal, ConceptGraph.Edge edge) {
      for (ConceptGraph.Edge back : graph.relations(edge.target())) {
        if (back.target() == ordinal
            && back.type() == edge.type()
            && back.outgoing() != edge.outgoing()) {
          return true;
        }
      }
      return false;
    }

    private static boolean contains(int[] values, int value) {
      for (int one : values) {
        if (one == value) {
          return true;
        }
      }
      return false;
    }
  }
}
