package org.twinline.terminology;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinline.terminology.graph.GraphBuilder;
import org.twinline.terminology.store.NameTable;

/** The resolved content of a terminology, concepts in the order of their ids. */
final class Content {
  private final List<Concept> concepts;
  private final List<List<String>> parents;
  private final GraphBuilder graph;
  private final List<Link> links;
  private final List<AtomicEntity> atoms;

  /** A relation between ordinals. */
  record Link(int from, RelationType type, int to, double weight) {}

  Content(
      List<Concept> concepts, List<List<String>> parents, GraphBuilder graph, List<Link> links) {
    this.concepts = concepts;
    this.parents = parents;
    this.graph = graph;
    this.links =
        links.stream()
            .sorted(
                Comparator.comparingInt(Link::from)
                    .thenComparing(Link::type)
                    .thenComparing(Link::to))
            .toList();
    TreeSet<AtomicEntity> sorted = new TreeSet<>();
    concepts.forEach(c -> sorted.addAll(c.attributes()));
    this.atoms = List.copyOf(sorted);
  }

  List<Concept> concepts() {
    return concepts;
  }

  GraphBuilder graph() {
    return graph;
  }

  List<AtomicEntity> atoms() {
    return atoms;
  }

  /** One concept under one of its names. */
  private record Bearer(Designation designation, int ordinal) {}

  /**
   * Folded names; a name's concepts are ordered by the kind of the name (preferred first), then by
   * id, so that what a name most likely means comes first.
   */
  SortedMap<String, NameTable.Entry> names() {
    SortedMap<String, List<Bearer>> bearers = new TreeMap<>();
    for (int i = 0; i < concepts.size(); i++) {
      for (Designation designation : concepts.get(i).designations()) {
        String folded = NameNormaliser.name(designation.text());
        if (!folded.isEmpty()) {
          bearers.computeIfAbsent(folded, f -> new ArrayList<>()).add(new Bearer(designation, i));
        }
      }
    }
    SortedMap<String, NameTable.Entry> names = new TreeMap<>();
    Comparator<Bearer> order =
        Comparator.<Bearer, Designation.Kind>comparing(b -> b.designation.kind())
            .thenComparing(Bearer::ordinal);
    bearers.forEach(
        (folded, all) -> {
          all.sort(order);
          boolean capitals =
              all.stream().allMatch(b -> b.designation.kind() == Designation.Kind.ABBREVIATION);
          names.put(
              folded,
              new NameTable.Entry(
                  all.get(0).designation.text(),
                  capitals ? NameTable.CAPITALS : 0,
                  all.stream().mapToInt(Bearer::ordinal).distinct().toArray()));
        });
    return names;
  }

  /** Codes as {@code SYSTEM code}, not folded, and the concepts that bear them. */
  SortedMap<String, NameTable.Entry> codes() {
    SortedMap<String, TreeSet<Integer>> bearers = new TreeMap<>();
    for (int i = 0; i < concepts.size(); i++) {
      for (ConceptCode code : concepts.get(i).codes()) {
        bearers
            .computeIfAbsent(
                Terminology.codeKey(code.system().id(), code.value()), k -> new TreeSet<>())
            .add(i);
      }
    }
    return table(bearers);
  }

  /** The folded names of atomic entities in both languages. */
  SortedMap<String, NameTable.Entry> atomNames() {
    SortedMap<String, TreeSet<Integer>> bearers = new TreeMap<>();
    for (int i = 0; i < atoms.size(); i++) {
      for (String name : List.of(atoms.get(i).zh(), atoms.get(i).en())) {
        String folded = NameNormaliser.name(name);
        if (!folded.isEmpty()) {
          bearers.computeIfAbsent(folded, k -> new TreeSet<>()).add(i);
        }
      }
    }
    return table(bearers);
  }

  private static SortedMap<String, NameTable.Entry> table(
      SortedMap<String, ? extends SortedSet<Integer>> bearers) {
    SortedMap<String, NameTable.Entry> entries = new TreeMap<>();
    bearers.forEach(
        (key, all) ->
            entries.put(
                key,
                new NameTable.Entry(key, 0, all.stream().mapToInt(Integer::intValue).toArray())));
    return entries;
  }

  SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put("concepts", (long) concepts.size());
    counts.put("relations", (long) links.size());
    counts.put("atoms", (long) atoms.size());
    for (Concept concept : concepts) {
      counts.merge("concepts." + concept.code().system().id(), 1L, Long::sum);
      concept
          .designations()
          .forEach(d -> counts.merge("designations." + d.language().name(), 1L, Long::sum));
    }
    return counts;
  }

  /** SHA-256 over the concepts by id with their sorted parents, then the sorted relations. */
  String hash() {
    MessageDigest digest = Checksums.sha256();
    for (int i = 0; i < concepts.size(); i++) {
      Concept concept = concepts.get(i);
      Checksums.line(digest, "concept", concept.id(), concept.type(), concept.codes());
      for (Designation d : concept.designations()) {
        Checksums.line(digest, "name", d.language(), d.kind(), d.text());
      }
      concept.attributes().forEach(a -> Checksums.line(digest, a.axis(), a.zh(), a.en()));
      List<String> sorted = new ArrayList<>(parents.get(i));
      Collections.sort(sorted);
      Checksums.line(digest, "parents", sorted);
    }
    for (Link link : links) {
      Checksums.line(
          digest,
          "relation",
          concepts.get(link.from).id(),
          link.type,
          concepts.get(link.to).id(),
          link.weight);
    }
    return Checksums.hex(digest);
  }
}
