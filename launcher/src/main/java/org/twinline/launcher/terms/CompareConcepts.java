package org.twinline.launcher.terms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.twinline.core.verdict.Explanation;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Designation;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.graph.ConceptGraph;
import org.twinline.terminology.graph.InformationContent;
import org.twinline.terminology.graph.InformationSimilarity;
import org.twinline.terminology.graph.PathSimilarity;

/** {@code twinline terminology compare}: every measure of two concepts as an explanation tree. */
final class CompareConcepts {
  private static final double REACH = 4;

  private final Terminal terminal;
  private final boolean json;

  CompareConcepts(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(Terminology terminology, String a, String b) {
    Concept first = named(terminology, a);
    Concept second = named(terminology, b);
    Explanation explanation = explain(terminology, first, second);
    if (json) {
      ObjectNode document = Shown.object();
      document.set("a", Shown.json(first));
      document.set("b", Shown.json(second));
      document.set("explanation", json(explanation));
      Shown.print(terminal, document);
    } else {
      terminal.out().println("A  " + Shown.line(first));
      terminal.out().println("B  " + Shown.line(second));
      print(explanation, 0);
    }
    return ExitCode.DONE;
  }

  private static Concept named(Terminology terminology, String text) {
    List<Concept> found = Named.find(terminology, text);
    if (found.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "no concept is called that, and no system has such a code",
          "twinline terminology lookup DIR TEXT shows the nearest names");
    }
    return found.get(0);
  }

  private static Explanation explain(Terminology terminology, Concept first, Concept second) {
    int a = terminology.ordinal(first.id());
    int b = terminology.ordinal(second.id());
    List<Explanation> parts = new ArrayList<>();
    parts.add(path(terminology, a, b));
    parts.add(information("information_seco", terminology, a, b, InformationContent.SECO));
    parts.add(information("information_sanchez", terminology, a, b, InformationContent.SANCHEZ));
    double relation = terminology.graph().relationSimilarity(a, b, REACH);
    parts.add(Explanation.of("relation_graph", relation, Explanation.number(REACH)));
    double term = 0;
    for (Designation name : second.designations()) {
      term = Math.max(term, terminology.termSimilarity(first, name.text()));
    }
    parts.add(Explanation.of("best_name", term));
    parts.add(atoms(first, second));
    double same = a == b ? 1 : 0;
    return Explanation.of("same_concept", same, parts);
  }

  private static Explanation path(Terminology terminology, int a, int b) {
    ConceptGraph graph = terminology.graph();
    PathSimilarity path = new PathSimilarity(graph);
    int subsumer = graph.lowestCommonSubsumer(a, b);
    String shared = subsumer < 0 ? "none" : terminology.conceptAt(subsumer).code().label();
    int edges = graph.radaDistance(a, b);
    return new Explanation(
        "path",
        path.wuPalmer(a, b),
        List.of(shared, String.valueOf(edges)),
        List.of(
            Explanation.of("wu_palmer", path.wuPalmer(a, b)),
            Explanation.of("rada", path.rada(a, b)),
            Explanation.of("leacock_chodorow", path.leacockChodorow(a, b)),
            Explanation.of("batet", path.batet(a, b))));
  }

  private static Explanation information(
      String code, Terminology terminology, int a, int b, InformationContent content) {
    InformationSimilarity information = new InformationSimilarity(terminology.graph(), content);
    return Explanation.of(
        code,
        information.lin(a, b),
        List.of(
            Explanation.of("content_a", information.content(a)),
            Explanation.of("content_b", information.content(b)),
            Explanation.of("resnik", information.resnik(a, b)),
            Explanation.of("lin", information.lin(a, b)),
            Explanation.of("jiang_conrath", information.jiangConrath(a, b))));
  }

  /** Shared atomic entities over all (Jaccard); 0 where neither has any. */
  private static Explanation atoms(Concept first, Concept second) {
    Set<AtomicEntity> shared = new TreeSet<>(first.attributes());
    shared.retainAll(second.attributes());
    Set<AtomicEntity> all = new TreeSet<>(first.attributes());
    all.addAll(second.attributes());
    double value = all.isEmpty() ? 0 : (double) shared.size() / all.size();
    return Explanation.of(
        "atoms", value, String.valueOf(shared.size()), String.valueOf(all.size()));
  }

  private void print(Explanation explanation, int depth) {
    String arguments =
        explanation.arguments().isEmpty()
            ? ""
            : "  (" + String.join(", ", explanation.arguments()) + ")";
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s%-22s %.3f%s%n",
            "  ".repeat(depth),
            explanation.code(),
            explanation.value(),
            arguments);
    explanation.parts().forEach(part -> print(part, depth + 1));
  }

  private static ObjectNode json(Explanation explanation) {
    ObjectNode node = Shown.object();
    node.put("code", explanation.code()).put("value", explanation.value());
    ArrayNode arguments = node.putArray("arguments");
    explanation.arguments().forEach(arguments::add);
    ArrayNode parts = node.putArray("parts");
    explanation.parts().forEach(part -> parts.add(json(part)));
    return node;
  }
}
