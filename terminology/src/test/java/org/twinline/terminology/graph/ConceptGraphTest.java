package org.twinline.terminology.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.store.Sections;

class ConceptGraphTest {
  /** The metals of Batet, Sánchez and Valls 2011, as nxontology's tests use them. */
  private static final List<String> METALS =
      List.of("metal", "precious", "coinage", "platinum", "palladium", "gold", "silver", "copper");

  @TempDir Path directory;

  private ConceptGraph write(GraphBuilder builder) throws IOException {
    Path file = directory.resolve("graph.bin");
    Files.deleteIfExists(file);
    builder.sections().write(file);
    return new ConceptGraph(Sections.open(file));
  }

  private ConceptGraph metals() throws IOException {
    GraphBuilder builder = new GraphBuilder(METALS.size());
    String edges =
        "precious<metal coinage<metal platinum<precious palladium<precious gold<precious"
            + " silver<precious gold<coinage silver<coinage copper<coinage";
    for (String edge : edges.split(" ")) {
      String[] ends = edge.split("<");
      builder.parent(METALS.indexOf(ends[0]), METALS.indexOf(ends[1]));
    }
    return write(builder);
  }

  @Test
  void agreesWithNxontology() throws IOException {
    Path file =
        Path.of(
            System.getProperty("twinline.shared", "../../shared"),
            "data/similarity/nxontology_similarity_test_metal.tsv");
    assumeTrue(Files.exists(file), "shared data is absent: " + file);
    ConceptGraph graph = metals();
    List<String> lines = Files.readAllLines(file);
    List<String> header = Arrays.asList(lines.get(0).split("\t"));
    int checked = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split("\t");
      if (!row[header.indexOf("ic_metric")].equals("intrinsic_ic")) {
        continue;
      }
      int a = METALS.indexOf(row[0]);
      int b = METALS.indexOf(row[1]);
      assertThat(graph.lin(a, b))
          .as("Lin of %s and %s", row[0], row[1])
          .isCloseTo(Double.parseDouble(row[header.indexOf("lin")]), within(6e-4));
      assertThat(graph.resnik(a, b))
          .as("scaled Resnik of %s and %s", row[0], row[1])
          .isCloseTo(Double.parseDouble(row[header.indexOf("resnik_scaled")]), within(6e-4));
      int up = graph.distanceUp(b, a);
      assertThat(up >= 0).isEqualTo(row[header.indexOf("node_0_subsumes_1")].equals("True"));
      checked++;
    }
    assertThat(checked).isEqualTo(64);
  }

  @Test
  void wuPalmerByHand() throws IOException {
    ConceptGraph graph = metals();
    int gold = METALS.indexOf("gold");
    int silver = METALS.indexOf("silver");
    int copper = METALS.indexOf("copper");
    int platinum = METALS.indexOf("platinum");
    assertThat(graph.depth(gold)).isEqualTo(3);
    assertThat(graph.lowestCommonSubsumer(gold, silver)).isEqualTo(METALS.indexOf("coinage"));
    assertThat(graph.wuPalmer(gold, silver)).isEqualTo(4.0 / 6);
    assertThat(graph.wuPalmer(copper, platinum)).isEqualTo(2.0 / 6);
    assertThat(graph.radaDistance(copper, platinum)).isEqualTo(4);
    assertThat(graph.parents(gold)).containsExactly(1, 2);
    assertThat(graph.children(2)).containsExactly(5, 6, 7);
  }

  @Test
  void conceptsWithoutACommonRootAreUnlike() throws IOException {
    ConceptGraph graph = write(new GraphBuilder(3).parent(1, 0));
    assertThat(graph.lowestCommonSubsumer(1, 2)).isEqualTo(-1);
    assertThat(graph.wuPalmer(1, 2)).isEqualTo(0);
    assertThat(graph.lin(1, 2)).isEqualTo(0);
    assertThat(graph.radaDistance(1, 2)).isEqualTo(-1);
    assertThat(graph.wuPalmer(2, 2)).isEqualTo(1);
  }

  @Test
  void relationsAreWalkedBothWaysUpToTheBound() throws IOException {
    ConceptGraph graph =
        write(
            new GraphBuilder(4)
                .relation(0, RelationType.COMPLICATION, 1, 0.8)
                .relation(2, RelationType.CAUSE, 1, 0.5)
                .relation(2, RelationType.HAS_SYMPTOM, 3, 0.5));
    assertThat(graph.relationSimilarity(0, 1, 4)).isEqualTo(1 / 2.25);
    assertThat(graph.relationSimilarity(1, 0, 4)).isEqualTo(1 / 2.25);
    assertThat(graph.relationSimilarity(0, 2, 4)).isEqualTo(1 / 4.25);
    assertThat(graph.relationSimilarity(0, 3, 4)).isEqualTo(0);
    assertThat(graph.related(1, 0, Set.of(RelationType.COMPLICATION))).isTrue();
    assertThat(graph.related(1, 0, Set.of(RelationType.CAUSE))).isFalse();
  }

  @Test
  void refusesACycle() {
    GraphBuilder builder = new GraphBuilder(4).parent(0, 1).parent(1, 2).parent(2, 1).parent(3, 0);
    assertThat(builder.cycle()).isIn(1, 2);
    assertThatThrownBy(builder::sections).hasMessageContaining("is above itself");
  }

  @Test
  void measuresHoldOnRandomGraphs() throws IOException {
    long seed = Long.getLong("twinline.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      int size = 2 + random.nextInt(30);
      GraphBuilder builder = new GraphBuilder(size);
      for (int i = 1; i < size; i++) {
        for (int k = random.nextInt(3); k > 0; k--) {
          builder.parent(i, random.nextInt(i));
        }
      }
      ConceptGraph graph = write(builder);
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          String at = "-Dtwinline.seed=%s, round %s, %s and %s".formatted(seed, round, a, b);
          assertThat(graph.wuPalmer(a, b)).as(at).isBetween(0.0, 1.0);
          assertThat(graph.wuPalmer(a, b)).as(at).isEqualTo(graph.wuPalmer(b, a));
          assertThat(graph.lin(a, b)).as(at).isBetween(0.0, 1.0);
          assertThat(graph.lin(a, b)).as(at).isEqualTo(graph.lin(b, a));
          int subsumer = graph.lowestCommonSubsumer(a, b);
          assertThat(subsumer).as(at).isEqualTo(slowSubsumer(graph, a, b));
        }
      }
    }
  }

  private static int slowSubsumer(ConceptGraph graph, int a, int b) {
    int best = -1;
    for (int c = 0; c < graph.size(); c++) {
      if (reaches(graph, a, c) && reaches(graph, b, c)) {
        boolean better =
            best < 0
                || graph.informationContent(c) > graph.informationContent(best)
                || (graph.informationContent(c) == graph.informationContent(best)
                    && graph.depth(c) > graph.depth(best));
        best = better ? c : best;
      }
    }
    return best;
  }

  private static boolean reaches(ConceptGraph graph, int from, int to) {
    return from == to || Arrays.stream(graph.parents(from)).anyMatch(p -> reaches(graph, p, to));
  }
}
