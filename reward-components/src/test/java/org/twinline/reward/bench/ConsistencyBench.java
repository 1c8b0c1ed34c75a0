package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.text.Sentences;
import org.twinline.core.text.Span;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Score;
import org.twinline.reward.consistency.Consistency;
import org.twinline.reward.process.Cots;
import org.twinline.terminology.Terminology;

/**
 * How well consistent triples are told from inconsistent ones: {@code ConsistencyBench
 * jmed|jmed-options|medqa|o1 INDEX|none [CASE]}; with a case its wrong sides are shown. The data
 * are found by {@code -Dtwinline.shared}, the other answers of o1 by {@code -Dtwinline.root}.
 *
 * <p>jmed-300: the gold is the answer. {@code in place}: the set's own chain of thought up to its
 * last sentence that names the gold with a word such as 综上, 最可能 or 因此, in the second half; in that
 * sentence the gold and each distractor change places. {@code replaced: …}: that sentence gives way
 * to a conclusion in that phrasing, of the gold or of each distractor. {@code composed: …}: a chain
 * of thought written from the case's options ({@link ComposedThoughts}). medqa-500: composed
 * likewise in English, the items whose options are names. o1-open-100: the chain of thought with
 * its own response, and the same chain whose last paragraph is another item's (of the same type, as
 * in the labels).
 */
final class ConsistencyBench {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LEAST_PLACE = 2;
  private static final Pattern CONCLUDES =
      Pattern.compile("综上|综合|最可能|正确|诊断为|诊断是|因此|所以|最终|答案|应该是|更倾向|更符合");

  private final Consistency consistency;
  private final String shown;
  private final Map<String, Scores> cases = new LinkedHashMap<>();

  /** What the pairs of one case scored; absent scores count as half. */
  private static final class Scores {
    private final List<Double> consistent = new ArrayList<>();
    private final List<Double> inconsistent = new ArrayList<>();
    private int absent;
  }

  private ConsistencyBench(Optional<Terminology> terminology, String shown) {
    consistency = Consistency.against(terminology);
    this.shown = shown;
  }

  public static void main(String[] args) throws IOException {
    Optional<Terminology> terminology =
        args[1].equals("none") ? Optional.empty() : Optional.of(Terminology.open(Path.of(args[1])));
    ConsistencyBench bench = new ConsistencyBench(terminology, args.length > 2 ? args[2] : "");
    if (args[0].equals("o1")) {
      bench.o1();
    } else if (args[0].equals("medqa")) {
      bench.medqa();
    } else {
      bench.jmed(args[0].endsWith("options"));
    }
    bench.print();
    terminology.ifPresent(Terminology::close);
  }

  private static List<JsonNode> rows(String set) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    Path file = Path.of(System.getProperty("twinline.shared"), "data", "eval", set + ".jsonl");
    for (String line : Files.readAllLines(file)) {
      rows.add(MAPPER.readTree(line));
    }
    return rows;
  }

  private void jmed(boolean withOptions) throws IOException {
    int number = 0;
    for (JsonNode row : rows("jmed-300")) {
      String gold = row.path("gold").path(0).asText();
      List<String> all = new ArrayList<>();
      row.path("options").properties().forEach(option -> all.add(option.getValue().asText()));
      List<String> others = all.stream().filter(o -> !o.equals(gold)).toList();
      Question question =
          Cots.question(
              AnswerKind.ENTITY,
              row.path("question").asText(),
              withOptions ? all.toArray(String[]::new) : new String[0]);
      String answer = ComposedThoughts.CHINESE.answer(gold, ++number);
      String cot = row.path("cot").asText();
      String id = row.path("id").asText();
      Optional<Span> last = lastNaming(cot, gold);
      if (last.isPresent()) {
        String head = cot.substring(0, last.get().start());
        String tail = unlabelled(last.get().of(cot), all);
        add(id, "in place", true, question, head + tail, answer);
        for (String other : others) {
          add(id, "in place", false, question, head + swap(tail, gold, other), answer);
        }
        for (Map.Entry<String, String> phrasing :
            ComposedThoughts.CHINESE.conclusions().entrySet()) {
          conclude(
              id, "replaced: " + phrasing.getKey(), question, head, phrasing, gold, others, answer);
        }
      }
      String composed = ComposedThoughts.CHINESE.reasoning(gold, others, number);
      for (Map.Entry<String, String> phrasing : ComposedThoughts.CHINESE.conclusions().entrySet()) {
        conclude(
            id,
            "composed: " + phrasing.getKey(),
            question,
            composed,
            phrasing,
            gold,
            others,
            answer);
      }
    }
  }

  private void conclude(
      String id,
      String name,
      Question question,
      String head,
      Map.Entry<String, String> phrasing,
      String gold,
      List<String> others,
      String answer) {
    String right = phrasing.getValue().formatted(gold, others.get(0), others.get(1));
    add(id, name, true, question, head + "\n" + right, answer);
    for (int i = 0; i < others.size(); i++) {
      String third = others.get((i + 1) % others.size());
      String wrong = phrasing.getValue().formatted(others.get(i), gold, third);
      add(id, name, false, question, head + "\n" + wrong, answer);
    }
  }

  private static Optional<Span> lastNaming(String cot, String name) {
    Span found = null;
    for (Span sentence : Sentences.of(cot)) {
      String text = sentence.of(cot);
      if (text.contains(name) && CONCLUDES.matcher(text).find() && !text.endsWith("？")) {
        found = sentence;
      }
    }
    return found == null || found.start() * LEAST_PLACE < cot.length()
        ? Optional.empty()
        : Optional.of(found);
  }

  /** The set's chains of thought label options of their own: without labels beside names. */
  private static String unlabelled(String text, List<String> options) {
    String result = text;
    for (String option : options) {
      result =
          result.replaceAll("(?:选项)?[A-E]\\s*[.、:：]?\\s*(?=" + Pattern.quote(option) + ")", "");
      result =
          result.replaceAll(
              "(?<=" + Pattern.quote(option) + ")\\s*[（(](?:选项)?[A-E](?:选项)?[）)]", "");
    }
    return result;
  }

  private static String swap(String text, String a, String b) {
    return text.replace(a, "\u0001").replace(b, a).replace("\u0001", b);
  }

  private void medqa() throws IOException {
    int number = 0;
    for (EntityBench.Item item : EntityBench.items("medqa-500")) {
      Question question = Cots.question(AnswerKind.ENTITY, item.question());
      ComposedThoughts english = ComposedThoughts.ENGLISH;
      String answer = english.answer(item.gold(), ++number);
      String cot = english.reasoning(item.gold(), item.others(), number);
      for (Map.Entry<String, String> phrasing : english.conclusions().entrySet()) {
        conclude(
            item.id(),
            "composed: " + phrasing.getKey(),
            question,
            cot,
            phrasing,
            item.gold(),
            item.others(),
            answer);
      }
    }
  }

  private void o1() throws IOException {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    rows("o1-open-100").forEach(row -> byId.put(row.path("id").asText(), row));
    Map<String, String> negatives = new HashMap<>();
    Path labels =
        Path.of(System.getProperty("twinline.root"), "docs/benchmarks/labels/o1-open-100.tsv");
    for (String line : Files.readAllLines(labels)) {
      String[] cells = line.split("\t");
      negatives.put(cells[0], cells[6]);
    }
    for (JsonNode row : byId.values()) {
      String id = row.path("id").asText();
      Question question = Cots.question(AnswerKind.TEXT, row.path("question").asText());
      String cot = row.path("cot").asText().strip();
      String answer = row.path("response").asText();
      String other =
          Objects.requireNonNull(byId.get(negatives.get(id))).path("cot").asText().strip();
      add(id, "last paragraph of another", true, question, cot, answer);
      add(
          id,
          "last paragraph of another",
          false,
          question,
          cot.substring(0, cut(cot)) + other.substring(cut(other)),
          answer);
    }
  }

  private static int cut(String cot) {
    return Math.max(0, cot.lastIndexOf("\n\n"));
  }

  private void add(
      String id, String name, boolean same, Question question, String cot, String answer) {
    if (!shown.isEmpty() && !name.equals(shown)) {
      return;
    }
    Optional<Score> score = consistency.check(question, Cots.candidate(cot, answer));
    Scores scores = cases.computeIfAbsent(name, n -> new Scores());
    double value = score.map(Score::value).orElse(0.5);
    (same ? scores.consistent : scores.inconsistent).add(value);
    scores.absent += score.isEmpty() ? 1 : 0;
    if (!shown.isEmpty() && (same ? value < 0.5 : value >= 0.5)) {
      System.out.printf(
          Locale.ROOT,
          "%s %s %.3f %s | %s | …%s%n",
          id,
          same,
          value,
          score.map(s -> s.explanation().toString()).orElse("-"),
          answer.substring(0, Math.min(120, answer.length())),
          cot.substring(Math.max(0, cot.length() - 260)).replace('\n', '/'));
    }
  }

  private void print() {
    System.out.println(
        "| case | consistent | inconsistent | without a score | AUC | kept | dropped |");
    System.out.println("|---|---|---|---|---|---|---|");
    Scores all = new Scores();
    cases.forEach(
        (name, scores) -> {
          row(name, scores);
          all.consistent.addAll(scores.consistent);
          all.inconsistent.addAll(scores.inconsistent);
          all.absent += scores.absent;
        });
    row("**all**", all);
  }

  private static void row(String name, Scores scores) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.3f | %.1f %% | %.1f %% |%n",
        name,
        scores.consistent.size(),
        scores.inconsistent.size(),
        scores.absent,
        auc(scores.consistent, scores.inconsistent),
        100.0 * share(scores.consistent, false),
        100.0 * share(scores.inconsistent, true));
  }

  /** The chance that a consistent one scores above an inconsistent one, ties counting half. */
  private static double auc(List<Double> consistent, List<Double> inconsistent) {
    double sum = 0;
    for (double one : consistent) {
      for (double other : inconsistent) {
        sum += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return sum / consistent.size() / inconsistent.size();
  }

  private static double share(List<Double> values, boolean low) {
    return (double) values.stream().filter(v -> low == (v <= Consistency.REJECT)).count()
        / values.size();
  }
}
