package org.twinline.terminology.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.twinline.terminology.store.NameTable;

/**
 * Where the measurements of an index find everything: {@code index} (as built), {@code grams} and
 * {@code lucene} (retrieval alone, and the baseline), {@code names.txt} (every name as shown).
 */
public record BenchFolder(Path root) {
  private static final int SAMPLE = 10_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public Path index() {
    return root.resolve("index");
  }

  public Path grams() {
    return root.resolve("grams");
  }

  public Path lucene() {
    return root.resolve("lucene");
  }

  public Path names() {
    return root.resolve("names.txt");
  }

  /** The names of the index, as shown. */
  public NameTable table() {
    return NameTable.open(index().resolve("names.bin"));
  }

  /** Names that are in the index, spread over it by multiples of a prime. */
  public List<String> known() {
    NameTable table = table();
    List<String> sample = new ArrayList<>();
    for (int i = 0; i < SAMPLE; i++) {
      sample.add(table.shown((int) (i * 7_368_787L % table.size())));
    }
    return sample;
  }

  /**
   * Raw texts to link, those of the evaluation sets in a folder; without one, known names with
   * their third character left out.
   */
  public List<String> raw(String shared) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String set : List.of("chip-cdn-train.jsonl", "yidu-n7k-train.jsonl")) {
      Path file = Path.of(shared, "data", "eval", set);
      if (!shared.isEmpty() && Files.exists(file)) {
        try (Stream<String> lines = Files.lines(file)) {
          lines.map(BenchFolder::text).forEach(texts::add);
        }
      }
    }
    if (texts.isEmpty()) {
      known().forEach(n -> texts.add(n.length() < 4 ? n : n.substring(0, 2) + n.substring(3)));
    }
    return texts;
  }

  /** The field {@code text} of a JSON line. */
  static String text(String line) {
    try {
      return MAPPER.readTree(line).path("text").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
