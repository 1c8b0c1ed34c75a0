package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;
import org.twinline.core.verdict.Score;
import org.twinline.reward.consistency.Consistency;
import org.twinline.reward.process.Cots;
import org.twinline.terminology.Terminology;

/**
 * How many answers that agree with their own chain of thought are called inconsistent, and how many
 * that contradict it are found: {@code OwnAnswerBench INDEX|none [show]}.
 *
 * <p>The samples by what they are marked as ({@code right} agree, {@code contradictory} do not; a
 * candidate marked otherwise may do either and is counted apart), and o1-open-100 with its own
 * responses, read as names as the job for it does and as text.
 */
final class OwnAnswerBench {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Consistency consistency;
  private final boolean show;
  private final Map<String, int[]> counts = new LinkedHashMap<>();

  private OwnAnswerBench(Optional<Terminology> terminology, boolean show) {
    consistency = Consistency.against(terminology);
    this.show = show;
  }

  public static void main(String[] args) throws IOException {
    Optional<Terminology> terminology =
        args[0].equals("none") ? Optional.empty() : Optional.of(Terminology.open(Path.of(args[0])));
    OwnAnswerBench bench = new OwnAnswerBench(terminology, args.length > 1);
    bench.samples();
    bench.o1();
    System.out.println("| answers | n | without a score | inconsistent |");
    System.out.println("|---|---|---|---|");
    bench.counts.forEach(
        (name, c) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d, %.1f %% |%n",
                name,
                c[0],
                c[1],
                c[2],
                100.0 * c[2] / c[0]));
    terminology.ifPresent(Terminology::close);
  }

  private void samples() throws IOException {
    Path file = Path.of(System.getProperty("twinline.root"), "samples", "verifiable.jsonl");
    for (String line : Files.readAllLines(file)) {
      JsonNode row = MAPPER.readTree(line);
      List<Option> options = new ArrayList<>();
      row.path("options").properties().forEach(o -> options.add(option(o)));
      Question question =
          new Question(
              row.path("id").asText(),
              new Prompt(List.of(new Turn(Role.USER, row.path("question").asText())), options),
              Reference.NONE,
              new Traits(
                  Task.valueOf(upper(row, "task")),
                  AnswerKind.valueOf(upper(row, "answer_kind")),
                  Language.valueOf(upper(row, "language"))),
              Annotations.NONE);
      for (JsonNode candidate : row.path("candidates")) {
        String marked = candidate.path("expected").asText();
        add(
            "samples, " + marked,
            question,
            candidate.path("id").asText(),
            candidate.path("cot").asText(),
            candidate.path("answer").asText());
      }
    }
  }

  private static Option option(Map.Entry<String, JsonNode> option) {
    return new Option(option.getKey(), option.getValue().asText());
  }

  private static String upper(JsonNode row, String key) {
    return row.path(key).asText("unstated").toUpperCase(Locale.ROOT);
  }

  private void o1() throws IOException {
    Path file = Path.of(System.getProperty("twinline.shared"), "data", "eval", "o1-open-100.jsonl");
    for (String line : Files.readAllLines(file)) {
      JsonNode row = MAPPER.readTree(line);
      for (AnswerKind kind : List.of(AnswerKind.ENTITY, AnswerKind.TEXT)) {
        add(
            "o1-open-100, kind " + kind.name().toLowerCase(Locale.ROOT),
            Cots.question(kind, row.path("question").asText()),
            row.path("id").asText(),
            row.path("cot").asText(),
            row.path("response").asText());
      }
    }
  }

  private void add(String name, Question question, String id, String cot, String answer) {
    Optional<Score> score = consistency.check(question, Cots.candidate(cot, answer));
    boolean inconsistent = score.flatMap(Consistency::rejection).isPresent();
    int[] c = counts.computeIfAbsent(name, n -> new int[3]);
    c[0]++;
    c[1] += score.isEmpty() ? 1 : 0;
    c[2] += inconsistent ? 1 : 0;
    if (show && inconsistent != name.contains("contradict")) {
      System.out.printf(
          "%s %s/%s %s%n   A %s%n   T %s%n",
          name,
          question.id(),
          id,
          score.map(s -> s.explanation().toString()).orElse("-"),
          answer.substring(0, Math.min(160, answer.length())).replace('\n', '/'),
          score
              .map(s -> s.explanation().arguments().get(0).split("-"))
              .map(r -> cot.substring(Integer.parseInt(r[0]), Integer.parseInt(r[1])))
              .orElse(cot.substring(Math.max(0, cot.length() - 300)))
              .replace('\n', '/'));
    }
  }
}
