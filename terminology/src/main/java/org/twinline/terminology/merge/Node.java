package org.twinline.terminology.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * A concept in the making. {@code codes[i]} is called {@code names[nameOf[i]]} by the source that
 * brought it; {@code own} marks the codes that are no mere cross-references. Parents are codes as
 * their source writes them, in the system of the first code.
 */
final class Node {
  final SemanticType type;
  final List<ConceptCode> codes = new ArrayList<>(1);
  final List<Integer> nameOf = new ArrayList<>(1);
  final BitSet own = new BitSet(1);
  final List<Designation> names = new ArrayList<>(2);
  final List<AtomicEntity> attributes = new ArrayList<>(0);
  final List<Claim> parents = new ArrayList<>(1);
  final Path file;
  final long line;
  final int codeColumn;

  /** A parent as a source states it for one of its codes: a code of {@code system}. */
  record Claim(
      ConceptCode child, CodeSystem system, String parent, Path file, long line, int column) {}

  Node(SemanticType type, Path file, long line, int codeColumn) {
    this.type = type;
    this.file = file;
    this.line = line;
    this.codeColumn = codeColumn;
  }

  /** Adds a name unless it is there, where the stronger kind wins; its index. */
  int name(Designation designation) {
    for (int i = 0; i < names.size(); i++) {
      Designation there = names.get(i);
      if (there.language() == designation.language() && there.text().equals(designation.text())) {
        if (designation.kind().compareTo(there.kind()) < 0) {
          names.set(i, designation);
        }
        return i;
      }
    }
    names.add(designation);
    return names.size() - 1;
  }

  /** A code of the node's own list, whose place in the hierarchy counts. */
  void code(ConceptCode code, int name) {
    own.set(codes.size());
    reference(code, name);
  }

  /** A code of another list that the source refers to. */
  void reference(ConceptCode code, int name) {
    codes.add(code);
    nameOf.add(name);
  }

  /** Takes over everything of another node. */
  void absorb(Node other) {
    int[] moved = new int[other.names.size()];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = name(other.names.get(i));
    }
    for (int i = 0; i < other.codes.size(); i++) {
      own.set(codes.size(), other.own.get(i));
      reference(other.codes.get(i), moved[other.nameOf.get(i)]);
    }
    for (AtomicEntity attribute : other.attributes) {
      attribute(attribute);
    }
    parents.addAll(other.parents);
  }

  void attribute(AtomicEntity attribute) {
    if (!attributes.contains(attribute)) {
      attributes.add(attribute);
    }
  }

  /** Whether a code of the other's is in a system and edition in which this has another code. */
  boolean clashes(Node other) {
    for (ConceptCode mine : codes) {
      for (ConceptCode theirs : other.codes) {
        if (mine.system().equals(theirs.system()) && !mine.value().equals(theirs.value())) {
          return true;
        }
      }
    }
    return false;
  }
}
