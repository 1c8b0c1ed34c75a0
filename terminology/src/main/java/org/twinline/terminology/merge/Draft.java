package org.twinline.terminology.merge;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Designation;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.source.ConceptRef;
import org.twinline.terminology.source.ConceptSink;
import org.twinline.terminology.source.SourceAlias;
import org.twinline.terminology.source.SourceConcept;
import org.twinline.terminology.source.SourceCrosswalk;
import org.twinline.terminology.source.SourceException;
import org.twinline.terminology.source.SourceNames;
import org.twinline.terminology.source.SourceProblem;
import org.twinline.terminology.source.SourceRelation;

/**
 * What the sources bring, until all are read and what is in it can be resolved. The order of the
 * sources is their precedence: the first gives a concept its id and its preferred name. The order
 * of lines within a source does not matter.
 */
public final class Draft implements ConceptSink {
  private static final int MAX_PROBLEMS = 100;

  private final Nodes nodes = new Nodes();
  private final Conflicts conflicts = new Conflicts();
  private final List<SourceNames> names = new ArrayList<>();
  private final List<SourceRelation> relations = new ArrayList<>();
  private final List<SourceCrosswalk> crosswalk = new ArrayList<>();
  private final List<SourceAlias> aliases = new ArrayList<>();
  private final Map<String, String> encodings = new HashMap<>();
  private final List<SourceProblem> problems = new ArrayList<>();

  @Override
  public void concept(SourceConcept source) {
    Concept concept = source.concept();
    SourceConcept.Origin at = source.origin();
    int there = nodes.find(concept.code());
    Node node;
    if (there < 0) {
      node = new Node(concept.type(), at.file(), at.line(), at.codeColumn());
    } else {
      node = nodes.node(there);
      repeated(node, source);
    }
    int preferred = -1;
    for (Designation designation : concept.designations()) {
      int index = node.name(designation);
      preferred = preferred < 0 ? index : preferred;
    }
    for (ConceptCode code : concept.codes()) {
      if (node.codes.contains(code)) {
        continue;
      }
      if (code.equals(concept.code())) {
        node.code(code, preferred);
      } else {
        node.reference(code, preferred);
      }
    }
    concept.attributes().forEach(node::attribute);
    for (String parent : source.parents()) {
      node.parents.add(
          new Node.Claim(
              concept.code(),
              concept.code().system(),
              parent,
              at.file(),
              at.line(),
              at.parentColumn()));
    }
    if (there < 0) {
      nodes.add(node);
    } else {
      concept.codes().forEach(code -> nodes.index(code, there));
    }
  }

  private void repeated(Node node, SourceConcept source) {
    SourceConcept.Origin at = source.origin();
    ConceptCode code = source.concept().code();
    if (!node.file.equals(at.file())) {
      return;
    }
    if (!node.names.contains(source.concept().designations().get(0))) {
      conflicts.add(Conflict.Kind.CODE_NAMED_TWICE, at.file(), at.line(), code.toString());
    }
  }

  @Override
  public void names(SourceNames row) {
    names.add(row);
  }

  @Override
  public void relation(SourceRelation relation) {
    relations.add(relation);
  }

  @Override
  public void crosswalk(SourceCrosswalk row) {
    crosswalk.add(row);
  }

  @Override
  public void alias(SourceAlias alias) {
    aliases.add(alias);
  }

  @Override
  public void problem(SourceProblem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  @Override
  public void skipped(SourceProblem problem) {
    conflicts.skip(problem);
  }

  @Override
  public void encoding(Path file, String encoding) {
    encodings.put(String.valueOf(file.getFileName()), encoding);
  }

  /** In which encoding each text file was read, and how that is known, by file name. */
  public SortedMap<String, String> encodings() {
    return new TreeMap<>(encodings);
  }

  /**
   * The content with every code and name resolved.
   *
   * @throws SourceException if anything was or is wrong
   * @throws TerminologyException if there is no concept at all
   */
  public Content resolve() {
    new Editions(nodes, conflicts).join(crosswalk);
    List<Content.Link> links = new ArrayList<>();
    List<IntLinkedOpenHashSet> meanings = new ArrayList<>();
    List<SourceNames> common = CommonNames.rows();
    NameIndex index = new NameIndex(nodes, wanted(common));
    Attachment attachment = new Attachment(nodes, index, conflicts);
    attachment.attach(names);
    links.addAll(link(new Ends(attachment)));
    aliases.forEach(alias -> meanings.add(attachment.alias(alias)));
    conflicts.commonNames(attachment.attachKnown(common));
    IntArrayList[] parents = new Hierarchy(nodes, conflicts, this::problem).resolve();
    if (!problems.isEmpty()) {
      problems.sort(
          Comparator.comparing(SourceProblem::file).thenComparingLong(SourceProblem::line));
      throw new SourceException(problems);
    }
    if (nodes.size() == 0) {
      throw new TerminologyException("Cannot build a terminology: the sources hold no concept");
    }
    return content(parents, links, meanings);
  }

  /** The common names alone where no source names anything; empty where any name may be asked. */
  private Set<String> wanted(List<SourceNames> common) {
    boolean asked =
        !names.isEmpty()
            || !aliases.isEmpty()
            || relations.stream()
                .anyMatch(
                    r -> r.from().by() == ConceptRef.By.NAME || r.to().by() == ConceptRef.By.NAME);
    Set<String> wanted = new HashSet<>();
    if (!asked) {
      common.forEach(row -> row.names().forEach(n -> wanted.add(NameNormaliser.name(n.text()))));
    }
    return wanted;
  }

  private List<Content.Link> link(Ends ends) {
    List<Content.Link> links = new ArrayList<>();
    for (SourceRelation relation : relations) {
      SourceRelation.Origin at = relation.origin();
      int from = ends.end(relation.from(), at, at.fromColumn());
      int to = ends.end(relation.to(), at, at.toColumn());
      if (from >= 0 && to >= 0 && nodes.root(from) != nodes.root(to)) {
        links.add(new Content.Link(from, relation.type(), to, relation.weight()));
      }
    }
    return links;
  }

  /** Finds the ends of relations. */
  private final class Ends {
    private final Attachment attachment;

    Ends(Attachment attachment) {
      this.attachment = attachment;
    }

    int end(ConceptRef ref, SourceRelation.Origin at, int column) {
      if (ref.by() == ConceptRef.By.NAME) {
        if (at.names().isEmpty()) {
          return unknown("unknown name", at, column);
        }
        return attachment.byName(
            ref,
            at.names().get(),
            new SourceNames.Origin(at.file(), at.line(), column, at.names()));
      }
      int colon = ref.value().indexOf(':');
      int found = -1;
      boolean several = false;
      if (colon > 0) {
        found = nodes.find(ref.value().substring(0, colon), ref.value().substring(colon + 1));
      }
      for (String system : found < 0 ? nodes.systems() : List.<String>of()) {
        int here = nodes.find(system, ref.value());
        several |= found >= 0 && here >= 0 && here != found;
        found = here >= 0 ? here : found;
      }
      if (found < 0 || several) {
        return unknown(
            found < 0
                ? "unknown code '%s'".formatted(ref.value())
                : "code '%s' stands in several systems, write SYSTEM:code".formatted(ref.value()),
            at,
            column);
      }
      return found;
    }

    private int unknown(String message, SourceRelation.Origin at, int column) {
      if (at.names().isPresent()) {
        conflicts.add(Conflict.Kind.TARGET_UNKNOWN, at.file(), at.line(), message);
      } else {
        problem(new SourceProblem(at.file(), at.line(), column, message));
      }
      return -1;
    }
  }

  /** Numbers the concepts by their ids. */
  private Content content(
      IntArrayList[] parents, List<Content.Link> links, List<IntLinkedOpenHashSet> meanings) {
    IntArrayList alive = new IntArrayList();
    long[] ids = new long[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.alive(i)) {
        alive.add(i);
        ids[i] = ConceptId.of(nodes.node(i).codes.get(0)).value();
      }
    }
    int[] order = alive.toIntArray();
    IntArrays.parallelQuickSort(order, (a, b) -> Long.compareUnsigned(ids[a], ids[b]));
    int[] ordinals = new int[nodes.size()];
    List<Concept> concepts = new ArrayList<>(order.length);
    int[][] nameOf = new int[order.length][];
    for (int i = 0; i < order.length; i++) {
      ordinals[order[i]] = i;
      Node node = nodes.node(order[i]);
      if (i > 0 && ids[order[i]] == ids[order[i - 1]]) {
        throw new TerminologyException(
            "Cannot tell %s and %s apart: their ids collide"
                .formatted(node.codes.get(0), nodes.node(order[i - 1]).codes.get(0)));
      }
      concepts.add(
          new Concept(
              new ConceptId(ids[order[i]]), node.type, node.codes, node.names, node.attributes));
      nameOf[i] = node.nameOf.stream().mapToInt(Integer::intValue).toArray();
    }
    Content.Builder builder = new Content.Builder(concepts, nameOf);
    for (int i = 0; i < order.length; i++) {
      for (int parent : parents[order[i]]) {
        builder.parent(i, ordinals[nodes.root(parent)]);
      }
    }
    for (Content.Link link : links) {
      builder.link(
          ordinals[nodes.root(link.from())],
          link.type(),
          ordinals[nodes.root(link.to())],
          link.weight());
    }
    for (int i = 0; i < meanings.size(); i++) {
      if (!meanings.get(i).isEmpty()) {
        builder.alias(
            aliases.get(i).text(),
            meanings.get(i).intStream().map(n -> ordinals[nodes.root(n)]).distinct().toArray());
      }
    }
    return builder.build(conflicts);
  }
}
