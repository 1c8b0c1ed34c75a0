package org.twinline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.TerminologyBuilder;
import org.twinline.terminology.source.TableSource;

class VerifyCommandTest {
  private static final String[] ANSWERS = {
    "{\"id\":\"zh1\",\"question\":\"诊断是什么？\",\"task\":\"diagnosis\",\"answer_kind\":\"entity\","
        + "\"answer\":\"最可能的诊断是急性心肌梗死。\",\"references\":[\"急性心肌梗死\"]}",
    "{\"id\":\"en1\",\"answer\":\"Answer: acute appendicitis\","
        + "\"references\":[[\"acute appendicitis\"],[\"ruptured appendix\"]]}",
    "{\"id\":\"c1\",\"answer\":\"选B\",\"references\":[\"B\"],"
        + "\"options\":{\"A\":\"肺炎\",\"B\":\"肺癌\"}}",
    "{\"id\":\"c2\",\"answer\":\"The answer is A.\",\"references\":[\"B\"],"
        + "\"options\":[\"pneumonia\",\"lung cancer\"]}",
    "{\"id\":7,\"answer\":true,\"references\":[\"yes\"]}",
    "{\"id\":\"t1\",\"answer\":\"Stay in bed.\",\"references\":[\"Rest at home. Drink enough.\"]}",
    "{\"id\":\"zh1\",\"answer\":\"\",\"references\":[\"急性心肌梗死\"]}"
  };

  @TempDir static Path shared;
  @TempDir Path folder;
  private Workbench bench = new Workbench(Path.of(""));

  @BeforeAll
  static void build() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("samples")) ? here : here.resolveSibling("");
    TerminologyBuilder.of(
            TableSource.folder(root.resolve("terminology/src/test/resources/fixture")))
        .write(shared.resolve("index"));
  }

  @BeforeEach
  void bench() {
    bench = new Workbench(folder);
  }

  private static String index() {
    return shared.resolve("index").toString();
  }

  private static List<String> column(List<JsonNode> records, String field) {
    return records.stream().map(r -> r.path(field).asText()).toList();
  }

  @Test
  void scoresInTheOrderOfTheInput() throws IOException {
    bench.write("a.jsonl", ANSWERS);
    assertThat(
            bench.verify("--terminology", index(), "--input", "@a.jsonl", "--output", "@s.jsonl"))
        .isZero();
    List<JsonNode> scores = bench.records("s.jsonl");
    assertThat(column(scores, "id")).containsExactly("zh1", "en1", "c1", "c2", "7", "t1", "zh1");
    assertThat(column(scores, "verdict"))
        .containsExactly("accept", "accept", "accept", "reject", "accept", "unsure", "reject");
    assertThat(column(scores, "answer_kind"))
        .containsExactly("entity", "entity", "choice", "choice", "boolean", "text", "entity");
    assertThat(scores.get(0).fieldNames())
        .toIterable()
        .containsExactly("id", "score", "verdict", "answer_kind", "matched", "explanation");
    assertThat(scores.get(0).path("matched")).hasSize(1);
    assertThat(scores.get(0).path("matched").get(0).path("concept").asText()).contains(":I21");
    assertThat(scores.get(5).path("explanation").path("code").asText()).isEqualTo("text_unmatched");
    for (JsonNode score : scores) {
      assertThat(score.path("score").asDouble())
          .isEqualTo(score.path("explanation").path("value").asDouble());
    }
    assertThat(bench.out().lines().skip(1))
        .containsExactly(
            "  all       accept         4  unsure         1  reject         2",
            "  entity    accept         2  unsure         0  reject         1",
            "  choice    accept         1  unsure         0  reject         1",
            "  boolean   accept         1  unsure         0  reject         0",
            "  text      accept         0  unsure         1  reject         0",
            "  ids of several answers 1: zh1",
            "wrote s.jsonl");
    assertThat(bench.out()).startsWith("a.jsonl: 7 answers scored in ");
    assertThat(bench.err()).isEmpty();
    assertThat(bench.files()).containsExactly("a.jsonl", "s.jsonl");
  }

  @Test
  void tellsWhatOfAReferenceProseAndKeywordsMatched() throws IOException {
    String prose =
        "She has had a cough and fever for four days and the film shows a shadow in the right lower"
            + " lobe, with crackles over it on auscultation. Acute myocardial infarction cannot"
            + " explain this. Bacterial pneumonia explains every one of these findings best.";
    bench.write(
        "a.jsonl",
        "{\"id\":\"p\",\"answer_kind\":\"entity\",\"answer\":\""
            + prose
            + "\",\"references\":[\"Bacterial pneumonia\"]}",
        "{\"id\":\"k\",\"answer_kind\":\"text\",\"answer\":\"Rest and drink enough.\","
            + "\"references\":[[\"rest\",\"antibiotics\"]]}");
    assertThat(
            bench.verify("--terminology", index(), "--input", "@a.jsonl", "--output", "@s.jsonl"))
        .isZero();
    List<JsonNode> scores = bench.records("s.jsonl");
    JsonNode claim = scores.get(0).path("matched").get(0);
    assertThat(scores.get(0).path("explanation").path("code").asText()).isEqualTo("rule_prose");
    assertThat(claim.path("by").asText()).isEqualTo("name");
    assertThat(claim.path("concept").asText()).isEqualTo("ICD10CM:J15");
    assertThat(prose.substring(claim.path("begin").asInt(), claim.path("end").asInt()))
        .isEqualTo("Bacterial pneumonia");
    assertThat(scores.get(1).path("matched").toString())
        .isEqualTo("[{\"by\":\"keyword\",\"item\":0,\"score\":1.0}]");
  }

  @Test
  void comparesNamesWithoutATerminologyAndReadsCompressedFiles() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bench.file("a.jsonl.gz")))) {
      out.write(String.join("\n", ANSWERS).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(bench.verify("--input", "@a.jsonl.gz", "--output", "@s.jsonl", "--json")).isZero();
    assertThat(bench.printed().path("verdicts").toString())
        .isEqualTo("{\"accept\":4,\"reject\":2,\"unsure\":1}");
    assertThat(bench.printed().path("repeated").toString()).isEqualTo("[\"zh1\"]");
    JsonNode matched = bench.records("s.jsonl").get(0).path("matched").get(0);
    assertThat(matched.path("concept").isNull()).isTrue();
    assertThat(matched.path("score").asDouble()).isEqualTo(1);
  }

  @Test
  void manyAnswersKeepTheirOrderAndAreScoredAlike() throws IOException {
    bench.write(
        "a.jsonl",
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    "{\"id\":\"q"
                        + i
                        + "\",\"answer\":\""
                        + i % 7
                        + " mg\",\"references\":[\"3 mg\"]}")
            .toArray(String[]::new));
    assertThat(bench.verify("--input", "@a.jsonl", "--output", "@s.jsonl")).isZero();
    List<JsonNode> scores = bench.records("s.jsonl");
    assertThat(column(scores, "id"))
        .isEqualTo(IntStream.range(0, 1_000).mapToObj(i -> "q" + i).toList());
    for (int i = 0; i < 1_000; i++) {
      assertThat(scores.get(i).path("verdict").asText())
          .isEqualTo(i % 7 == 3 ? "accept" : "reject");
    }
    assertThat(bench.verify("--input", "@a.jsonl", "--output", "@t.jsonl")).isZero();
    assertThat(bench.text("t.jsonl")).isEqualTo(bench.text("s.jsonl"));
  }

  @Test
  void unreadableLinesAreDeadLettersWithTheirPlace() throws IOException {
    bench.write(
        "a.jsonl",
        "{\"id\":\"a\",\"answer\":\"x\",\"references\":[\"x\"]}",
        "{\"id\":\"b\"",
        "",
        "{\"id\":\"c\",\"references\":[\"x\"]}",
        "{\"id\":\"d\",\"answer\":\"x\",\"references\":\"肺炎\"}",
        "{\"answer\":\"x\",\"references\":[\"x\"]}",
        "{\"id\":\"f\",\"answer\":\"x\",\"references\":[\" \"]}",
        "{\"id\":\"g\",\"answer\":\"x\",\"references\":[\"x\"],\"answer_kind\":\"word\"}");
    assertThat(
            bench.verify("--input", "@a.jsonl", "--output", "@s.jsonl", "--max-error-rate", "0.9"))
        .isZero();
    assertThat(bench.records("s.jsonl")).hasSize(1);
    assertThat(bench.text("s.jsonl.dead-letters.jsonl"))
        .isEqualTo(
            """
            {"code":"malformed_json","file":"a.jsonl","offset":43,"line":2,"column":9,"detail":"the line ends inside a value"}
            {"code":"missing_field","file":"a.jsonl","offset":54,"line":4,"column":0,"detail":"answer is missing"}
            {"code":"wrong_type","file":"a.jsonl","offset":84,"line":5,"column":36,"detail":"references must be an array, found string"}
            {"code":"missing_field","file":"a.jsonl","offset":130,"line":6,"column":0,"detail":"id is missing"}
            {"code":"missing_field","file":"a.jsonl","offset":164,"line":7,"column":36,"detail":"references holds no item"}
            {"code":"unknown_value","file":"a.jsonl","offset":207,"line":8,"column":56,"detail":"answer_kind must be one of entity, choice, boolean, number, json, text"}
            """);
    assertThat(bench.out()).contains("  dead letters 6: s.jsonl.dead-letters.jsonl\n");

    assertThat(bench.verify("--input", "@a.jsonl", "--output", "@t.jsonl")).isEqualTo(3);
    assertThat(bench.err())
        .isEqualTo(
            """
            error: 6 of 7 lines are dead letters, more than --max-error-rate 0.01 allows
            hint: see t.jsonl.dead-letters.jsonl; no scores were written
            """);
    assertThat(bench.files()).contains("t.jsonl.dead-letters.jsonl").doesNotContain("t.jsonl");
  }

  @Test
  void aBrokenStreamIsADeadLetter() throws IOException {
    bench.write("a.jsonl", ANSWERS);
    Path whole = bench.file("b.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      Files.copy(bench.file("a.jsonl"), out);
    }
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(bench.verify("--input", "@b.jsonl.gz", "--output", "@s.jsonl")).isEqualTo(3);
    assertThat(bench.text("s.jsonl.dead-letters.jsonl"))
        .startsWith("{\"code\":\"truncated_stream\",\"file\":\"b.jsonl.gz\",\"offset\":");
  }

  @Test
  void filesThatAreThereAreKept() throws IOException {
    bench.write("a.jsonl", ANSWERS).write("s.jsonl", "mine");
    assertThat(bench.verify("--input", "@a.jsonl", "--output", "@s.jsonl")).isEqualTo(2);
    assertThat(bench.err())
        .isEqualTo("error: s.jsonl is not empty\nhint: name another file, or add --overwrite\n");
    assertThat(bench.text("s.jsonl")).isEqualTo("mine\n");
    bench.write("s.jsonl.dead-letters.jsonl", "old");
    assertThat(bench.verify("--input", "@a.jsonl", "--output", "@s.jsonl", "--overwrite")).isZero();
    assertThat(bench.records("s.jsonl")).hasSize(7);
    assertThat(bench.files()).containsExactly("a.jsonl", "s.jsonl");
  }

  @Test
  void whatIsNamedMustBeFit() throws IOException {
    bench.write("a.jsonl", ANSWERS);
    assertUsage("nothing to do: neither --output nor --explain is given", "--input", "@a.jsonl");
    assertUsage("no such file; did you mean a.jsonl?", "--input", "@b.jsonl", "--output", "@s");
    assertUsage("a.jsonl is named twice", "--input", "@a.jsonl", "--output", "@a.jsonl");
    assertUsage(
        "a.jsonl is named twice", "--input", "@a*.jsonl", "--output", "@a.jsonl", "--overwrite");
    assertUsage("its directory does not exist", "--input", "@a.jsonl", "--output", "@no/s");
    assertUsage("would be written as plain text", "--input", "@a.jsonl", "--output", "@s.gz");
    assertUsage(
        "--explain writes no files", "--input", "@a.jsonl", "--output", "@s", "--explain", "c1");
    assertUsage(
        "illegal accept precision: 1.5, must be above 0 and at most 1",
        "--input",
        "@a.jsonl",
        "--output",
        "@s",
        "--min-accept-precision",
        "1.5");
    assertUsage("max-error-rate", "--input", "@a.jsonl", "--output", "@s", "--max-error-rate", "2");
    assertUsage("none", "--terminology", "@none", "--input", "@a.jsonl", "--output", "@s");
    assertThat(bench.err()).contains("hint: make an index with: twinline terminology build");
    assertThat(bench.files()).containsExactly("a.jsonl");
  }

  private void assertUsage(String message, String... arguments) {
    assertThat(bench.verify(arguments)).isEqualTo(2);
    assertThat(bench.err()).startsWith("error: ").contains(message);
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void anEmptyInputIsDoneWithAWarning() throws IOException {
    Files.createFile(bench.file("a.jsonl"));
    assertThat(bench.verify("--input", "@a.jsonl", "--output", "@s.jsonl")).isZero();
    assertThat(bench.err()).isEqualTo("warning: a.jsonl has no lines\n");
    assertThat(bench.text("s.jsonl")).isEmpty();
  }

  @Test
  void explainsEveryAnswerOfAnId() throws IOException {
    bench.write("a.jsonl", ANSWERS);
    assertThat(bench.verify("--terminology", index(), "--input", "@a.jsonl", "--explain", "zh1"))
        .isZero();
    assertThat(bench.out())
        .startsWith(
            """
            zh1  a.jsonl:1  accept 1.000  entity
              expected: 急性心肌梗死
              answer:   最可能的诊断是急性心肌梗死。
            """)
        .contains("  The similarity of the answer to the reference is 1, made of:\n")
        .contains(": the same concept, 1")
        .contains("zh1  a.jsonl:7  reject 0.000  entity\n")
        .endsWith("  There is no answer.\n");
    assertThat(bench.verify("--input", "@a.jsonl", "--explain", "7", "--json")).isZero();
    assertThat(bench.printed().path("answers").get(0).path("line").asInt()).isEqualTo(5);
    assertThat(bench.verify("--input", "@a.jsonl", "--explain", "zh2")).isEqualTo(2);
    assertThat(bench.err()).isEqualTo("error: no line of a.jsonl has the id 'zh2'\n");
    assertThat(bench.files()).containsExactly("a.jsonl");
  }
}
