package org.twinline.terminology.merge;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.Designation;
import org.twinline.terminology.source.SourceProblem;

/**
 * The parents of every node: those its sources state, else those its codes tell. Categories that no
 * source names are made, so that their children stay together.
 */
final class Hierarchy {
  private final Nodes nodes;
  private final Conflicts conflicts;
  private final Consumer<SourceProblem> problems;
  private IntArrayList[] parents = new IntArrayList[0];

  Hierarchy(Nodes nodes, Conflicts conflicts, Consumer<SourceProblem> problems) {
    this.nodes = nodes;
    this.conflicts = conflicts;
    this.problems = problems;
  }

  /** The distinct parents of each root node, the primary one first; null for joined nodes. */
  IntArrayList[] resolve() {
    IntArrayList found = new IntArrayList();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.alive(i)) {
        found.clear();
        stated(i, found);
        derived(i, found);
        set(i, found);
      }
    }
    refuseOwnLoops();
    breakLoops();
    reduce();
    return parents;
  }

  private void set(int node, IntArrayList found) {
    if (parents.length < nodes.size()) {
      parents = java.util.Arrays.copyOf(parents, Math.max(nodes.size(), parents.length * 3 / 2));
    }
    IntArrayList distinct = new IntArrayList(found.size());
    for (int parent : found) {
      int root = nodes.root(parent);
      if (root != node && !distinct.contains(root)) {
        distinct.add(root);
      }
    }
    parents[node] = distinct;
  }

  private void stated(int number, IntArrayList found) {
    for (Node.Claim claim : nodes.node(number).parents) {
      boolean legal = !claim.parent().isEmpty() && claim.parent().chars().noneMatch(c -> c <= ' ');
      ConceptCode code = legal ? new ConceptCode(claim.system(), claim.parent()) : claim.child();
      int parent = legal ? nodes.find(code) : -1;
      if (parent < 0) {
        problem(claim, "unknown parent '%s'".formatted(claim.parent()));
      } else if (code.equals(claim.child())) {
        problem(claim, "code '%s' is its own parent".formatted(claim.parent()));
      } else {
        found.add(parent);
      }
    }
  }

  private void problem(Node.Claim claim, String message) {
    problems.accept(new SourceProblem(claim.file(), claim.line(), claim.column(), message));
  }

  private void derived(int number, IntArrayList found) {
    Node node = nodes.node(number);
    boolean placed = !found.isEmpty();
    for (int i = 0; i < node.codes.size(); i++) {
      ConceptCode code = node.codes.get(i);
      boolean stated =
          !node.own.get(i)
              || node.parents.stream()
                  .anyMatch(c -> c.child().equals(code) && c.system().equals(code.system()));
      if (!stated && CodeStructure.known(code.system().id())) {
        for (List<String> chain : CodeStructure.ancestors(code.system().id(), code.value())) {
          int parent =
              placed
                  ? nearestKnown(code.system(), chain, number)
                  : nearest(code.system(), chain, number);
          if (parent >= 0) {
            found.add(parent);
          }
        }
      }
    }
  }

  private int nearest(CodeSystem system, List<String> chain, int child) {
    for (int i = 0; i < chain.size(); i++) {
      int there = known(system, chain.get(i));
      if (there >= 0 && there != nodes.root(child)) {
        return there;
      }
      if (there < 0 && CodeStructure.made(system.id(), chain.get(i))) {
        return made(system, chain, i, child);
      }
    }
    return -1;
  }

  /** The nearest ancestor that a source names, for a node that has parents already; or −1. */
  private int nearestKnown(CodeSystem system, List<String> chain, int child) {
    for (String code : chain) {
      int there = known(system, code);
      if (there >= 0
          && there != nodes.root(child)
          && nodes.node(there).names.get(0).kind() != Designation.Kind.STRUCTURAL) {
        return there;
      }
    }
    return -1;
  }

  private int known(CodeSystem system, String code) {
    String family = CodeStructure.family(system.id());
    int found = nodes.find(new ConceptCode(system, code));
    if (found < 0 && family.equals("ICD10") && CodeStructure.category(code)) {
      found = nodes.find("ICD10", code);
      if (found < 0 && CodeStructure.nationalList(system.id())) {
        String national = CodeStructure.national(code);
        found = nodes.find(new ConceptCode(system, national));
        found = found < 0 ? nodes.find(system.id(), national) : found;
      }
      if (found < 0 && code.length() == 3) {
        found = nodes.find("ICD10CM", code);
      }
    } else if (found < 0 && family.equals("ICD10")) {
      found = nodes.find("ICD10", code);
    } else if (found < 0) {
      found = nodes.find(system.id(), code);
      if (found < 0 && family.equals("ICD9") && code.length() == 5) {
        found = nodes.find(system.id(), code + "00");
      }
    }
    return found;
  }

  private int made(CodeSystem system, List<String> chain, int at, int child) {
    String value = chain.get(at);
    boolean icd10 = CodeStructure.family(system.id()).equals("ICD10");
    CodeSystem home = icd10 ? CodeStructure.ICD10 : new CodeSystem(system.id(), "");
    Node origin = nodes.node(child);
    Node node = new Node(origin.type, origin.file, origin.line, origin.codeColumn);
    Optional<Icd10Chapters> chapter = icd10 ? Icd10Chapters.named(value) : Optional.empty();
    if (chapter.isPresent()) {
      node.name(new Designation(chapter.get().zh(), Language.ZH, Designation.Kind.STRUCTURAL));
      node.name(new Designation(chapter.get().en(), Language.EN, Designation.Kind.STRUCTURAL));
    } else {
      node.name(new Designation(value, Language.EN, Designation.Kind.STRUCTURAL));
    }
    node.code(new ConceptCode(home, value), 0);
    int number = nodes.add(node);
    IntArrayList above = new IntArrayList(1);
    int parent = nearest(home, chain.subList(at + 1, chain.size()), number);
    if (parent >= 0) {
      above.add(parent);
    }
    set(number, above);
    return number;
  }

  /** A loop among the parents of one system alone is the source's mistake. */
  private void refuseOwnLoops() {
    int[] state = new int[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.alive(i) && state[i] == 0) {
        walk(i, state, true);
      }
    }
  }

  private void breakLoops() {
    int[] state = new int[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.alive(i) && state[i] == 0) {
        walk(i, state, false);
      }
    }
  }

  /** Leaves out a parent that is above another parent. */
  private void reduce() {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.alive(i) && parents[i].size() > 1) {
        IntArrayList all = parents[i];
        IntArrayList kept = new IntArrayList(all.size());
        for (int parent : all) {
          boolean above = false;
          for (int other : all) {
            above |= other != parent && above(parent, other);
          }
          if (!above) {
            kept.add(parent);
          }
        }
        parents[i] = kept;
      }
    }
  }

  private boolean above(int ancestor, int node) {
    IntArrayList open = new IntArrayList(parents[node]);
    IntOpenHashSet seen = new IntOpenHashSet(parents[node]);
    while (!open.isEmpty()) {
      int at = open.popInt();
      if (at == ancestor) {
        return true;
      }
      for (int parent : parents[at]) {
        if (seen.add(parent)) {
          open.add(parent);
        }
      }
    }
    return false;
  }

  /** Depth first upwards without recursion; an edge to a node still open closes a loop. */
  private void walk(int start, int[] state, boolean refuse) {
    IntArrayList stack = new IntArrayList();
    IntArrayList next = new IntArrayList();
    stack.add(start);
    next.add(0);
    state[start] = 1;
    while (!stack.isEmpty()) {
      int node = stack.topInt();
      int at = next.topInt();
      if (at == parents[node].size()) {
        state[node] = 2;
        stack.popInt();
        next.popInt();
        continue;
      }
      int parent = parents[node].getInt(at);
      if (state[parent] == 1 && refuse) {
        if (oneSystem(stack, parent)) {
          loop(node);
          return;
        }
        next.set(next.size() - 1, at + 1);
      } else if (state[parent] == 1) {
        parents[node].removeInt(at);
        Node child = nodes.node(node);
        conflicts.add(
            Conflict.Kind.HIERARCHY_LOOP,
            child.file,
            child.line,
            child.codes.get(0) + " below " + nodes.node(parent).codes.get(0));
      } else {
        next.set(next.size() - 1, at + 1);
        if (state[parent] == 0) {
          state[parent] = 1;
          stack.add(parent);
          next.add(0);
        }
      }
    }
  }

  private boolean oneSystem(IntArrayList stack, int from) {
    IntOpenHashSet seen = new IntOpenHashSet();
    for (int i = stack.indexOf(from); i < stack.size(); i++) {
      if (nodes.node(stack.getInt(i)).codes.size() > 1) {
        return false;
      }
      seen.add(stack.getInt(i));
    }
    return !seen.isEmpty();
  }

  private void loop(int node) {
    Node on = nodes.node(node);
    int column = on.parents.isEmpty() ? on.codeColumn : on.parents.get(0).column();
    long line = on.parents.isEmpty() ? on.line : on.parents.get(0).line();
    problems.accept(
        new SourceProblem(
            on.file, line, column, "code '%s' is above itself".formatted(on.codes.get(0).value())));
  }
}
