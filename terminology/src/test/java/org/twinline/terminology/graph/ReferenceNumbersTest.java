package org.twinline.terminology.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers that other libraries publish with their tests, from the shared data. */
class ReferenceNumbersTest {
  /** nxontology prints three significant digits. */
  private static final double DIGITS = 5.1e-4;

  private static List<String> lines(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("twinline.shared", "../../shared"), "data/similarity", name);
    assumeTrue(Files.exists(file), "shared data is absent: " + file);
    return Files.readAllLines(file);
  }

  /** The metals of Batet, Sánchez and Valls 2011. */
  @Test
  void nxontologyMetals() throws IOException {
    List<String> names =
        List.of(
            "metal", "precious", "coinage", "platinum", "palladium", "gold", "silver", "copper");
    ConceptGraph graph =
        Graphs.named(
            names,
            "precious<metal coinage<metal platinum<precious palladium<precious gold<precious"
                + " silver<precious gold<coinage silver<coinage copper<coinage");
    assertThat(nxontology(graph, names, lines("nxontology_similarity_test_metal.tsv")))
        .isEqualTo(128);
  }

  /** Three trees, one of them a single node. */
  @Test
  void nxontologyDisconnected() throws IOException {
    List<String> names =
        List.of("metal", "precious", "coinage", "tree", "conifer", "pine", "water");
    ConceptGraph graph =
        Graphs.named(names, "precious<metal coinage<metal conifer<tree pine<conifer");
    assertThat(nxontology(graph, names, lines("nxontology_similarity_test_disconnected.tsv")))
        .isEqualTo(98);
  }

  private static int nxontology(ConceptGraph graph, List<String> names, List<String> lines) {
    List<String> header = Arrays.asList(lines.get(0).split("\t"));
    PathSimilarity paths = new PathSimilarity(graph);
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = new TreeMap<>();
      String[] cells = line.split("\t", -1);
      IntStream.range(0, cells.length).forEach(i -> row.put(header.get(i), cells[i]));
      int a = names.indexOf(row.get("node_0"));
      int b = names.indexOf(row.get("node_1"));
      int down = graph.distanceUp(b, a);
      int up = graph.distanceUp(a, b);
      same(row, "node_0_subsumes_1", down >= 0 ? "True" : "False");
      same(row, "node_1_subsumes_0", up >= 0 ? "True" : "False");
      same(row, "depth", down >= 0 ? "" + down : up >= 0 ? "" + -up : "");
      int common = paths.commonAncestors(a, b);
      same(row, "n_common_ancestors", "" + common);
      same(
          row,
          "n_union_ancestors",
          "" + (graph.ancestorCount(a) + graph.ancestorCount(b) - common));
      near(row, "batet", paths.ancestorOverlap(a, b));
      near(row, "batet_log", paths.batet(a, b));
      // Its leaves are leaves of their own, see SANCHEZ_OWN_LEAF; its contents are in nats.
      InformationContent measure =
          "intrinsic_ic".equals(row.get("ic_metric"))
              ? InformationContent.SECO
              : InformationContent.SANCHEZ_OWN_LEAF;
      InformationSimilarity similarity = new InformationSimilarity(graph, measure);
      int ancestor = similarity.mostInformativeAncestor(a, b);
      same(row, "mica", ancestor < 0 ? "" : names.get(ancestor));
      near(row, "resnik", similarity.resnik(a, b) * measure.unit(graph));
      near(row, "resnik_scaled", similarity.resnik(a, b));
      near(row, "lin", similarity.lin(a, b));
      near(row, "jiang", similarity.jiangConrathReciprocal(a, b));
      near(row, "jiang_seco", similarity.jiangConrath(a, b));
    }
    return lines.size() - 1;
  }

  private static void same(Map<String, String> row, String column, String ours) {
    assertThat(ours).as("%s of %s", column, row).isEqualTo(row.get(column));
  }

  private static void near(Map<String, String> row, String column, double ours) {
    double theirs = Double.parseDouble(row.get(column));
    assertThat(ours)
        .as("%s of %s", column, row)
        .isCloseTo(theirs, within(theirs > 1 ? 10 * DIGITS : DIGITS));
  }

  private static final Pattern EDGE = Pattern.compile("\"(C_\\d+)\" -> \"(C_\\d+)\"");

  @Test
  void slib() throws IOException {
    List<String> edges = new ArrayList<>();
    for (String line : lines("slib_graph_test.dot")) {
      Matcher edge = EDGE.matcher(line);
      if (edge.find()) {
        edges.add(edge.group(1) + "<" + edge.group(2));
      }
    }
    List<String> names = IntStream.rangeClosed(0, 20).mapToObj(i -> "C_" + i).toList();
    ConceptGraph graph = Graphs.named(names, String.join(" ", edges));
    int checked = 0;
    for (String line : lines("slib_graph_test_expected_values.csv")) {
      String[] cells = line.split("\t", -1);
      int node = names.indexOf(cells[0]);
      if (node < 0) {
        continue;
      }
      assertThat(graph.ancestorCount(node)).as(line).isEqualTo(Integer.parseInt(cells[1]));
      assertThat(names(names, graph.ancestors(node).keySet().toIntArray()))
          .as(line)
          .isEqualTo(cells[2]);
      assertThat(graph.descendantCount(node)).as(line).isEqualTo(Integer.parseInt(cells[3]));
      assertThat(names(names, graph.descendants(node))).as(line).isEqualTo(cells[4]);
      assertThat(graph.leafCount(node)).as(line).isEqualTo(Integer.parseInt(cells[5]));
      assertThat(names(names, Arrays.stream(graph.descendants(node)).filter(graph::leaf).toArray()))
          .as(line)
          .isEqualTo(cells[6]);
      int exclusive = graph.leaf(node) ? 0 : graph.leafCount(node);
      assertThat(exclusive).as(line).isEqualTo(Integer.parseInt(cells[7]));
      double nats =
          InformationContent.SANCHEZ.of(graph, node) * InformationContent.SANCHEZ.unit(graph);
      assertThat(nats / Math.log(10))
          .as(line)
          .isCloseTo(Double.parseDouble(cells[8]), within(1e-10));
      assertThat(Math.exp(-nats)).as(line).isCloseTo(Double.parseDouble(cells[9]), within(1e-10));
      checked++;
    }
    assertThat(checked).isEqualTo(21);
  }

  private static String names(List<String> names, int[] nodes) {
    return Arrays.stream(nodes)
        .sorted()
        .mapToObj(names::get)
        .collect(java.util.stream.Collectors.joining(";"));
  }
}
