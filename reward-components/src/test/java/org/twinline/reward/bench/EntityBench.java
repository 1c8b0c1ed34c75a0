package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.bench.Phrasings.Phrasing;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.Terminology;

/**
 * Decisions on diagnoses in the sentences a model would write: {@code EntityBench jmed|medqa INDEX
 * [PHRASING [EVERY]]}; with a phrasing the items that go wrong in it are named ({@code all} takes
 * every phrasing and names none), with a number only every so many items are asked. The data are
 * found by {@code -Dtwinline.shared}.
 */
final class EntityBench {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What happened to the answers of one phrasing. */
  private static final class Count {
    private int accepted;
    private int rejected;
    private int unsure;
    private int contained;

    int all() {
      return accepted + rejected + unsure;
    }
  }

  /** A question's gold and its other options. */
  record Item(String id, String question, String gold, List<String> others) {}

  private final Verifier verifier;
  private final Map<Phrasing, Count> counts = new LinkedHashMap<>();

  private EntityBench(Terminology terminology) {
    verifier = RuleVerifier.against(terminology, RuleSettings.DEFAULT);
  }

  public static void main(String[] args) throws IOException {
    boolean chinese = args[0].equals("jmed");
    String shown = args.length > 2 && !args[2].equals("all") ? args[2] : "";
    int every = args.length > 3 ? Integer.parseInt(args[3]) : 1;
    try (Terminology terminology = Terminology.open(Path.of(args[1]))) {
      EntityBench bench = new EntityBench(terminology);
      List<Phrasing> phrasings = new ArrayList<>(chinese ? Phrasings.CHINESE : Phrasings.ENGLISH);
      phrasings.addAll(Phrasings.foreign(1, chinese ? "zh" : "en"));
      phrasings.addAll(Phrasings.foreign(2, chinese ? "zh" : "en"));
      List<Item> items = items(chinese ? "jmed-300" : "medqa-500");
      for (int i = 0; i < items.size(); i += every) {
        Item item = items.get(i);
        for (Phrasing phrasing : phrasings) {
          if (shown.isEmpty() || phrasing.name().equals(shown)) {
            bench.judge(item, phrasing, !shown.isEmpty());
          }
        }
      }
      bench.print();
    }
  }

  /** Golds of at most six words with four others, all of them names. */
  static List<Item> items(String set) throws IOException {
    List<Item> items = new ArrayList<>();
    Path file = Path.of(System.getProperty("twinline.shared"), "data", "eval", set + ".jsonl");
    for (String line : Files.readAllLines(file)) {
      JsonNode row = MAPPER.readTree(line);
      String letter =
          row.has("gold_letter")
              ? row.path("gold_letter").path(0).asText()
              : row.path("answer_idx").asText();
      List<String> others = new ArrayList<>();
      String gold = "";
      boolean names = true;
      for (Map.Entry<String, JsonNode> option : row.path("options").properties()) {
        String text = option.getValue().asText();
        names &= text.split("\\s+").length <= 6 && !text.matches(".*[0-9%,;].*");
        if (option.getKey().equals(letter)) {
          gold = text;
        } else {
          others.add(text);
        }
      }
      if (!gold.isEmpty() && (set.startsWith("jmed") || names) && others.size() >= 3) {
        // Another order for every item, the same in every run.
        Collections.rotate(others, items.size() % others.size());
        items.add(new Item(row.path("id").asText(), row.path("question").asText(), gold, others));
      }
    }
    return items;
  }

  private void judge(Item item, Phrasing phrasing, boolean show) {
    Count count = counts.computeIfAbsent(phrasing, p -> new Count());
    int rounds = phrasing.name().startsWith("other ") && !phrasing.right() ? item.others.size() : 1;
    for (int round = 0; round < rounds; round++) {
      List<String> others = new ArrayList<>(item.others);
      Collections.rotate(others, -round);
      if (others.size() == 3) {
        others.add(others.get(0));
      }
      String answer = phrasing.fill(item.gold, others);
      Question question = Rules.question(AnswerKind.ENTITY, Reference.all(item.gold));
      Verdict verdict = verifier.verify(question, Rules.answer(answer));
      count.contained += answer.contains(item.gold) ? 1 : 0;
      switch (verdict.decision()) {
        case ACCEPT -> count.accepted++;
        case REJECT -> count.rejected++;
        case UNSURE -> count.unsure++;
      }
      if (show && verdict.decision() != (phrasing.right() ? Decision.ACCEPT : Decision.REJECT)) {
        System.out.printf(
            Locale.ROOT,
            "%s %s %.3f gold=%s | %s | %s%n",
            item.id,
            verdict.decision(),
            verdict.score().value(),
            item.gold,
            answer.replace('\n', '/'),
            verdict.score().explanation());
      }
    }
  }

  private void print() {
    System.out.println("| phrasing | n | accepted | rejected | unsure | holds the gold's name |");
    System.out.println("|---|---|---|---|---|---|");
    Map<String, Count> sums = new LinkedHashMap<>();
    counts.forEach(
        (phrasing, count) -> {
          String side = phrasing.right() ? "right" : "wrong";
          row(side + ": " + phrasing.name(), count);
          String set = phrasing.name().startsWith("set ") ? phrasing.name().substring(0, 5) : "own";
          Count sum = sums.computeIfAbsent(side + ", phrasings: " + set, s -> new Count());
          sum.accepted += count.accepted;
          sum.rejected += count.rejected;
          sum.unsure += count.unsure;
          sum.contained += count.contained;
        });
    sums.forEach((name, sum) -> row("**" + name + "**", sum));
  }

  private static void row(String name, Count count) {
    double n = Math.max(1, count.all());
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f | %.2f |%n",
        name,
        count.all(),
        100 * count.accepted / n,
        100 * count.rejected / n,
        100 * count.unsure / n,
        100 * count.contained / n);
  }
}
