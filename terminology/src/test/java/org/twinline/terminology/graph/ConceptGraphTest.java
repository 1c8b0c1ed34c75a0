package org.twinline.terminology.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.twinline.terminology.RelationType;

class ConceptGraphTest {
  /** The metals of Batet, Sánchez and Valls 2011, as nxontology's tests use them. */
  private static final List<String> METALS =
      List.of("metal", "precious", "coinage", "platinum", "palladium", "gold", "silver", "copper");

  private static ConceptGraph metals() {
    return Graphs.named(
        METALS,
        "precious<metal coinage<metal platinum<precious palladium<precious gold<precious"
            + " silver<precious gold<coinage silver<coinage copper<coinage");
  }

  @Test
  void wuPalmerByHand() {
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
  void conceptsWithoutACommonRootAreUnlike() {
    ConceptGraph graph = Graphs.open(new GraphBuilder(3).parent(1, 0));
    assertThat(graph.lowestCommonSubsumer(1, 2)).isEqualTo(-1);
    assertThat(graph.wuPalmer(1, 2)).isEqualTo(0);
    assertThat(graph.lin(1, 2)).isEqualTo(0);
    assertThat(graph.radaDistance(1, 2)).isEqualTo(-1);
    assertThat(graph.wuPalmer(2, 2)).isEqualTo(1);
  }

  @Test
  void relationsAreWalkedBothWaysUpToTheBound() {
    ConceptGraph graph =
        Graphs.open(
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
  void plainConceptsAreComparedWithoutAllocation() {
    GraphBuilder builder = new GraphBuilder(1000);
    for (int i = 1; i < 1000; i++) {
      builder.parent(i, i / 4);
    }
    ConceptGraph graph = Graphs.open(builder);
    PathSimilarity paths = new PathSimilarity(graph);
    InformationSimilarity information =
        new InformationSimilarity(graph, InformationContent.SANCHEZ);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count allocation");
    double sum = 0;
    long before = 0;
    for (int round = 0; round < 2; round++) {
      before = threads.getCurrentThreadAllocatedBytes();
      for (int a = 0; a < 1000; a++) {
        int b = (a * 7919 + 13) % 1000;
        sum += graph.wuPalmer(a, b) + graph.lin(a, b) + paths.batet(a, b);
        sum += paths.leacockChodorow(a, b) + information.jiangConrath(a, b);
      }
    }
    // An object a call would be 16,000 bytes at least.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4000);
    assertThat(sum).isPositive();
  }
}
