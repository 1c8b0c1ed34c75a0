package org.twinline.terminology.merge;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;

/** Concepts in the making by their codes; joined ones are found under the codes of all. */
final class Nodes {
  private final List<Node> all = new ArrayList<>();
  private final IntArrayList into = new IntArrayList();
  private final Map<ConceptCode, Integer> byCode = new HashMap<>();
  private final Map<String, List<CodeSystem>> editions = new HashMap<>();

  int size() {
    return all.size();
  }

  /** The node that number now stands for. */
  Node node(int number) {
    return all.get(root(number));
  }

  /** Whether the number stands for itself: was not joined into another. */
  boolean alive(int number) {
    return into.getInt(number) == number;
  }

  int root(int number) {
    int root = number;
    while (into.getInt(root) != root) {
      root = into.getInt(root);
    }
    for (int at = number; into.getInt(at) != root; ) {
      int next = into.getInt(at);
      into.set(at, root);
      at = next;
    }
    return root;
  }

  /** Adds a node with the codes it has. */
  int add(Node node) {
    int number = all.size();
    all.add(node);
    into.add(number);
    for (ConceptCode code : node.codes) {
      index(code, number);
    }
    return number;
  }

  /** Makes a code lead to a node; the first node of a code stays. */
  void index(ConceptCode code, int number) {
    byCode.putIfAbsent(code, number);
    List<CodeSystem> known = editions.computeIfAbsent(code.system().id(), id -> new ArrayList<>(1));
    if (!known.contains(code.system())) {
      known.add(code.system());
    }
  }

  /** The node of a code in its edition, or −1. */
  int find(ConceptCode code) {
    Integer number = byCode.get(code);
    return number == null ? -1 : root(number);
  }

  /** The node of a code in any edition of a system, the edition of the first source first. */
  int find(String system, String code) {
    for (CodeSystem edition : editions.getOrDefault(system, List.of())) {
      int found = code.chars().anyMatch(c -> c <= ' ') ? -1 : find(new ConceptCode(edition, code));
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /** The systems with their editions that codes were seen of. */
  List<CodeSystem> editions(String system) {
    return List.copyOf(editions.getOrDefault(system, List.of()));
  }

  /** The ids of all systems. */
  List<String> systems() {
    return editions.keySet().stream().sorted().toList();
  }

  /**
   * Joins two nodes into the one that came first; nothing where they are one already.
   *
   * @return the refusal's reason, if both hold different codes of one edition
   */
  Optional<String> join(int a, int b) {
    int first = Math.min(root(a), root(b));
    int second = Math.max(root(a), root(b));
    if (first == second) {
      return Optional.empty();
    }
    if (all.get(first).clashes(all.get(second))) {
      return Optional.of(all.get(first).codes + " and " + all.get(second).codes);
    }
    all.get(first).absorb(all.get(second));
    into.set(second, first);
    return Optional.empty();
  }
}
