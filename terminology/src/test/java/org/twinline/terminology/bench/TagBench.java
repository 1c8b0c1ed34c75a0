package org.twinline.terminology.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.mention.MentionTagger;
import org.twinline.terminology.store.NameTable;

/**
 * Measures tagging: {@code TagBench [names] [seconds]}, by default 1,000,000 names and 5 seconds a
 * round, one thread (seconds are its processor time), on the patient questions and answers of the
 * shared data. Names are the shared Chinese lists, filled up with generated variants (a qualifier
 * before or behind).
 *
 * <p>Run with {@code -Dtwinline.shared=DIR} and 2 GiB of heap.
 */
@NullMarked
final class TagBench {
  private static final List<String> LISTS =
      List.of(
          "kg-zh",
          "lexicon-zh",
          "icd10-cn-yibao",
          "icd9cm3-cn/yidu-n7k_code.txt",
          "icd9cm3-cn/SS_INFO_zhejiang_2022.dat");

  private static final List<String> BEFORE =
      List.of("急性", "慢性", "左侧", "右侧", "双侧", "原发性", "继发性", "复发性", "轻度", "重度", "先天性", "陈旧性");

  private static final List<String> BEHIND =
      List.of("1型", "2型", "Ⅰ期", "Ⅱ期", "Ⅲ期", "早期", "晚期", "术后", "伴感染", "伴出血", "后遗症", "急性发作");

  private TagBench() {}

  @SuppressWarnings("SystemOut") // A program for the terminal.
  public static void main(String[] arguments) throws IOException {
    int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
    Path data = Path.of(System.getProperty("twinline.shared", "../shared"), "data");
    TreeSet<String> names = names(data.resolve("terminology"));
    System.out.printf("%,d names in the lists%n", names.size());
    vary(names, wanted);
    Path file = Files.createTempDirectory("twinline-tag").resolve("names.bin");
    SortedMap<String, NameTable.Entry> entries = new TreeMap<>();
    for (String name : names) {
      entries.put(name, new NameTable.Entry(name, 0, new int[] {entries.size()}));
    }
    NameTable.sections(entries).write(file);
    entries.clear();
    names.clear();
    NameTable table = NameTable.open(file);
    ConceptId id = new ConceptId(1);
    MentionTagger tagger = new MentionTagger(table, i -> id);
    List<String> texts = texts(data.resolve("eval"));
    long bytes = texts.stream().mapToLong(t -> t.getBytes(StandardCharsets.UTF_8).length).sum();
    System.out.printf(
        "%,d names, %,d texts, %,d bytes in UTF-8%n", table.size(), texts.size(), bytes);
    for (int round = 0; round < 4; round++) {
      round("tag", tagger, texts, bytes, seconds);
    }
    round("fold only", null, texts, bytes, seconds);
    Files.delete(file);
    Files.delete(file.getParent());
  }

  @SuppressWarnings("SystemOut")
  private static void round(
      String what,
      @org.jspecify.annotations.Nullable MentionTagger tagger,
      List<String> texts,
      long bytes,
      double seconds) {
    long mentions = 0;
    long passes = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    double passed;
    do {
      for (String text : texts) {
        mentions += tagger == null ? NameNormaliser.text(text).length() : tagger.tag(text).size();
      }
      passes++;
      passed = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    } while (passed < seconds);
    System.out.printf(
        "%-10s %6.2f MB/s (%,d results a pass)%n",
        what, bytes * passes / passed / 1e6, mentions / passes);
  }

  private static TreeSet<String> names(Path folder) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (String list : LISTS) {
      try (Stream<Path> files = Files.walk(folder.resolve(list))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          read(file, names);
        }
      }
    }
    return names;
  }

  /** Every cell of at least two Chinese characters is a name, whatever the format of the list. */
  private static void read(Path file, TreeSet<String> names) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        for (String cell : line.split("[\t, ]")) {
          String name = NameNormaliser.name(cell);
          if (cell.indexOf('\ufffd') < 0
              && name.length() <= 40
              && name.chars().filter(c -> NameNormaliser.unspaced((char) c)).count() >= 2) {
            names.add(name);
          }
        }
      }
    }
  }

  private static void vary(TreeSet<String> names, int wanted) {
    List<String> plain = new ArrayList<>(names);
    for (int i = 0; i < BEFORE.size() * 2 && names.size() < wanted; i++) {
      for (String name : plain) {
        if (names.size() < wanted) {
          String other = i % 2 == 0 ? BEFORE.get(i / 2) + name : name + BEHIND.get(i / 2);
          names.add(NameNormaliser.name(other));
        }
      }
    }
  }

  private static List<String> texts(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (String file : List.of("huatuo26m-3000.jsonl", "cmtmedqa-600.jsonl")) {
      for (String line : Files.readAllLines(folder.resolve(file))) {
        JsonNode record = mapper.readTree(line);
        strings(record.path("instruction"), texts);
        strings(record.path("output"), texts);
        strings(record.path("history"), texts);
      }
    }
    return texts;
  }

  private static void strings(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(part -> strings(part, texts));
  }
}
