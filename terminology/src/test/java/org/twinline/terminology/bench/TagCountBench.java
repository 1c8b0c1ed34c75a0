package org.twinline.terminology.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.NullMarked;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.mention.Diagnosis;
import org.twinline.terminology.mention.DiagnosisList;
import org.twinline.terminology.store.NameTable;

/**
 * Measures how well the number of diagnoses is told: {@code TagCountBench NAMES PAIRS [show]},
 * NAMES with a name in the last column of each line, PAIRS a JSONL file with {@code text} and
 * {@code standard: [..]}. The truth is the length of {@code standard}.
 */
@NullMarked
final class TagCountBench {
  private TagCountBench() {}

  private record Pair(String text, int standard) {}

  @SuppressWarnings("SystemOut") // A program for the terminal.
  public static void main(String[] arguments) throws IOException {
    SortedMap<String, NameTable.Entry> entries = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String shown = line.substring(line.lastIndexOf('\t') + 1).replace("\"", "");
      String name = NameNormaliser.name(shown);
      if (!name.isEmpty()) {
        entries.putIfAbsent(name, new NameTable.Entry(shown, 0, new int[] {entries.size()}));
      }
    }
    Path file = Files.createTempDirectory("twinline-count").resolve("names.bin");
    NameTable.sections(entries).write(file);
    DiagnosisList list = DiagnosisList.over(NameTable.open(file));
    ObjectMapper mapper = new ObjectMapper();
    List<Pair> pairs =
        Files.readAllLines(Path.of(arguments[1])).stream()
            .map(
                line -> {
                  try {
                    JsonNode record = mapper.readTree(line);
                    return new Pair(record.path("text").asText(), record.path("standard").size());
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .toList();
    System.out.printf("%,d names, %,d strings%n", entries.size(), pairs.size());
    report("always one", pairs, t -> 1);
    report("pieces at separators", pairs, TagCountBench::pieces);
    report("spans", pairs, t -> list.split(t).size());
    report(
        "concepts of the spans",
        pairs,
        t -> list.split(t).stream().mapToInt(Diagnosis::concepts).sum());
    long start = System.nanoTime();
    pairs.forEach(p -> list.split(p.text));
    System.out.printf("%,.0f strings/s%n", pairs.size() / ((System.nanoTime() - start) / 1e9));
    if (arguments.length > 2) {
      for (Pair pair : pairs.subList(0, 120)) {
        StringBuilder shown = new StringBuilder();
        for (Diagnosis d : list.split(pair.text)) {
          shown.append('[').append(pair.text, d.start(), d.end()).append(']').append(d.concepts());
        }
        System.out.println(pair.standard + " " + shown);
      }
    }
    Files.delete(file);
    Files.delete(file.getParent());
  }

  private static int pieces(String text) {
    int pieces = 0;
    for (String piece : text.split("[;；,，。、?？!！:：+/\\s]|(?<![0-9])\\.|\\.(?![0-9])")) {
      pieces += piece.codePoints().anyMatch(Character::isLetter) ? 1 : 0;
    }
    return Math.max(1, pieces);
  }

  @SuppressWarnings("SystemOut")
  private static void report(String name, List<Pair> pairs, ToIntFunction<String> count) {
    int exact = 0;
    int off = 0;
    int bias = 0;
    for (Pair pair : pairs) {
      int difference = count.applyAsInt(pair.text) - pair.standard;
      exact += difference == 0 ? 1 : 0;
      off += Math.abs(difference);
      bias += difference;
    }
    System.out.printf(
        "%-24s exact %.4f  mean absolute error %.3f  bias %+.3f%n",
        name,
        (double) exact / pairs.size(),
        (double) off / pairs.size(),
        (double) bias / pairs.size());
  }
}
