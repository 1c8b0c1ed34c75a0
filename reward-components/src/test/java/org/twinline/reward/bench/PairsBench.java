package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twinline.core.triple.Language;
import org.twinline.reward.corrupt.ConsistencyRows;
import org.twinline.reward.corrupt.Corrupted;
import org.twinline.reward.corrupt.Corrupter;
import org.twinline.reward.corrupt.Corruption;
import org.twinline.reward.corrupt.CorruptionSettings;
import org.twinline.reward.corrupt.GoodAnswer;
import org.twinline.reward.corrupt.StepRows;
import org.twinline.reward.corrupt.TrainingRows;
import org.twinline.reward.corrupt.VerifierRows;
import org.twinline.reward.djl.QuestionHash;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.Terminology;

/**
 * Makes sets of training rows from the evaluation data and the samples, and says what length and
 * overlap alone reach on them: {@code PairsBench INDEX OUT [PAIRS]}. Writes {@code pairs.jsonl},
 * {@code verifier.jsonl}, {@code steps.jsonl} and {@code consistency.jsonl} into OUT. The data are
 * found by {@code -Dtwinline.shared}, the samples by {@code -Dtwinline.root}.
 */
final class PairsBench {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PAIRS = 10_000;
  private static final int LEAST = 40;
  private static final int MOST = 1_500;
  private static final int ENGLISH_SEEDS = 3;
  private static final double ENGLISH_SHARE = 0.3;
  private static final int PER_QUESTION = 12;
  private static final int TERMS = 2_500;
  private static final int TERM_STEP = 7;
  private static final int LONGEST_NAME = 60;

  private record Made(GoodAnswer good, Corrupted corrupted, String order) {}

  /** Wins of the chosen side by length and by overlap with the question; ties count half. */
  private static final class Count {
    private int all;
    private int matched;
    private int test;
    private double longer;
    private double overlap;

    void add(Made made) {
      Corrupted c = made.corrupted();
      all++;
      matched += c.lengthMatched() ? 1 : 0;
      test += c.part().text().equals("test") ? 1 : 0;
      longer += win(c.chosen().length(), c.rejected().length());
      String question = made.good().question();
      overlap += win(dice(question, c.chosen()), dice(question, c.rejected()));
    }

    private static double win(double chosen, double rejected) {
      return chosen > rejected ? 1 : chosen < rejected ? 0 : 0.5;
    }
  }

  public static void main(String[] args) throws IOException {
    int wanted = args.length > 2 ? Integer.parseInt(args[2]) : PAIRS;
    Path out = Path.of(args[1]);
    List<GoodAnswer> good = answers();
    try (Terminology terminology = Terminology.open(Path.of(args[0]))) {
      pairs(terminology, good, out, wanted);
      steps(terminology, good, out);
      labelled(terminology, good, out);
    }
  }

  private static void pairs(Terminology terminology, List<GoodAnswer> good, Path out, int wanted)
      throws IOException {
    EnumSet<Corruption> kinds = EnumSet.allOf(Corruption.class);
    kinds.removeIf(Corruption::ofReasoning);
    Map<String, List<Made>> byKind = new TreeMap<>();
    Set<List<String>> seen = new HashSet<>();
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    long begin = cpu.getCurrentThreadCpuTime();
    int made = 0;
    int corrupted = 0;
    for (int seed = 1; seed <= ENGLISH_SEEDS; seed++) {
      Corrupter corrupter =
          Corrupter.over(terminology, new CorruptionSettings(kinds, kinds.size(), seed))
              .withPool(good);
      for (GoodAnswer answer : good) {
        if (seed > 1 && answer.language() == Language.ZH) {
          continue;
        }
        corrupted++;
        for (Corrupted pair : corrupter.corrupt(answer)) {
          made++;
          if (!seen.add(List.of(answer.question(), pair.chosen(), pair.rejected()))) {
            continue;
          }
          String order = QuestionHash.of(seed + pair.kind().text() + answer.question());
          byKind
              .computeIfAbsent(answer.language() + " " + pair.kind().text(), k -> new ArrayList<>())
              .add(new Made(answer, pair, order));
        }
      }
    }
    double seconds = (cpu.getCurrentThreadCpuTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d answers, %d corruptions, %.1f CPU s, %.0f answers and %.0f corruptions a CPU second%n",
        corrupted,
        made,
        seconds,
        corrupted / seconds,
        made / seconds);
    List<Made> chosen = new ArrayList<>();
    chosen.addAll(balanced(byKind, "EN ", (int) (wanted * ENGLISH_SHARE)));
    chosen.addAll(balanced(byKind, "ZH ", wanted - chosen.size()));
    chosen.sort(Comparator.comparing(Made::order));
    write(
        out.resolve("pairs.jsonl"),
        chosen.stream().map(m -> TrainingRows.pair(m.good(), m.corrupted())).toList());
    Map<String, Count> counts = new LinkedHashMap<>();
    for (Made m : chosen) {
      String kind = m.corrupted().kind().text();
      counts.computeIfAbsent("all", k -> new Count()).add(m);
      counts.computeIfAbsent("all " + m.good().language(), k -> new Count()).add(m);
      counts.computeIfAbsent("kind " + kind, k -> new Count()).add(m);
    }
    System.out.println("kind                        n  test matched longer overlap");
    new TreeMap<>(counts)
        .forEach(
            (kind, c) ->
                System.out.printf(
                    Locale.ROOT,
                    "%-24s %5d %5d   %.3f  %.3f   %.3f%n",
                    kind,
                    c.all,
                    c.test,
                    (double) c.matched / c.all,
                    c.longer / c.all,
                    c.overlap / c.all));
  }

  /** As equally many of each kind as there are, few of one question. */
  private static List<Made> balanced(Map<String, List<Made>> byKind, String prefix, int wanted) {
    List<List<Made>> queues = new ArrayList<>();
    byKind.forEach(
        (kind, list) -> {
          if (kind.startsWith(prefix)) {
            list.sort(Comparator.comparing(Made::order));
            queues.add(new ArrayList<>(list));
          }
        });
    Map<String, Integer> used = new HashMap<>();
    List<Made> chosen = new ArrayList<>();
    boolean more = true;
    for (int i = 0; more && chosen.size() < wanted; i++) {
      more = false;
      for (List<Made> queue : queues) {
        if (i < queue.size() && chosen.size() < wanted) {
          more = true;
          Made next = queue.get(i);
          if (used.merge(next.good().question(), 1, Integer::sum)
              <= PER_QUESTION * (prefix.startsWith("EN") ? 5 : 1)) {
            chosen.add(next);
          }
        }
      }
    }
    return chosen;
  }

  private static void steps(Terminology terminology, List<GoodAnswer> good, Path out)
      throws IOException {
    StepRows rows = StepRows.over(terminology, 1);
    List<GoodAnswer> reasoned =
        new ArrayList<>(good.stream().filter(g -> !g.cot().isBlank()).toList());
    for (JsonNode row : data("cmexam-3000")) {
      String explanation = row.path("explanation").asText("");
      if (explanation.length() > 2 * LEAST) {
        reasoned.add(
            new GoodAnswer(
                row.path("id").asText(),
                row.path("question").asText(),
                explanation,
                "-",
                Language.ZH));
      }
    }
    List<byte[]> lines = new ArrayList<>();
    int[] labels = new int[2];
    for (GoodAnswer answer : reasoned) {
      rows.of(answer)
          .ifPresent(
              row -> {
                lines.add(TrainingRows.steps(row));
                row.sound().forEach(sound -> labels[sound ? 1 : 0]++);
              });
    }
    write(out.resolve("steps.jsonl"), lines);
    System.out.printf(
        "steps.jsonl: %d rows, %d sound, %d unsound steps%n", lines.size(), labels[1], labels[0]);
  }

  private static void labelled(Terminology terminology, List<GoodAnswer> good, Path out)
      throws IOException {
    VerifierRows verifier = VerifierRows.over(terminology, 1);
    ConsistencyRows consistency = ConsistencyRows.over(terminology, 1);
    List<byte[]> verified = new ArrayList<>();
    List<byte[]> consistent = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode row : data("medqa-500")) {
      String question = row.path("question").asText();
      String answer = row.path("answer").asText();
      List<String> others = new ArrayList<>();
      row.path("options").forEach(o -> others.add(o.asText().replaceAll("[\\s\"]+$", "")));
      others.remove(answer);
      verifier
          .of(
              "medqa-" + QuestionHash.of(question),
              question,
              answer,
              List.of(),
              others,
              Language.EN)
          .forEach(
              r ->
                  verified.add(
                      counted(
                          TrainingRows.verifier(r),
                          "verifier " + r.language() + " " + r.form(),
                          counts)));
      consistency
          .of("medqa-" + QuestionHash.of(question), question, "", answer, others, Language.EN)
          .forEach(
              r ->
                  consistent.add(
                      counted(
                          TrainingRows.consistency(r),
                          "consistency " + r.language() + " " + r.form(),
                          counts)));
    }
    for (JsonNode row : data("agentclinic-214")) {
      JsonNode exam = row.path("OSCE_Examination");
      String question = exam.path("Patient_Actor").path("History").asText("");
      String answer = exam.path("Correct_Diagnosis").asText("");
      if (!question.isBlank() && !answer.isBlank()) {
        verifier
            .of(
                "agentclinic-" + QuestionHash.of(question),
                question,
                answer,
                List.of(),
                List.of(),
                Language.EN)
            .forEach(
                r ->
                    verified.add(
                        counted(
                            TrainingRows.verifier(r),
                            "verifier " + r.language() + " " + r.form(),
                            counts)));
      }
    }
    for (JsonNode row : data("chip-cdn-train")) {
      if (row.path("standard").size() == 1) {
        String text = row.path("text").asText();
        String standard = row.path("standard").get(0).asText();
        String question = "病历中写的“" + text + "”，标准的诊断名称是什么？";
        verifier
            .of(
                "cdn-" + QuestionHash.of(text),
                question,
                standard,
                text.equals(standard) ? List.of() : List.of(text),
                List.of(),
                Language.ZH)
            .forEach(
                r ->
                    verified.add(
                        counted(
                            TrainingRows.verifier(r),
                            "verifier " + r.language() + " " + r.form(),
                            counts)));
      }
    }
    for (JsonNode row : data("cmexam-3000")) {
      List<String> options =
          row.path("options")
              .asText()
              .lines()
              .map(o -> o.replaceFirst("^[A-E]\\s*", "").strip())
              .toList();
      int index = row.path("answer").asText().charAt(0) - 'A';
      if (row.path("answer").asText().length() == 1
          && index < options.size()
          && !options.contains("")) {
        String answer = options.get(index);
        List<String> others = new ArrayList<>(options);
        others.remove(answer);
        String cot = row.path("explanation").asText("").replaceFirst("^nan$", "");
        consistency
            .of(
                row.path("id").asText(),
                row.path("question").asText(),
                cot.length() > MOST ? "" : cot,
                answer,
                others,
                Language.ZH)
            .forEach(
                r ->
                    consistent.add(
                        counted(
                            TrainingRows.consistency(r),
                            "consistency " + r.language() + " " + r.form(),
                            counts)));
      }
    }
    for (Language language : List.of(Language.ZH, Language.EN)) {
      Phrases phrases = new Phrases(language);
      for (Term term : terms(terminology, language)) {
        String question = phrases.question().formatted(term.other());
        verifier
            .of(
                "term-" + term.code(),
                question,
                term.name(),
                List.of(term.other()),
                List.of(),
                language)
            .forEach(
                r ->
                    verified.add(
                        counted(
                            TrainingRows.verifier(r),
                            "verifier " + r.language() + " " + r.form(),
                            counts)));
        consistency
            .of(
                "term-" + term.code(),
                question,
                phrases.thought().formatted(term.other()),
                term.name(),
                List.of(),
                language)
            .forEach(
                r ->
                    consistent.add(
                        counted(
                            TrainingRows.consistency(r),
                            "consistency " + r.language() + " " + r.form(),
                            counts)));
      }
    }
    Corrupter swaps =
        Corrupter.over(
            terminology, new CorruptionSettings(EnumSet.of(Corruption.CONCLUSION_SWAPPED), 1, 1));
    List<byte[]> thoughts = new ArrayList<>();
    for (GoodAnswer answer : good) {
      swaps.corrupt(answer).forEach(c -> thoughts.add(TrainingRows.pair(answer, c)));
    }
    counts.put("pairs of chains of thought by conclusion", thoughts.size());
    write(out.resolve("verifier.jsonl"), verified);
    write(out.resolve("consistency.jsonl"), consistent);
    write(out.resolve("cot-pairs.jsonl"), thoughts);
    counts.forEach((name, n) -> System.out.printf("%-40s %6d%n", name, n));
  }

  private record Phrases(String question, String thought) {
    Phrases(Language language) {
      this(
          language == Language.ZH ? "“%s”的规范名称是什么？" : "What is the standard name of \"%s\"?",
          language == Language.ZH
              ? "题目给出的名称是“%s”，需要找到与它含义相同的规范名称。"
              : "The name given is \"%s\", so I look for the standard name with the same meaning.");
    }
  }

  private record Term(String code, String name, String other) {}

  /** Some concepts of diagnoses and drugs with two names that do not hold each other. */
  private static List<Term> terms(Terminology terminology, Language language) {
    List<Term> terms = new ArrayList<>();
    for (int concept = 0;
        concept < terminology.size() && terms.size() < TERMS;
        concept += TERM_STEP) {
      Concept it = terminology.conceptAt(concept);
      if (it.type() != SemanticType.DIAGNOSIS && it.type() != SemanticType.DRUG) {
        continue;
      }
      List<String> names =
          it.designations().stream()
              .filter(d -> d.language() == language)
              .filter(
                  d ->
                      d.kind() == Designation.Kind.PREFERRED
                          || d.kind() == Designation.Kind.SYNONYM)
              .map(Designation::text)
              .filter(n -> n.length() < LONGEST_NAME && !n.matches(".*[\\d,，()（）\\[\\]:：;；].*"))
              .toList();
      for (int i = 1; i < names.size(); i++) {
        String first = names.get(0).toLowerCase(Locale.ROOT);
        String other = names.get(i).toLowerCase(Locale.ROOT);
        if (!first.contains(other) && !other.contains(first)) {
          terms.add(new Term(it.code().value(), names.get(0), names.get(i)));
          break;
        }
      }
    }
    return terms;
  }

  private static byte[] counted(byte[] line, String name, Map<String, Integer> counts) {
    counts.merge(name, 1, Integer::sum);
    return line;
  }

  private static List<GoodAnswer> answers() throws IOException {
    List<GoodAnswer> all = new ArrayList<>();
    for (JsonNode row : data("huatuo26m-3000")) {
      add(all, "", row.path("instruction").get(0), row.path("output").get(0), Language.ZH);
    }
    for (JsonNode row : data("cmtmedqa-600")) {
      add(all, "", row.path("instruction"), row.path("output"), Language.ZH);
      row.path("history").forEach(turn -> add(all, "", turn.get(0), turn.get(1), Language.ZH));
    }
    for (JsonNode row : data("o1-open-100")) {
      add(all, row.path("cot").asText(), row.path("question"), row.path("response"), Language.EN);
    }
    for (JsonNode row : data("healthbench-rubrics-50")) {
      JsonNode turns = row.path("prompt");
      JsonNode ideal = row.path("ideal_completions_data").path("ideal_completion");
      JsonNode answer =
          ideal.isTextual() ? ideal : row.path("prompt_response").path(0).path("content");
      add(all, "", turns.path(turns.size() - 1).path("content"), answer, Language.EN);
    }
    Path own =
        Path.of(System.getProperty("twinline.root", ".."), "samples/training/good-answers.jsonl");
    if (Files.exists(own)) {
      for (String line : Files.readAllLines(own)) {
        JsonNode row = MAPPER.readTree(line);
        Language language = row.path("language").asText().equals("en") ? Language.EN : Language.ZH;
        add(all, row.path("cot").asText(), row.path("question"), row.path("answer"), language);
      }
    }
    return all;
  }

  private static void add(
      List<GoodAnswer> all, String cot, JsonNode question, JsonNode answer, Language language) {
    Optional.of(answer.asText("").strip())
        .filter(text -> text.length() >= LEAST && text.length() <= MOST)
        .filter(text -> !question.asText("").isBlank() && !text.startsWith("不客气"))
        .ifPresent(text -> all.add(new GoodAnswer("", question.asText(), cot, text, language)));
  }

  private static List<JsonNode> data(String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    Path file = Path.of(System.getProperty("twinline.shared"), "data/eval", name + ".jsonl");
    for (String line : Files.readAllLines(file)) {
      rows.add(MAPPER.readTree(line));
    }
    return rows;
  }

  private static void write(Path file, List<byte[]> lines) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      all.writeBytes(line);
      all.write('\n');
    }
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, all.toByteArray());
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Dice's coefficient over the multisets of character bigrams, lower-cased. */
  private static double dice(String a, String b) {
    Map<String, Integer> left = bigrams(a);
    Map<String, Integer> right = bigrams(b);
    int common = 0;
    for (Map.Entry<String, Integer> entry : left.entrySet()) {
      common += Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0));
    }
    int total = Math.max(0, a.length() - 1) + Math.max(0, b.length() - 1);
    return total == 0 ? 0 : 2.0 * common / total;
  }

  private static Map<String, Integer> bigrams(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + 2 <= lower.length(); i++) {
      counts.merge(lower.substring(i, i + 2), 1, Integer::sum);
    }
    return counts;
  }
}
