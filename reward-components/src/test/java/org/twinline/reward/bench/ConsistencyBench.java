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
 * jmed|jmed-options|o1 INDEX|none [CASE]}; with a case its wrong sides are shown. The data are found
 * by {@code -Dtwinline.shared}, the other answers of o1 by {@code -Dtwinline.root}.
 *
 * <p>jmed-300: the gold is the answer. {@code in place}: the set's own chain of thought up to its
 * last sentence that names the gold with a word such as 综上, 最可能 or 因此, in the second half; in
 * that sentence the gold and each distractor change places. {@code replaced: …}: that sentence gives
 * way to a conclusion in that phrasing, of the gold or of each distractor. {@code composed: …}: a chain of thought written from
 * the case's options. o1-open-100: the chain of thought with its own response, and the same chain
 * whose last paragraph is another item's (of the same type, as in the labels).
 */
final class ConsistencyBench {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LEAST_PLACE = 2;
  private static final Pattern CONCLUDES =
      Pattern.compile("综上|综合|最可能|正确|诊断为|诊断是|因此|所以|最终|答案|应该是|更倾向|更符合");

  private static final Map<String, String> CONCLUSIONS = new LinkedHashMap<>();
  private static final List<String> ANSWERS =
      List.of("%s", "最可能的诊断是%s。", "答案：%s", "根据患者的症状和检查，考虑诊断为%s。", "**%s**");

  static {
    CONCLUSIONS.put("综上", "综上，最可能的诊断是%1$s。");
    CONCLUSIONS.put("因此考虑", "因此考虑为%1$s，而不是%2$s。");
    CONCLUSIONS.put("符合", "综合以上分析，患者的表现最符合%1$s，%2$s和%3$s可能性较低。");
    CONCLUSIONS.put("正确选项", "所以正确选项应为%1$s，其他选项如%2$s、%3$s作为干扰项。");
    CONCLUSIONS.put("倾向", "权衡之后我更倾向于%1$s，因为%2$s缺乏依据。");
    CONCLUSIONS.put("排除后", "排除了%2$s和%3$s之后，剩下的只有%1$s。");
    CONCLUSIONS.put("回答", "好的，我的回答就是%1$s了。");
    CONCLUSIONS.put("反复", "一开始想到的是%2$s，但再想想还是%1$s更合理，就定为%1$s吧。");
  }

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
      String answer = ANSWERS.get(number++ % ANSWERS.size()).formatted(gold);
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
        for (Map.Entry<String, String> phrasing : CONCLUSIONS.entrySet()) {
          conclude(id, "replaced: " + phrasing.getKey(), question, head, phrasing, gold, others, answer);
        }
      }
      String composed = compose(gold, others, number);
      for (Map.Entry<String, String> phrasing : CONCLUSIONS.entrySet()) {
        conclude(id, "composed: " + phrasing.getKey(), question, composed, phrasing, gold, others, answer);
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

  /** Discusses every option and rules none out for good, so that only the conclusion tells. */
  private static String compose(String gold, List<String> others, int number) {
    List<String> all = new ArrayList<>(others);
    all.add(number % (others.size() + 1), gold);
    StringBuilder cot = new StringBuilder("好的，先看患者的主要症状和病程，再逐个分析可能的诊断。\n");
    List<String> forms =
        List.of(
            "首先考虑%s，部分症状符合，但还需要看检查结果。",
            "%s也有可能，这类患者中并不少见。",
            "%s通常起病更急，患者是否如此还不清楚。",
            "至于%s，病史里有支持的地方，也有不支持的地方。",
            "还要想到%s，不过资料有限。");
    for (int i = 0; i < all.size(); i++) {
      cot.append(forms.get((i + number) % forms.size()).formatted(all.get(i))).append('\n');
    }
    return cot.toString();
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
          result.replaceAll(
              "(?:选项)?[A-E]\\s*[.、:：]?\\s*(?=" + Pattern.quote(option) + ")", "");
      result =
          result.replaceAll(
              "(?<=" + Pattern.quote(option) + ")\\s*[（(](?:选项)?[A-E](?:选项)?[）)]", "");
    }
    return result;
  }

  private static String swap(String text, String a, String b) {
    return text.replace(a, "\u0001").replace(b, a).replace("\u0001", b);
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
      String other = byId.get(negatives.get(id)).path("cot").asText().strip();
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
          Locale.ROOT, "%s %s %.3f %s | %s | …%s%n", id, same, value,
          score.map(s -> s.explanation().toString()).orElse("-"), answer.substring(0, Math.min(120, answer.length())),
          cot.substring(Math.max(0, cot.length() - 260)).replace('\n', '/'));
    }
  }

  private void print() {
    System.out.println("| case | consistent | inconsistent | without a score | AUC | kept | dropped |");
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
