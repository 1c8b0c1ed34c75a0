package org.twinline.terminology.merge;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.twinline.terminology.Designation;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;

/** Which nodes bear a name after folding, in the order in which the sources brought them. */
final class NameIndex {
  private static final IntArrayList NONE = new IntArrayList(0);

  private final Nodes nodes;
  private final Map<String, IntArrayList> bearers = new HashMap<>();
  private final Set<String> wanted;
  private int longest;

  /**
   * An index of the nodes' names.
   *
   * @param wanted the folded names that will be asked for; empty where any may be
   */
  NameIndex(Nodes nodes, Set<String> wanted) {
    this.nodes = nodes;
    this.wanted = Set.copyOf(wanted);
    for (String name : wanted) {
      longest = Math.max(longest, name.length());
    }
    for (Designation.Kind kind : Designation.Kind.values()) {
      for (int i = 0; i < nodes.size() && kind != Designation.Kind.STRUCTURAL; i++) {
        if (nodes.alive(i)) {
          addAll(i, kind);
        }
      }
    }
  }

  private void addAll(int node, Designation.Kind kind) {
    for (Designation name : nodes.node(node).names) {
      if (name.kind() == kind && (wanted.isEmpty() || name.text().length() <= 2 * longest)) {
        String folded = NameNormaliser.name(name.text());
        if (wanted.isEmpty() || wanted.contains(folded)) {
          add(folded, node);
        }
      }
    }
  }

  void add(String folded, int node) {
    IntArrayList there = bearers.computeIfAbsent(folded, f -> new IntArrayList(1));
    if (!there.contains(node)) {
      there.add(node);
    }
  }

  /**
   * The first bearer whose type agrees, names preferred by their source first; −1 where there is
   * none. {@link SemanticType#OTHER} agrees with every type.
   */
  int find(String folded, SemanticType type) {
    IntArrayList there = bearers.getOrDefault(folded, NONE);
    int other = -1;
    for (int node : there) {
      SemanticType its = nodes.node(node).type;
      if (its == type || type == SemanticType.OTHER) {
        return nodes.root(node);
      }
      other = its == SemanticType.OTHER && other < 0 ? nodes.root(node) : other;
    }
    return other;
  }

  /** The first bearer of exactly that type, or −1. */
  int findTyped(String folded, SemanticType type) {
    for (int node : bearers.getOrDefault(folded, NONE)) {
      if (nodes.node(node).type == type) {
        return nodes.root(node);
      }
    }
    return -1;
  }

  /** Whether a node bears the name. */
  boolean bears(String folded, int node) {
    for (int bearer : bearers.getOrDefault(folded, NONE)) {
      if (nodes.root(bearer) == nodes.root(node)) {
        return true;
      }
    }
    return false;
  }
}
