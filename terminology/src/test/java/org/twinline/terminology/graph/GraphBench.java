package org.twinline.terminology.graph;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.store.Sections;

/**
 * Builds a made-up graph and times the measures: {@code GraphBench [concepts]}, by default 700,000,
 * one in ten with two parents. The memory that building needs is shown by the smallest {@code -Xmx}
 * it runs with.
 */
final class GraphBench {
  private static final int PAIRS = 1 << 16;

  private GraphBench() {}

  @SuppressWarnings("SystemOut") // A program for the terminal.
  public static void main(String[] arguments) throws Exception {
    int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 700_000;
    Random random = new Random(7);
    Path file = Files.createTempDirectory("twinline-graph").resolve("graph.bin");
    long start = System.nanoTime();
    GraphBuilder builder = new GraphBuilder(size);
    for (int i = 1; i < size; i++) {
      // About ten children a node, as in a classification of diseases.
      builder.parent(i, i / 10);
      if (random.nextInt(10) == 0) {
        builder.parent(i, random.nextInt(i));
      }
      if (random.nextInt(4) == 0) {
        builder.relation(i, RelationType.HAS_SYMPTOM, random.nextInt(i), 0.5);
      }
    }
    long filled = System.nanoTime();
    builder.sections().write(file);
    long built = System.nanoTime();
    System.out.printf(
        "%,d concepts: edges added in %.2f s, built and written in %.2f s, %,d bytes%n",
        size, (filled - start) / 1e9, (built - filled) / 1e9, Files.size(file));
    ConceptGraph graph = new ConceptGraph(Sections.open(file));
    int[] plain = random.ints(0, size).filter(graph::plain).limit(2 * PAIRS).toArray();
    int[] several = random.ints(0, size).filter(i -> !graph.plain(i)).limit(2 * PAIRS).toArray();
    System.out.printf(
        "plain concepts: %,d%n",
        java.util.stream.IntStream.range(0, size).filter(graph::plain).count());
    PathSimilarity paths = new PathSimilarity(graph);
    InformationSimilarity information =
        new InformationSimilarity(graph, InformationContent.SANCHEZ);
    for (int round = 0; round < 3; round++) {
      for (int[] nodes : new int[][] {plain, several}) {
        String kind = nodes == plain ? "plain" : "several parents";
        time("Wu-Palmer, " + kind, nodes, graph::wuPalmer);
        time("Leacock-Chodorow, " + kind, nodes, paths::leacockChodorow);
        time("Lin (Seco), " + kind, nodes, graph::lin);
        time("Lin (Sánchez), " + kind, nodes, information::lin);
      }
      sets(several, graph, 5);
    }
    Files.delete(file);
    Files.delete(file.getParent());
  }

  @SuppressWarnings("SystemOut")
  private static void time(String name, int[] nodes, ConceptSimilarity similarity) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double sum = 0;
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    for (int i = 0; i < nodes.length; i += 2) {
      sum += similarity.of(nodes[i], nodes[i + 1]);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
    System.out.printf(
        "%-36s %,12.0f/s  %6.1f bytes each  (mean %.4f)%n",
        name, nodes.length / 2 / seconds, bytes * 2.0 / nodes.length, sum * 2 / nodes.length);
  }

  @SuppressWarnings("SystemOut")
  private static void sets(int[] nodes, ConceptGraph graph, int each) {
    double sum = 0;
    int count = 2000;
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int[] a = java.util.Arrays.copyOfRange(nodes, i * 10, i * 10 + each);
      int[] b = java.util.Arrays.copyOfRange(nodes, i * 10 + each, i * 10 + 2 * each);
      sum += SetSimilarity.match(a, b, graph::lin).value();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%-36s %,12.0f/s  (mean %.4f)%n", "sets of " + each, count / seconds, sum / count);
  }
}
