package org.twinline.terminology.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every measure against its definition by sets. */
class RandomGraphTest {
  private final long seed = Long.getLong("twinline.seed", new Random().nextLong());
  private final Random random = new Random(seed);

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.2, 0.6})
  void everyMeasureIsAsDefined(double several) {
    for (int round = 0; round < 8; round++) {
      ConceptGraph graph = Graphs.random(random, 1 + random.nextInt(24), several);
      SlowGraph slow = new SlowGraph(graph);
      for (int a = 0; a < graph.size(); a++) {
        node(graph, slow, a, "-Dtwinline.seed=%s, round %s, node %s".formatted(seed, round, a));
        for (int b = 0; b < graph.size(); b++) {
          String at = "-Dtwinline.seed=%s, round %s, %s and %s".formatted(seed, round, a, b);
          paths(graph, slow, a, b, at);
          for (InformationContent measure : InformationContent.values()) {
            information(graph, slow, measure, a, b, at + " " + measure);
          }
        }
      }
    }
  }

  private static void node(ConceptGraph graph, SlowGraph slow, int a, String at) {
    assertThat(graph.ancestors(a)).as(at).isEqualTo(slow.up(a));
    assertThat(graph.descendants(a))
        .as(at)
        .containsExactlyInAnyOrder(slow.down(a).stream().mapToInt(Integer::intValue).toArray());
    assertThat(graph.ancestorCount(a)).as(at).isEqualTo(slow.up(a).size());
    assertThat(graph.descendantCount(a)).as(at).isEqualTo(slow.down(a).size());
    assertThat(graph.leafCount(a)).as(at).isEqualTo(slow.leaves(a).size());
    assertThat(graph.leaf(a)).as(at).isEqualTo(slow.leaves().contains(a));
    assertThat(graph.leafTotal()).as(at).isEqualTo(slow.leaves().size());
    assertThat(graph.depth(a)).as(at).isEqualTo(slow.depth(a));
    assertThat(graph.maxDepth()).as(at).isGreaterThanOrEqualTo(slow.depth(a));
    for (InformationContent measure : InformationContent.values()) {
      double content = measure.of(graph, a);
      assertThat(content).as(at).isBetween(0.0, 1.0);
      assertThat(content).as(at).isCloseTo(slow.content(measure, a), within(1e-12));
      for (int parent : graph.parents(a)) {
        assertThat(measure.of(graph, parent)).as(at).isLessThan(content);
      }
    }
  }

  private static void paths(ConceptGraph graph, SlowGraph slow, int a, int b, String at) {
    PathSimilarity paths = new PathSimilarity(graph);
    int subsumer = slow.mostInformative(InformationContent.SECO, a, b);
    assertThat(graph.lowestCommonSubsumer(a, b)).as(at).isEqualTo(subsumer);
    assertThat(graph.distanceUp(a, b)).as(at).isEqualTo(slow.distance(a, b));
    int rada = slow.rada(a, b);
    assertThat(graph.radaDistance(a, b)).as(at).isEqualTo(rada);
    assertThat(paths.rada(a, b)).as(at).isEqualTo(rada < 0 ? 0 : 1.0 / (1 + rada));
    assertThat(paths.leacockChodorow(a, b))
        .as(at)
        .isBetween(0.0, 1.0)
        .isCloseTo(
            rada < 0
                ? 0
                : -Math.log((rada + 1) / (2.0 * graph.maxDepth()))
                    / Math.log(2.0 * graph.maxDepth()),
            within(1e-12));
    double twice = subsumer < 0 ? 0 : 2.0 * graph.depth(subsumer);
    double wuPalmer =
        subsumer < 0
            ? 0
            : twice / (slow.distance(a, subsumer) + slow.distance(b, subsumer) + twice);
    assertThat(graph.wuPalmer(a, b)).as(at).isEqualTo(wuPalmer).isEqualTo(graph.wuPalmer(b, a));
    double common = slow.common(a, b).size();
    double union = slow.union(a, b).size();
    assertThat(paths.commonAncestors(a, b)).as(at).isEqualTo((int) common);
    assertThat(paths.ancestorOverlap(a, b)).as(at).isEqualTo(common / union);
    assertThat(paths.batet(a, b))
        .as(at)
        .isBetween(0.0, 1.0)
        .isCloseTo(
            common == union ? 1 : -Math.log(1 - common / union) / Math.log(union), within(1e-12));
  }

  private static void information(
      ConceptGraph graph, SlowGraph slow, InformationContent measure, int a, int b, String at) {
    InformationSimilarity similarity = new InformationSimilarity(graph, measure);
    int ancestor = slow.mostInformative(measure, a, b);
    assertThat(similarity.mostInformativeAncestor(a, b)).as(at).isEqualTo(ancestor);
    double resnik = ancestor < 0 ? 0 : slow.content(measure, ancestor);
    double sum = slow.content(measure, a) + slow.content(measure, b);
    assertThat(similarity.resnik(a, b)).as(at).isCloseTo(resnik, within(1e-12));
    assertThat(similarity.lin(a, b))
        .as(at)
        .isBetween(0.0, 1.0)
        .isEqualTo(similarity.lin(b, a))
        .isCloseTo(a == b ? 1 : sum == 0 ? 0 : 2 * resnik / sum, within(1e-12));
    double distance = a == b ? 0 : sum - 2 * resnik;
    assertThat(similarity.jiangConrathDistance(a, b)).as(at).isCloseTo(distance, within(1e-12));
    assertThat(similarity.jiangConrath(a, b)).as(at).isCloseTo(1 - distance / 2, within(1e-12));
    assertThat(similarity.jiangConrathReciprocal(a, b))
        .as(at)
        .isCloseTo(1 / (1 + distance * measure.unit(graph)), within(1e-12));
  }

  @Test
  void aDeepChainAndABroadTreeAreNoTrouble() {
    int size = 200_000;
    GraphBuilder chain = new GraphBuilder(size);
    for (int i = 1; i < size; i++) {
      chain.parent(i, i - 1);
    }
    ConceptGraph deep = Graphs.open(chain.parent(size - 1, size - 3));
    assertThat(deep.descendantCount(0)).isEqualTo(size);
    assertThat(deep.lowestCommonSubsumer(size - 2, 17)).isEqualTo(17);
    assertThat(deep.distanceUp(size - 1, size - 4)).isEqualTo(2);
    GraphBuilder star = new GraphBuilder(size);
    for (int i = 1; i < size; i++) {
      star.parent(i, 0);
    }
    ConceptGraph broad = Graphs.open(star);
    assertThat(broad.leafCount(0)).isEqualTo(size - 1);
    assertThat(broad.lowestCommonSubsumer(5, size - 1)).isEqualTo(0);
  }
}
