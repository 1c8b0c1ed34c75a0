package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.twinline.core.triple.Option;
import org.twinline.reward.bench.ChoicePhrasings.Phrasing;
import org.twinline.reward.bench.ChoicePhrasings.Pick;
import org.twinline.reward.rule.choice.ChoiceReader;
import org.twinline.reward.rule.choice.OptionSet;

/**
 * How often the options that a sentence states are recognised, by phrasing, over two exams, and how
 * many answers are read a second: a Markdown table.
 *
 * <p>Arguments: the folder that holds {@code cmexam-3000.jsonl} and {@code medqa-500.jsonl}; then,
 * optionally, how many misread sentences to print for each phrasing.
 */
public final class ChoiceBench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private record Item(String id, String question, List<Option> options, List<Integer> gold) {
    boolean repeats() {
      Set<String> texts = new HashSet<>();
      return options.stream().anyMatch(o -> !texts.add(o.text().strip()));
    }
  }

  private static final int SHORT = 60;

  private ChoiceBench() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int shown = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    for (int warm = 0; warm < 2; warm++) {
      speed(english(folder), ChoicePhrasings.english(), 10);
      speed(chinese(folder), ChoicePhrasings.chinese(), 4);
    }
    measure("Chinese", chinese(folder), ChoicePhrasings.chinese(), shown);
    measure("English", english(folder), ChoicePhrasings.english(), shown);
  }

  /** Reads answers of every phrasing that are at most as long as a short answer is. */
  private static void speed(List<Item> items, Map<String, Phrasing> phrasings, int rounds) {
    List<ChoiceReader> readers = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (Item item : items) {
      ChoiceReader reader = ChoiceReader.of(OptionSet.of(item.options()), item.question());
      for (Phrasing phrasing : phrasings.values()) {
        String answer = phrasing.of(new Pick(item.options(), item.gold()));
        if (answer.length() <= SHORT) {
          readers.add(reader);
          answers.add(answer);
        }
      }
    }
    long start = CLOCK.getCurrentThreadCpuTime();
    int read = 0;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < answers.size(); i++) {
        read += readers.get(i).read(answers.get(i)).labels().size();
      }
    }
    double seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        "%,d short answers (at most %d characters): %,.0f read a second of one core (%d)%n",
        answers.size() * rounds, SHORT, answers.size() * rounds / seconds, read);
  }

  private static void measure(
      String language, List<Item> items, Map<String, Phrasing> phrasings, int shown) {
    List<OptionSet> sets = items.stream().map(i -> OptionSet.of(i.options())).toList();
    System.out.printf("%n### %s: %,d questions%n%n", language, items.size());
    System.out.printf(
        "Questions with two options of one text: %d%n%n",
        items.stream().filter(Item::repeats).count());
    System.out.println("| phrasing | right answers read | wrong answers read | both | µs |");
    System.out.println("|---|---|---|---|---|");
    long all = 0;
    long read = 0;
    long nanos = 0;
    for (Map.Entry<String, Phrasing> phrasing : phrasings.entrySet()) {
      int[] right = new int[2];
      int printed = 0;
      long start = nanos;
      for (int i = 0; i < items.size(); i++) {
        Item item = items.get(i);
        ChoiceReader reader = ChoiceReader.of(sets.get(i), item.question());
        for (int wrong = 0; wrong < 2; wrong++) {
          Pick pick = new Pick(item.options(), wrong == 0 ? item.gold() : other(item));
          String answer = phrasing.getValue().of(pick);
          long before = CLOCK.getCurrentThreadCpuTime();
          Set<String> labels = reader.read(answer).labels();
          nanos += CLOCK.getCurrentThreadCpuTime() - before;
          Set<String> meant = new TreeSet<>();
          pick.chosen().forEach(c -> meant.add(item.options().get(c).label()));
          if (sets.get(i).same(labels, meant)) {
            right[wrong]++;
          } else if (printed++ < shown) {
            System.err.printf(
                "%s | %s | %s | meant %s, read %s | %s | %s%n",
                language,
                phrasing.getKey(),
                item.id(),
                meant,
                labels,
                answer.replace('\n', '/'),
                item.options());
          }
        }
      }
      int n = items.size();
      System.out.printf(
          "| %s | %s | %s | %s | %.1f |%n",
          phrasing.getKey(),
          percent(right[0], n),
          percent(right[1], n),
          percent(right[0] + right[1], 2 * n),
          (nanos - start) / 2e3 / n);
      all += 2L * n;
      read += right[0] + right[1];
    }
    System.out.printf("| **all** | | | **%s** | |%n", percent(read, all));
    System.out.printf(
        "%n%,d sentences, %,.0f read a second on one core%n", all, all / (nanos / 1e9));
  }

  /** As many options as the gold has, each the next one to a gold option. */
  private static List<Integer> other(Item item) {
    int n = item.options().size();
    if (item.gold().size() == n) {
      return List.of(0);
    }
    return item.gold().stream().map(g -> (g + 1) % n).sorted().toList();
  }

  private static String percent(long part, long whole) {
    return String.format(java.util.Locale.ROOT, "%.2f %%", 100.0 * part / whole);
  }

  private static List<Item> chinese(Path folder) throws IOException {
    List<Item> items = new ArrayList<>();
    for (String line : lines(folder.resolve("cmexam-3000.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      List<Option> options = new ArrayList<>();
      for (String option : row.get("options").asText().split("\n")) {
        options.add(new Option(option.substring(0, 1), option.substring(1).strip()));
      }
      add(items, row, row.get("id").asText(), options, row.get("answer").asText());
    }
    return items;
  }

  private static List<Item> english(Path folder) throws IOException {
    List<Item> items = new ArrayList<>();
    for (String line : lines(folder.resolve("medqa-500.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      List<Option> options = new ArrayList<>();
      row.get("options")
          .fields()
          .forEachRemaining(
              f -> options.add(new Option(f.getKey(), f.getValue().asText().strip())));
      add(items, row, "medqa-" + items.size(), options, row.get("answer_idx").asText());
    }
    return items;
  }

  private static void add(
      List<Item> items, JsonNode row, String id, List<Option> options, String letters) {
    List<Integer> gold = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      if (letters.contains(options.get(i).label())) {
        gold.add(i);
      }
    }
    // A row whose answer is no letter of its options tells nothing.
    if (gold.size() == letters.length() && !gold.isEmpty()) {
      items.add(new Item(id, row.get("question").asText(), options, gold));
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(l -> !l.isBlank())
        .toList();
  }
}
