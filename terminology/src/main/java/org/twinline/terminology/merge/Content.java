package org.twinline.terminology.merge;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.Checksums;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.Designation;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.graph.GraphBuilder;

/** The resolved content of a terminology, concepts in the order of their ids. */
public final class Content {
  private final List<Concept> concepts;
  private final int[][] nameOf;
  private final IntArrayList[] parents;
  private final List<Link> links;
  private final SortedMap<String, int[]> aliases;
  private final List<AtomicEntity> atoms;
  private final Conflicts conflicts;

  /** A relation between ordinals. */
  public record Link(int from, RelationType type, int to, double weight) {}

  private Content(Builder builder, Conflicts conflicts) {
    this.concepts = builder.concepts;
    this.nameOf = builder.nameOf;
    this.parents = builder.parents;
    this.links =
        builder.links.stream()
            .sorted(
                Comparator.comparingInt(Link::from)
                    .thenComparing(Link::type)
                    .thenComparing(Link::to))
            .toList();
    this.aliases = builder.aliases;
    this.conflicts = conflicts;
    TreeSet<AtomicEntity> sorted = new TreeSet<>();
    concepts.forEach(c -> sorted.addAll(c.attributes()));
    this.atoms = List.copyOf(sorted);
  }

  /** Collects edges between ordinals. */
  static final class Builder {
    private final List<Concept> concepts;
    private final int[][] nameOf;
    private final IntArrayList[] parents;
    private final List<Link> links = new ArrayList<>();
    private final SortedMap<String, int[]> aliases = new TreeMap<>();

    Builder(List<Concept> concepts, int[][] nameOf) {
      this.concepts = concepts;
      this.nameOf = nameOf;
      this.parents = new IntArrayList[concepts.size()];
    }

    void parent(int child, int parent) {
      if (parents[child] == null) {
        parents[child] = new IntArrayList(1);
      }
      if (!parents[child].contains(parent)) {
        parents[child].add(parent);
      }
    }

    void link(int from, RelationType type, int to, double weight) {
      links.add(new Link(from, type, to, weight));
    }

    /** A text that means all of these; of equal texts the first counts. */
    void alias(String text, int[] targets) {
      String folded = NameNormaliser.name(text);
      if (!folded.isEmpty()) {
        aliases.putIfAbsent(folded, targets);
      }
    }

    Content build(Conflicts conflicts) {
      return new Content(this, conflicts);
    }
  }

  /** The concepts by id. */
  public List<Concept> concepts() {
    return concepts;
  }

  /** For each code of a concept the index of the name its source prefers. */
  public int[] nameOf(int concept) {
    return nameOf[concept];
  }

  /** All atomic entities, sorted. */
  public List<AtomicEntity> atoms() {
    return atoms;
  }

  /** What did not fit together. */
  public Conflicts conflicts() {
    return conflicts;
  }

  /** Folded texts that mean one or several concepts together, sorted. */
  public List<Key> aliases() {
    List<Key> keys = new ArrayList<>(aliases.size());
    aliases.forEach((text, concepts) -> keys.add(new Key(text, concepts)));
    return keys;
  }

  /** The hierarchy and the relations. */
  public GraphBuilder graph() {
    GraphBuilder graph = new GraphBuilder(concepts.size());
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] != null) {
        for (int parent : parents[i]) {
          graph.parent(i, parent);
        }
      }
    }
    links.forEach(link -> graph.relation(link.from, link.type, link.to, link.weight));
    return graph;
  }

  /** A folded name, how it is shown, whether it counts only in capitals, and its bearers. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; written once.
  public record Name(String folded, String shown, boolean capitals, int[] concepts) {}

  /** One concept under one of its names. */
  private record Bearer(String folded, Designation designation, int ordinal) {}

  /**
   * The names in the order of their folded forms; a name's concepts are ordered by the kind of the
   * name (preferred first), then by id, so that what a name most likely means comes first.
   */
  public Collection<Name> names() {
    List<Bearer> bearers = new ArrayList<>(concepts.size() * 2);
    for (int i = 0; i < concepts.size(); i++) {
      for (Designation designation : concepts.get(i).designations()) {
        if (designation.kind() != Designation.Kind.STRUCTURAL) {
          String folded = NameNormaliser.name(designation.text());
          if (!folded.isEmpty()) {
            bearers.add(new Bearer(folded, designation, i));
          }
        }
      }
    }
    Bearer[] sorted = bearers.toArray(new Bearer[0]);
    Arrays.parallelSort(
        sorted,
        Comparator.<Bearer, String>comparing(b -> b.folded)
            .thenComparing(b -> b.designation.kind())
            .thenComparing(Bearer::ordinal));
    List<Name> names = new ArrayList<>(sorted.length);
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      boolean capitals = sorted[from].designation.kind() == Designation.Kind.ABBREVIATION;
      IntArrayList ordinals = new IntArrayList(1);
      ordinals.add(sorted[from].ordinal);
      while (to < sorted.length && sorted[to].folded.equals(sorted[from].folded)) {
        capitals &= sorted[to].designation.kind() == Designation.Kind.ABBREVIATION;
        if (!ordinals.contains(sorted[to].ordinal)) {
          ordinals.add(sorted[to].ordinal);
        }
        to++;
      }
      names.add(
          new Name(
              sorted[from].folded,
              sorted[from].designation.text(),
              capitals,
              ordinals.toIntArray()));
      from = to;
    }
    return names;
  }

  /** A key and the numbers it leads to. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; written once.
  public record Key(String text, int[] numbers) {}

  /** Codes as {@code SYSTEM code}, not folded, and the concepts that bear them, sorted by code. */
  public List<Key> codes() {
    List<Key> all = new ArrayList<>(concepts.size() * 2);
    for (int i = 0; i < concepts.size(); i++) {
      for (ConceptCode code : concepts.get(i).codes()) {
        all.add(new Key(code.system().id() + ' ' + code.value(), new int[] {i}));
      }
    }
    return grouped(all);
  }

  /** The folded names of atomic entities in both languages, and their numbers, sorted. */
  public List<Key> atomNames() {
    List<Key> all = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      for (String name : List.of(atoms.get(i).zh(), atoms.get(i).en())) {
        String folded = NameNormaliser.name(name);
        if (!folded.isEmpty()) {
          all.add(new Key(folded, new int[] {i}));
        }
      }
    }
    return grouped(all);
  }

  /** Equal keys as one with all their distinct numbers, ascending. */
  private static List<Key> grouped(List<Key> all) {
    Key[] sorted = all.toArray(new Key[0]);
    Arrays.parallelSort(
        sorted, Comparator.comparing(Key::text).thenComparingInt(k -> k.numbers[0]));
    List<Key> keys = new ArrayList<>(sorted.length);
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      IntArrayList numbers = new IntArrayList(1);
      for (; to < sorted.length && sorted[to].text.equals(sorted[from].text); to++) {
        if (numbers.isEmpty() || numbers.topInt() != sorted[to].numbers[0]) {
          numbers.add(sorted[to].numbers[0]);
        }
      }
      keys.add(new Key(sorted[from].text, numbers.toIntArray()));
      from = to;
    }
    return keys;
  }

  /** How much there is of what, by system and edition, type, language and kind of name. */
  public SortedMap<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    counts.put("concepts", (long) concepts.size());
    counts.put("relations", (long) links.size());
    counts.put("atoms", (long) atoms.size());
    counts.put("aliases", (long) aliases.size());
    for (Concept concept : concepts) {
      counts.merge("concepts." + concept.code().system().id(), 1L, Long::sum);
      counts.merge("types." + concept.type(), 1L, Long::sum);
      concept.codes().forEach(c -> counts.merge("codes." + c.system(), 1L, Long::sum));
      for (Designation name : concept.designations()) {
        if (name.kind() != Designation.Kind.STRUCTURAL) {
          counts.merge("designations." + name.language().name(), 1L, Long::sum);
        }
      }
    }
    counts.put("common_names", conflicts.commonNames());
    conflicts.counts().forEach((kind, n) -> counts.put("conflicts." + kind, n));
    conflicts.skippedByFile().forEach((file, n) -> counts.merge("skipped", n, Long::sum));
    return new TreeMap<>(counts);
  }

  /** SHA-256 over the concepts by id with their parents, then the sorted relations and aliases. */
  public String hash() {
    MessageDigest digest = Checksums.sha256();
    for (int i = 0; i < concepts.size(); i++) {
      Concept concept = concepts.get(i);
      Checksums.line(digest, "concept", concept.id(), concept.type(), concept.codes());
      for (Designation d : concept.designations()) {
        Checksums.line(digest, "name", d.language(), d.kind(), d.text());
      }
      concept.attributes().forEach(a -> Checksums.line(digest, a.axis(), a.zh(), a.en()));
      List<String> above = new ArrayList<>();
      if (parents[i] != null) {
        for (int parent : parents[i]) {
          above.add(concepts.get(parent).id().toString());
        }
      }
      Checksums.line(digest, "parents", above);
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
    aliases.forEach(
        (text, targets) -> Checksums.line(digest, "alias", text, Arrays.toString(targets)));
    return Checksums.hex(digest);
  }
}
