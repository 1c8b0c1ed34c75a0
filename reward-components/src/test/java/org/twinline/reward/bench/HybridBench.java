package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Triple;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Score;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.QuestionHash;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * What a verifier model adds where the rules are unsure.
 *
 * <ul>
 *   <li>{@code rows TERMINOLOGY OUT.jsonl}: training rows of the half of CMExam's questions that
 *       the other mode does not use: an option's text as reference, the explanation as answer;
 *   <li>{@code judge TERMINOLOGY ENCODERS BUNDLE…}: the answers of o1-open-100, jmed-300 and the
 *       other half of CMExam's explanations that the rules leave unsure.
 * </ul>
 *
 * Needs {@code -Dtwinline.shared} and {@code -Dtwinline.root}.
 */
final class HybridBench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAST_EXPLANATION = 20;

  private record Case(String set, Triple triple, String gold, boolean right) {
    Language language() {
      return triple.question().traits().language();
    }
  }

  private record Decided(Case of, Verdict verdict) {}

  private HybridBench() {}

  public static void main(String[] args) throws IOException {
    try (Terminology terminology = Terminology.open(Path.of(args[1]))) {
      if (args[0].equals("rows")) {
        rows(Path.of(args[2]));
      } else {
        List<Path> bundles = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
          bundles.add(Path.of(args[i]));
        }
        judge(terminology, Path.of(args[2]), bundles);
      }
    }
  }

  private static void rows(Path out) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (Case of : explanations(1)) {
        ObjectNode row = JSON.createObjectNode();
        row.put("question", of.triple().question().prompt().lastUserContent());
        row.put("reference", of.gold()).put("answer", of.triple().candidate().answer());
        row.put("label", of.right() ? 1 : 0).put("language", "zh");
        writer.write(JSON.writeValueAsString(row));
        writer.newLine();
      }
    }
  }

  private static void judge(Terminology terminology, Path encoders, List<Path> bundles)
      throws IOException {
    Verifier rules = RuleVerifier.against(terminology, RuleSettings.DEFAULT);
    List<Case> cases = new ArrayList<>(open());
    cases.addAll(diagnoses());
    cases.addAll(explanations(0));
    List<Decided> decided = new ArrayList<>();
    for (Case of : cases) {
      decided.add(new Decided(of, rules.verify(of.triple().question(), of.triple().candidate())));
    }
    List<Decided> unsure =
        decided.stream().filter(d -> d.verdict().decision() == Decision.UNSURE).toList();
    Map<Case, Boolean> model = new LinkedHashMap<>();
    for (Path bundle : bundles) {
      try (BundleScorer scorer = BundleScorer.open(bundle, encoders)) {
        List<List<Score>> scores = scorer.score(unsure.stream().map(d -> d.of().triple()).toList());
        for (int i = 0; i < unsure.size(); i++) {
          for (Score score : scores.get(i)) {
            model.put(unsure.get(i).of(), score.value() >= 0.5);
          }
        }
      }
    }
    System.out.println(
        "| set | answers | unsure | majority | containment | model | agreement, rules | hybrid |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (String set : List.of("all", "zh", "en", "o1-open", "jmed", "cmexam")) {
      line(set, decided.stream().filter(d -> in(set, d.of())).toList(), model);
    }
  }

  private static boolean in(String set, Case of) {
    return set.equals("all")
        || set.equals(of.set())
        || set.equals(of.language().name().toLowerCase(Locale.ROOT));
  }

  private static void line(String set, List<Decided> decided, Map<Case, Boolean> model) {
    List<Case> unsure =
        decided.stream()
            .filter(d -> d.verdict().decision() == Decision.UNSURE)
            .map(Decided::of)
            .filter(model::containsKey)
            .toList();
    long right = unsure.stream().filter(Case::right).count();
    long contained = unsure.stream().filter(of -> contains(of) == of.right()).count();
    long hit = unsure.stream().filter(of -> model.getOrDefault(of, false) == of.right()).count();
    long byRules =
        decided.stream()
            .filter(
                d ->
                    d.verdict().decision() != Decision.UNSURE
                        && (d.verdict().decision() == Decision.ACCEPT) == d.of().right())
            .count();
    double n = Math.max(1, unsure.size());
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
        set,
        decided.size(),
        unsure.size(),
        Math.max(right, unsure.size() - right) / n,
        contained / n,
        hit / n,
        (double) byRules / Math.max(1, decided.size()),
        (double) (byRules + hit) / Math.max(1, decided.size()));
  }

  private static boolean contains(Case of) {
    String answer = NameNormaliser.name(of.triple().candidate().answer());
    return answer.contains(NameNormaliser.name(of.gold()));
  }

  private static Path data(String name) {
    return Path.of(System.getProperty("twinline.shared"), "data", "eval", name);
  }

  private static List<JsonNode> read(String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(data(name))) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  /** Every response beside its own gold, with people's label, and beside another's. */
  private static List<Case> open() throws IOException {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    read("o1-open-100.jsonl").forEach(row -> rows.put(row.path("id").asText(), row));
    List<Case> cases = new ArrayList<>();
    Path labels =
        Path.of(System.getProperty("twinline.root", ".."))
            .resolve("docs/benchmarks/labels/o1-open-100.tsv");
    for (String line : Files.readAllLines(labels)) {
      String[] cells = line.split("\t");
      if (rows.containsKey(cells[0])) {
        JsonNode row = Objects.requireNonNull(rows.get(cells[0]));
        JsonNode other = Objects.requireNonNull(rows.get(cells[6]));
        AnswerKind kind = cells[4].equals("true") ? AnswerKind.ENTITY : AnswerKind.UNSTATED;
        String response = row.path("response").asText();
        String question = row.path("question").asText();
        cases.add(
            of(
                "o1-open",
                question,
                kind,
                row.path("gold").asText(),
                response,
                cells[3].equals("right")));
        cases.add(of("o1-open", question, kind, other.path("gold").asText(), response, false));
      }
    }
    return cases;
  }

  /** Every option of a case beside the gold diagnosis, and the analysis beside every option. */
  private static List<Case> diagnoses() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (JsonNode row : read("jmed-300.jsonl")) {
      Map<String, String> options = options(row);
      String gold = row.path("gold").path(0).asText();
      String question = row.path("question").asText();
      String analysis = row.path("analysis").asText();
      options.forEach(
          (label, text) -> {
            boolean right = text.equals(gold);
            cases.add(of("jmed", question, AnswerKind.ENTITY, gold, text, right));
            if (!analysis.isBlank()) {
              cases.add(of("jmed", question, AnswerKind.ENTITY, text, analysis, right));
            }
          });
    }
    return cases;
  }

  /** The explanation beside the right option's text, and beside one other's. */
  private static List<Case> explanations(int half) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (JsonNode row : read("cmexam-3000.jsonl")) {
      Map<String, String> options = options(row);
      String gold = options.get(row.path("answer").asText());
      String explanation = row.path("explanation").asText();
      String question = row.path("question").asText();
      long hash = Long.parseUnsignedLong(QuestionHash.of(question), 16);
      if (gold == null
          || explanation.length() < LEAST_EXPLANATION
          || options.size() < 2
          || Long.remainderUnsigned(hash, 2) != half) {
        continue;
      }
      List<String> others = options.values().stream().filter(text -> !text.equals(gold)).toList();
      if (others.isEmpty()) {
        continue;
      }
      String other = others.get((int) Long.remainderUnsigned(hash / 2, others.size()));
      cases.add(of("cmexam", question, AnswerKind.UNSTATED, gold, explanation, true));
      cases.add(of("cmexam", question, AnswerKind.UNSTATED, other, explanation, false));
    }
    return cases;
  }

  private static Map<String, String> options(JsonNode row) {
    Map<String, String> options = new LinkedHashMap<>();
    JsonNode node = row.path("options");
    if (node.isObject()) {
      node.fields().forEachRemaining(e -> options.put(e.getKey(), e.getValue().asText()));
    } else {
      for (String line : node.asText().split("\n")) {
        if (line.length() > 2) {
          options.put(line.substring(0, 1), line.substring(1).strip());
        }
      }
    }
    return options;
  }

  private static Case of(
      String set, String question, AnswerKind kind, String gold, String answer, boolean right) {
    Language language = LanguageGuess.of(question + answer);
    Question asked =
        new Question(
            set + QuestionHash.of(question),
            Prompt.of(question),
            Reference.all(gold),
            new Traits(Task.UNSTATED, kind, language),
            Annotations.NONE);
    return new Case(set, new Triple(asked, Rules.answer(answer)), gold, right);
  }
}
