package org.twinline.terminology.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The definitions, computed from the parents by sets: what the fast graph is compared with. */
final class SlowGraph {
  private final ConceptGraph graph;

  /** For each node its ancestors and itself with the least distance. */
  private final Map<Integer, Map<Integer, Integer>> up = new TreeMap<>();

  private final List<Set<Integer>> down = new ArrayList<>();
  private final Set<Integer> leaves;

  SlowGraph(ConceptGraph graph) {
    this.graph = graph;
    nodes().forEach(this::up);
    for (int node = 0; node < graph.size(); node++) {
      int above = node;
      down.add(nodes().filter(n -> up(n).containsKey(above)).boxed().collect(Collectors.toSet()));
    }
    leaves = nodes().filter(n -> down(n).size() == 1).boxed().collect(Collectors.toSet());
  }

  private IntStream nodes() {
    return IntStream.range(0, graph.size());
  }

  Map<Integer, Integer> up(int node) {
    Map<Integer, Integer> known = up.get(node);
    if (known == null) {
      known = new TreeMap<>(Map.of(node, 0));
      for (int parent : graph.parents(node)) {
        for (Map.Entry<Integer, Integer> entry : up(parent).entrySet()) {
          known.merge(entry.getKey(), entry.getValue() + 1, Math::min);
        }
      }
      up.put(node, known);
    }
    return known;
  }

  int distance(int node, int ancestor) {
    return up(node).getOrDefault(ancestor, -1);
  }

  Set<Integer> down(int node) {
    return down.get(node);
  }

  Set<Integer> leaves() {
    return leaves;
  }

  Set<Integer> leaves(int node) {
    Set<Integer> below = new TreeSet<>(down(node));
    below.retainAll(leaves);
    return below;
  }

  int depth(int node) {
    return 1
        + up(node).entrySet().stream()
            .filter(e -> graph.parents(e.getKey()).length == 0)
            .mapToInt(Map.Entry::getValue)
            .min()
            .orElseThrow();
  }

  Set<Integer> common(int a, int b) {
    Set<Integer> common = new TreeSet<>(up(a).keySet());
    common.retainAll(up(b).keySet());
    return common;
  }

  Set<Integer> union(int a, int b) {
    Set<Integer> union = new TreeSet<>(up(a).keySet());
    union.addAll(up(b).keySet());
    return union;
  }

  double content(InformationContent measure, int node) {
    double leaves = graph.children(node).length == 0 ? 0 : leaves(node).size();
    double all = Math.log(leaves().size() + 1.0);
    return switch (measure) {
      case SECO -> graph.size() == 1 ? 1 : 1 - Math.log(down(node).size()) / Math.log(graph.size());
      case SANCHEZ -> 1 - Math.log(leaves / up(node).size() + 1) / all;
      case SANCHEZ_OWN_LEAF ->
          1 - Math.log(leaves(node).size() / (double) up(node).size() + 1) / all;
    };
  }

  int mostInformative(InformationContent measure, int a, int b) {
    int best = -1;
    for (int c : common(a, b)) {
      int byContent = best < 0 ? 1 : Double.compare(measure.of(graph, c), measure.of(graph, best));
      best = byContent > 0 || (byContent == 0 && depth(c) > depth(best)) ? c : best;
    }
    return best;
  }

  int rada(int a, int b) {
    return common(a, b).stream().mapToInt(c -> distance(a, c) + distance(b, c)).min().orElse(-1);
  }
}
