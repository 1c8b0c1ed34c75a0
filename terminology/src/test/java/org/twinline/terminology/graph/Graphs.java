package org.twinline.terminology.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.twinline.terminology.store.Sections;

/** Graphs of the tests. */
final class Graphs {
  private Graphs() {}

  /** Writes a graph and opens it. */
  static ConceptGraph open(GraphBuilder builder) {
    try {
      Path directory = Files.createTempDirectory("twinline-graph");
      Path file = directory.resolve("graph.bin");
      try {
        builder.sections().write(file);
        return new ConceptGraph(Sections.open(file));
      } finally {
        Files.delete(file); // what is mapped stays readable
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A graph of named nodes with edges such as {@code gold<metal}. */
  static ConceptGraph named(List<String> names, String edges) {
    GraphBuilder builder = new GraphBuilder(names.size());
    for (String edge : edges.split(" ")) {
      String[] ends = edge.split("<");
      builder.parent(names.indexOf(ends[0]), names.indexOf(ends[1]));
    }
    return open(builder);
  }

  /**
   * An acyclic graph whose numbers tell nothing of its order.
   *
   * @param several the share of nodes with two to four parents; the others have one, or, one in
   *     ten, none
   */
  static ConceptGraph random(Random random, int size, double several) {
    int[] number = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      number[i] = number[j];
      number[j] = i;
    }
    GraphBuilder builder = new GraphBuilder(size);
    for (int i = 1; i < size; i++) {
      int parents =
          random.nextDouble() < several ? 2 + random.nextInt(3) : random.nextInt(10) == 0 ? 0 : 1;
      for (int k = 0; k < parents; k++) {
        builder.parent(number[i], number[random.nextInt(i)]);
      }
    }
    return open(builder);
  }
}
