package org.twinline.terminology.merge;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.Designation;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.source.SourceCrosswalk;

/**
 * Joins the codes of several editions that are one concept, in this order:
 *
 * <ol>
 *   <li>crosswalk rows that are one to one in both directions; of the others the source code is
 *       narrower than the target;
 *   <li>equal preferred names in the same place of the hierarchy ({@link CodeStructure#place}),
 *       where each edition has the name there once;
 *   <li>in the family of ICD-10, the national code that stands for an international one, and equal
 *       English names of equal codes.
 * </ol>
 *
 * A join that would bring two codes of one edition together is refused, so nothing is joined
 * through a third where the first two disagree.
 */
final class Editions {
  private final Nodes nodes;
  private final Conflicts conflicts;

  Editions(Nodes nodes, Conflicts conflicts) {
    this.nodes = nodes;
    this.conflicts = conflicts;
  }

  void join(List<SourceCrosswalk> crosswalk) {
    crosswalk(crosswalk);
    for (String system : nodes.systems()) {
      if (nodes.editions(system).size() > 1) {
        names(system);
      }
    }
    international();
  }

  private void crosswalk(List<SourceCrosswalk> rows) {
    Map<ConceptCode, Set<ConceptCode>> targets = new HashMap<>();
    Map<ConceptCode, Set<ConceptCode>> sources = new HashMap<>();
    for (SourceCrosswalk row : rows) {
      targets.computeIfAbsent(row.from(), k -> new LinkedHashSet<>(1)).add(row.to());
      sources.computeIfAbsent(row.to(), k -> new LinkedHashSet<>(1)).add(row.from());
    }
    for (SourceCrosswalk row : rows) {
      int to = nodes.find(row.to());
      if (to < 0) {
        conflicts.add(
            Conflict.Kind.TARGET_UNKNOWN,
            row.origin().file(),
            row.origin().line(),
            row.to().toString());
        continue;
      }
      int from = nodes.find(row.from());
      boolean single =
          targets.getOrDefault(row.from(), Set.of()).size() == 1
              && sources.getOrDefault(row.to(), Set.of()).size() == 1;
      if (single && from < 0) {
        Node node = nodes.node(to);
        if (node.codes.stream().noneMatch(c -> c.system().equals(row.from().system()))) {
          node.reference(row.from(), node.nameOf.get(0));
          nodes.index(row.from(), to);
          continue;
        }
      }
      if (!single || !joined(from, to, row)) {
        narrower(from, to, row);
      }
    }
  }

  private boolean joined(int from, int to, SourceCrosswalk row) {
    if (from < 0) {
      return false;
    }
    var refused = nodes.join(from, to);
    refused.ifPresent(
        codes ->
            conflicts.add(
                Conflict.Kind.JOIN_REFUSED, row.origin().file(), row.origin().line(), codes));
    return refused.isEmpty();
  }

  private void narrower(int from, int to, SourceCrosswalk row) {
    SourceCrosswalk.Origin at = row.origin();
    int narrow = from;
    if (narrow < 0) {
      Node node = new Node(nodes.node(to).type, at.file(), at.line(), at.fromColumn());
      Designation code =
          new Designation(row.from().value(), Language.EN, Designation.Kind.STRUCTURAL);
      node.code(row.from(), node.name(code));
      narrow = nodes.add(node);
    }
    if (nodes.root(narrow) != nodes.root(to)) {
      nodes
          .node(narrow)
          .parents
          .add(
              new Node.Claim(
                  row.from(),
                  row.to().system(),
                  row.to().value(),
                  at.file(),
                  at.line(),
                  at.toColumn()));
      conflicts.add(
          Conflict.Kind.CROSSWALK_NOT_ONE_TO_ONE,
          at.file(),
          at.line(),
          row.from().value() + " narrower than " + row.to().value());
    }
  }

  /** A preferred name in a place of a system. */
  private record Place(String place, Language language, String name) {}

  private void names(String system) {
    Map<Place, IntArrayList> bearers = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.alive(i)) {
        continue;
      }
      Node node = nodes.node(i);
      for (int c = 0; c < node.codes.size(); c++) {
        Designation name = node.names.get(node.nameOf.get(c));
        if (node.codes.get(c).system().id().equals(system)
            && name.kind() == Designation.Kind.PREFERRED) {
          Place place =
              new Place(
                  CodeStructure.place(system, node.codes.get(c).value()),
                  name.language(),
                  NameNormaliser.name(name.text()));
          IntArrayList there = bearers.computeIfAbsent(place, p -> new IntArrayList(1));
          if (!there.contains(i)) {
            there.add(i);
          }
        }
      }
    }
    bearers.values().forEach(this::joinEqual);
  }

  private void joinEqual(IntArrayList bearers) {
    if (bearers.size() < 2) {
      return;
    }
    Set<CodeSystem> seen = new LinkedHashSet<>();
    for (int bearer : bearers) {
      for (ConceptCode code : nodes.node(bearer).codes) {
        if (!seen.add(code.system())) {
          ambiguous(bearers);
          return;
        }
      }
    }
    for (int i = 1; i < bearers.size(); i++) {
      joinOrReport(bearers.getInt(0), bearers.getInt(i));
    }
  }

  /** Equal names more than once in an edition: only equal codes are joined. */
  private void ambiguous(IntArrayList bearers) {
    boolean reported = false;
    for (int i = 0; i < bearers.size(); i++) {
      for (int k = i + 1; k < bearers.size(); k++) {
        Node a = nodes.node(bearers.getInt(i));
        Node b = nodes.node(bearers.getInt(k));
        if (a != b && !a.clashes(b) && sameCode(a, b)) {
          joinOrReport(bearers.getInt(i), bearers.getInt(k));
        } else if (a != b && !reported) {
          conflicts.add(
              Conflict.Kind.NAME_AMBIGUOUS, b.file, b.line, a.codes.get(0) + " and " + b.codes);
          reported = true;
        }
      }
    }
  }

  private static boolean sameCode(Node a, Node b) {
    return a.codes.stream()
        .anyMatch(
            mine ->
                b.codes.stream()
                    .anyMatch(
                        theirs ->
                            mine.system().id().equals(theirs.system().id())
                                && mine.value().equals(theirs.value())));
  }

  private void joinOrReport(int a, int b) {
    Node second = nodes.node(b);
    nodes
        .join(a, b)
        .ifPresent(
            codes -> conflicts.add(Conflict.Kind.JOIN_REFUSED, second.file, second.line, codes));
  }

  private void international() {
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.alive(i)) {
        continue;
      }
      for (ConceptCode code : List.copyOf(nodes.node(i).codes)) {
        String id = code.system().id();
        CodeStructure.international(id, code.value())
            .ifPresent(value -> joinFound(code, nodes.find("ICD10", value)));
        if (id.equals("ICD10CM")) {
          int who = nodes.find("ICD10", code.value());
          if (who >= 0 && sharesEnglishName(nodes.node(who), nodes.find(code))) {
            joinFound(code, who);
          }
        }
      }
    }
  }

  private boolean sharesEnglishName(Node who, int other) {
    List<String> names = new ArrayList<>();
    nodes.node(other).names.stream()
        .filter(n -> n.language() == Language.EN)
        .forEach(n -> names.add(NameNormaliser.name(n.text())));
    return who.names.stream()
        .anyMatch(
            n -> n.language() == Language.EN && names.contains(NameNormaliser.name(n.text())));
  }

  private void joinFound(ConceptCode code, int with) {
    int own = nodes.find(code);
    if (with >= 0 && own >= 0) {
      joinOrReport(own, with);
    }
  }
}
