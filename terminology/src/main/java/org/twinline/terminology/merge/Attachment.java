package org.twinline.terminology.merge;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Checksums;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.Designation;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.source.ConceptRef;
import org.twinline.terminology.source.SourceAlias;
import org.twinline.terminology.source.SourceNames;

/**
 * Brings names without codes to their concepts.
 *
 * <p>A row's main name decides; its other names decide only where the main name is unknown, and
 * only those that are no other row's main name: a list that calls angina by the name of coronary
 * disease in one row and has a row for coronary disease does not make the two one.
 */
final class Attachment {
  private final Nodes nodes;
  private final NameIndex index;
  private final Conflicts conflicts;

  Attachment(Nodes nodes, NameIndex index, Conflicts conflicts) {
    this.nodes = nodes;
    this.index = index;
    this.conflicts = conflicts;
  }

  /** Rows that say that names mean the same come before rows of a single name. */
  void attach(List<SourceNames> rows) {
    Set<String> mainNames = new HashSet<>();
    for (SourceNames row : rows) {
      if (row.names().size() > 1) {
        mainNames.add(NameNormaliser.name(row.names().get(0).text()));
      }
    }
    for (SourceNames row : rows) {
      if (row.names().size() > 1) {
        attach(row, mainNames);
      }
    }
    for (SourceNames row : rows) {
      if (row.names().size() == 1) {
        attach(row, mainNames);
      }
    }
  }

  /**
   * Attaches what comes with the library: only where a concept is known, and only names that
   * nothing else bears. Every row may be unknown to a terminology, so only their number is told.
   *
   * @return how many names were attached
   */
  int attachKnown(List<SourceNames> rows) {
    int attached = 0;
    for (SourceNames row : rows) {
      int node = -1;
      for (Designation name : row.names()) {
        String folded = NameNormaliser.name(name.text());
        node = node < 0 ? index.findTyped(folded, row.type()) : node;
      }
      for (Designation name : row.names()) {
        String folded = NameNormaliser.name(name.text());
        if (node >= 0 && index.findTyped(folded, row.type()) < 0) {
          nodes.node(node).name(name);
          index.add(folded, node);
          attached++;
        }
      }
    }
    return attached;
  }

  private void attach(SourceNames row, Set<String> mainNames) {
    int node = target(row, mainNames);
    if (node < 0 && row.origin().names().isPresent()) {
      node = made(row.names().get(0), row.type(), row);
    }
    if (node < 0) {
      report(Conflict.Kind.TARGET_UNKNOWN, row, row.target().map(ConceptRef::value).orElse(""));
      return;
    }
    for (int i = 0; i < row.names().size(); i++) {
      Designation name = row.names().get(i);
      String folded = NameNormaliser.name(name.text());
      if (folded.isEmpty() || index.bears(folded, node)) {
        continue;
      }
      int bearer = index.find(folded, nodes.node(node).type);
      boolean elsewhere = bearer >= 0 || (i > 0 && mainNames.contains(folded));
      if (elsewhere) {
        report(Conflict.Kind.NAME_TAKEN, row, nodes.node(node).codes.get(0).toString());
      } else {
        nodes.node(node).name(name);
        index.add(folded, node);
      }
    }
    for (var attribute : row.attributes()) {
      nodes.node(node).attribute(attribute);
    }
  }

  private int target(SourceNames row, Set<String> mainNames) {
    if (row.target().isPresent()) {
      return coded(row.target().get());
    }
    int byMain = index.find(NameNormaliser.name(row.names().get(0).text()), row.type());
    if (byMain >= 0) {
      return byMain;
    }
    IntLinkedOpenHashSet others = new IntLinkedOpenHashSet();
    for (Designation name : row.names().subList(1, row.names().size())) {
      String folded = NameNormaliser.name(name.text());
      int bearer = mainNames.contains(folded) ? -1 : index.find(folded, row.type());
      if (bearer >= 0) {
        others.add(bearer);
      }
    }
    if (others.size() > 1) {
      report(
          Conflict.Kind.NAMES_DISAGREE,
          row,
          others
              .intStream()
              .mapToObj(n -> nodes.node(n).codes.get(0).toString())
              .toList()
              .toString());
      return -1;
    }
    return others.isEmpty() ? -1 : others.firstInt();
  }

  private int coded(ConceptRef ref) {
    int colon = ref.value().indexOf(':');
    if (ref.by() == ConceptRef.By.NAME) {
      return index.find(NameNormaliser.name(ref.value()), ref.type());
    }
    if (colon > 0) {
      return coded(ref.value().substring(0, colon), ref.value().substring(colon + 1));
    }
    int found = -1;
    for (String system : nodes.systems()) {
      int here = nodes.find(system, ref.value());
      found = found >= 0 && here >= 0 && here != found ? Integer.MAX_VALUE : Math.max(found, here);
    }
    return found == Integer.MAX_VALUE ? -1 : found;
  }

  /** A code of a system, or of a national edition that stands for it. */
  private int coded(String system, String code) {
    int found = nodes.find(system, code);
    String family = CodeStructure.family(system);
    for (String other : found < 0 ? nodes.systems() : List.<String>of()) {
      if (found < 0 && !other.equals(system) && CodeStructure.family(other).equals(family)) {
        found = nodes.find(other, code);
        if (found < 0 && CodeStructure.nationalList(other) && CodeStructure.category(code)) {
          found = nodes.find(other, CodeStructure.national(code));
        }
        if (found < 0 && family.equals("ICD9") && code.length() == 5) {
          found = nodes.find(other, code + "00");
        }
      }
    }
    return found;
  }

  /** The node that bears a name, made in a system where none does. */
  int byName(ConceptRef ref, CodeSystem system, SourceNames.Origin origin) {
    int found = index.find(NameNormaliser.name(ref.value()), ref.type());
    if (found >= 0) {
      return found;
    }
    Language language = LanguageGuess.of(ref.value());
    Designation name = new Designation(ref.value(), language, Designation.Kind.PREFERRED);
    return made(
        name,
        ref.type(),
        new SourceNames(
            List.of(name),
            ref.type(),
            Optional.empty(),
            List.of(),
            new SourceNames.Origin(
                origin.file(), origin.line(), origin.column(), Optional.of(system))));
  }

  private int made(Designation name, SemanticType type, SourceNames row) {
    String folded = NameNormaliser.name(name.text());
    if (folded.isEmpty()) {
      return -1;
    }
    SourceNames.Origin at = row.origin();
    ConceptCode code = new ConceptCode(at.names().orElseThrow(), code(folded, type));
    Node node = new Node(type, at.file(), at.line(), at.column());
    Designation preferred =
        new Designation(name.text(), name.language(), Designation.Kind.PREFERRED);
    node.code(code, node.name(preferred));
    int number = nodes.add(node);
    index.add(folded, number);
    return number;
  }

  /** A code made of a name: N and 48 bits of SHA-256 over type and folded name. */
  private static String code(String folded, SemanticType type) {
    byte[] digest =
        Checksums.sha256().digest((type + "\u001f" + folded).getBytes(StandardCharsets.UTF_8));
    return "N" + HexFormat.of().formatHex(digest, 0, 6);
  }

  /** Makes an alias with one standard name a name; the nodes of all its standard names. */
  IntLinkedOpenHashSet alias(SourceAlias alias) {
    IntLinkedOpenHashSet targets = new IntLinkedOpenHashSet();
    for (String standard : alias.standard()) {
      int node = index.find(NameNormaliser.name(standard), SemanticType.OTHER);
      if (node < 0) {
        conflicts.add(
            Conflict.Kind.TARGET_UNKNOWN, alias.origin().file(), alias.origin().line(), "");
        return new IntLinkedOpenHashSet();
      }
      targets.add(node);
    }
    String folded = NameNormaliser.name(alias.text());
    int only = targets.firstInt();
    if (targets.size() == 1 && !folded.isEmpty() && !index.bears(folded, only)) {
      if (index.find(folded, nodes.node(only).type) >= 0) {
        conflicts.add(
            Conflict.Kind.NAME_TAKEN,
            alias.origin().file(),
            alias.origin().line(),
            nodes.node(only).codes.get(0).toString());
      } else {
        nodes
            .node(only)
            .name(
                new Designation(
                    alias.text(), LanguageGuess.of(alias.text()), Designation.Kind.ALIAS));
        index.add(folded, only);
      }
    }
    return targets;
  }

  private void report(Conflict.Kind kind, SourceNames row, String detail) {
    conflicts.add(kind, row.origin().file(), row.origin().line(), detail);
  }
}
