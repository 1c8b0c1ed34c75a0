package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Traits;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * Agreement with people on o1-open-100: {@code OpenAnswerBench INDEX [show]}. The labels are {@code
 * docs/benchmarks/labels/o1-open-100.tsv}; every response is also judged against another item's
 * gold of the same type, which is wrong.
 */
final class OpenAnswerBench {
  private static final List<String> METHODS =
      List.of("rules", "exact match", "containment", "longest common code prefix", "reject all");

  /** One pair of a gold and a response with people's label. */
  private record Pair(
      String id, String question, String gold, String response, boolean entity, boolean right) {}

  private final Terminology terminology;
  private final Verifier verifier;
  private final Map<String, int[]> agreed = new LinkedHashMap<>();

  private OpenAnswerBench(Terminology terminology) {
    this.terminology = terminology;
    verifier = RuleVerifier.against(terminology, RuleSettings.DEFAULT);
  }

  public static void main(String[] args) throws IOException {
    try (Terminology terminology = Terminology.open(Path.of(args[0]))) {
      new OpenAnswerBench(terminology).run(args.length > 1);
    }
  }

  private void run(boolean show) throws IOException {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    Path data = Path.of(System.getProperty("twinline.shared"), "data", "eval", "o1-open-100.jsonl");
    for (String line : Files.readAllLines(data)) {
      JsonNode row = new ObjectMapper().readTree(line);
      rows.put(row.path("id").asText(), row);
    }
    Path root = Path.of(System.getProperty("twinline.root", ".."));
    int[] entities = new int[2];
    for (String line : Files.readAllLines(root.resolve("docs/benchmarks/labels/o1-open-100.tsv"))) {
      String[] cells = line.split("\t");
      if (rows.containsKey(cells[0])) {
        JsonNode row = rows.get(cells[0]);
        JsonNode other = Objects.requireNonNull(rows.get(cells[6]));
        boolean entity = cells[4].equals("true");
        judge(pair(row, row, entity, cells[3].equals("right")), show);
        // The gold that a response is held against decides whether it is an entity.
        judge(pair(row, other, entity, false), show);
        entities[entity ? 1 : 0]++;
      }
    }
    System.out.printf("%d items with an entity, %d without%n", entities[1], entities[0]);
    System.out.println("| method | entities, own gold | all, own gold | entities | all |");
    System.out.println("|---|---|---|---|---|");
    for (String method : METHODS) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f | %.3f | %.3f |%n",
          method,
          share(method + "/own/entity"),
          share(method + "/own"),
          share(method + "/entity"),
          share(method));
    }
    System.out.printf(
        Locale.ROOT,
        "right accepted %.3f, unsure or accepted %.3f; unsure of all %.3f%n",
        share("right accepted"),
        share("right not rejected"),
        share("unsure"));
  }

  private static Pair pair(JsonNode row, JsonNode gold, boolean entity, boolean right) {
    return new Pair(
        row.path("id").asText() + (row.equals(gold) ? "" : "/" + gold.path("id").asText()),
        row.path("question").asText(),
        gold.path("gold").asText(),
        row.path("response").asText(),
        entity,
        right);
  }

  private void judge(Pair pair, boolean show) {
    Question question =
        new Question(
            pair.id,
            Prompt.of(pair.question),
            Reference.all(pair.gold),
            new Traits(
                org.twinline.core.triple.Task.UNSTATED,
                pair.entity ? AnswerKind.ENTITY : AnswerKind.UNSTATED,
                org.twinline.core.triple.Language.EN),
            Annotations.NONE);
    Verdict verdict = verifier.verify(question, Rules.answer(pair.response));
    Decision wanted = pair.right ? Decision.ACCEPT : Decision.REJECT;
    count("rules", pair, verdict.decision() == wanted);
    String gold = NameNormaliser.name(pair.gold);
    String said = NameNormaliser.name(pair.response);
    count("exact match", pair, gold.equals(said) == pair.right);
    count("containment", pair, (" " + said + " ").contains(" " + gold + " ") == pair.right);
    count("longest common code prefix", pair, codes(pair) == pair.right);
    count("reject all", pair, !pair.right);
    if (pair.right) {
      add("right accepted", verdict.decision() == Decision.ACCEPT);
      add("right not rejected", verdict.decision() != Decision.REJECT);
    }
    add("unsure", verdict.decision() == Decision.UNSURE);
    if (show && verdict.decision() != wanted) {
      System.out.printf(
          Locale.ROOT,
          "%s %s %s %.3f gold=%s | %s%n   %s%n",
          pair.id,
          pair.right ? "RIGHT" : "WRONG",
          verdict.decision(),
          verdict.score().value(),
          pair.gold,
          pair.response.replace('\n', '/').substring(0, Math.min(400, pair.response.length())),
          verdict.score().explanation());
    }
  }

  /** Whether some concept mentioned shares at least three places of a code with the gold's. */
  private boolean codes(Pair pair) {
    for (Concept gold : terminology.exact(pair.gold)) {
      for (var mention : terminology.mentions(pair.response)) {
        Concept said = terminology.concept(mention.concepts().get(0)).orElseThrow();
        for (ConceptCode a : gold.codes()) {
          for (ConceptCode b : said.codes()) {
            if (a.system().id().equals(b.system().id()) && common(a.value(), b.value()) >= 3) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static int common(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  private void count(String method, Pair pair, boolean right) {
    add(method, right);
    String own = pair.id.contains("/") ? "/other" : "/own";
    add(method + own, right);
    if (pair.entity) {
      add(method + "/entity", right);
      add(method + own + "/entity", right);
    }
  }

  private void add(String what, boolean right) {
    int[] counts = agreed.computeIfAbsent(what, w -> new int[2]);
    counts[right ? 1 : 0]++;
  }

  private double share(String what) {
    int[] counts = agreed.getOrDefault(what, new int[] {1, 0});
    return (double) counts[1] / (counts[0] + counts[1]);
  }
}
