package org.twinline.launcher.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.source.SourceSpec;

class TerminologyCommandsTest {
  private static final SourceSpec TABLES =
      new SourceSpec("table", samples().resolve("terminology"), Map.of());

  @TempDir static Path shared;
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TerminologyCommands commands = new TerminologyCommands(terminal());

  private static Path samples() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("samples"))
        ? here.resolve("samples")
        : here.resolveSibling("samples");
  }

  private Terminal terminal() {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        false);
  }

  @BeforeAll
  static void build() {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    TerminologyCommands commands =
        new TerminologyCommands(new Terminal(nowhere, nowhere, false, false));
    commands.build(index(), List.of(TABLES), Optional.empty(), Optional.empty(), false);
  }

  @BeforeEach
  void fresh() {
    commands = new TerminologyCommands(terminal());
  }

  private static Path index() {
    return shared.resolve("index");
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toByteArray());
  }

  @Test
  void buildTellsWhatItDoesAndWhatItMade() throws IOException {
    Path list = folder.resolve("sources.yaml");
    Files.writeString(list, "- {format: table, path: terminology}\n");
    ExitCode code =
        commands.build(
            folder.resolve("x"), List.of(), Optional.of(list), Optional.of(samples()), true);
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(json().path("counts").path("concepts").asLong()).isGreaterThan(2_900);
    assertThat(json().path("content_hash").asText()).hasSize(64);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("reading 1/5 table diagnoses.tsv")
        .contains("merging")
        .contains("writing ");
  }

  @Test
  void aListOfSourcesThatIsNoneSaysWhere() throws IOException {
    Path list = folder.resolve("sources.yaml");
    Files.writeString(list, "- format: table\n  path: [a\n");
    assertThatThrownBy(
            () ->
                commands.build(
                    folder.resolve("x"), List.of(), Optional.of(list), Optional.empty(), false))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("sources.yaml:2:11: not YAML: while parsing a flow sequence");
    assertThatThrownBy(
            () ->
                commands.build(
                    folder.resolve("x"), List.of(), Optional.empty(), Optional.empty(), false))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no source is named");
  }

  @Test
  void looksUpNamesCodesAndUnknownNames() throws IOException {
    commands.lookUp(index(), "急性心梗", false);
    commands.lookUp(index(), "I21", false);
    commands.lookUp(index(), "ICD10CM:I21", false);
    assertThat(out().lines().filter(l -> l.startsWith("ICD10CM:I21  ")).toList()).hasSize(3);
    out.reset();
    commands.lookUp(index(), "无此病症名", true);
    assertThat(json().path("known").asBoolean()).isFalse();
    assertThat(json().path("existence").asText()).isEqualTo("PLAUSIBLE");
    assertThat(json().path("nearest").size()).isPositive();
  }

  @Test
  void tagsWithContext() throws IOException {
    commands.tag(index(), "否认高血压，考虑急性心肌梗死。", true);
    JsonNode mentions = json().path("mentions");
    assertThat(mentions.size()).isEqualTo(2);
    assertThat(mentions.get(0).path("context").toString()).isEqualTo("[\"negated\"]");
    assertThat(mentions.get(1).path("concepts").get(0).path("codes").get(0).path("code").asText())
        .isEqualTo("I21");
  }

  @Test
  void comparesByEveryMeasure() throws IOException {
    commands.compare(index(), "急性心肌梗死", "心绞痛", false);
    assertThat(out())
        .contains("same_concept           0.000")
        .contains("wu_palmer")
        .contains("leacock_chodorow")
        .contains("information_sanchez")
        .contains("jiang_conrath")
        .contains("relation_graph");
    out.reset();
    commands.compare(index(), "I21", "I21", true);
    JsonNode explanation = json().path("explanation");
    assertThat(explanation.path("value").asDouble()).isEqualTo(1);
    explanation
        .path("parts")
        .forEach(
            part -> {
              if (!part.path("code").asText().equals("atoms")) {
                assertThat(part.path("value").asDouble()).isEqualTo(1);
              }
            });
    assertThatThrownBy(() -> commands.compare(index(), "没有这个", "I21", false))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no concept is called that");
  }

  @Test
  void checksTheWholeIndex() throws IOException {
    assertThat(commands.check(index(), true)).isEqualTo(ExitCode.DONE);
    assertThat(json().path("ok").asBoolean()).isTrue();
    assertThat(json().path("names").asLong()).isGreaterThan(10_000);
  }

  @Test
  void describesTheIndex() throws IOException {
    commands.info(index(), true);
    assertThat(json().path("sources").size()).isEqualTo(5);
    assertThat(json().path("counts").path("codes.ICD10CM/2021").asLong()).isGreaterThan(1_000);
  }

  @Test
  void linksByRulesAndThenAsTrained() throws IOException {
    Path copy = folder.resolve("index");
    commands.build(copy, List.of(TABLES), Optional.empty(), Optional.empty(), false);
    Path texts = folder.resolve("texts.jsonl");
    Files.writeString(texts, "{\"text\":\"急性心肌梗死；高血压\"}\n\n{\"text\":\"acute appendicitis\"}\n");
    Path linked = folder.resolve("linked.jsonl");
    assertThat(commands.link(copy, texts, linked, 3)).isEqualTo(ExitCode.DONE);
    List<String> lines = Files.readAllLines(linked);
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.path("concepts").findValuesAsText("code")).contains("I21");
    assertThat(first.path("candidates").size()).isEqualTo(2);
    first.path("candidates").forEach(c -> assertThat(c.size()).isBetween(1, 3));
    assertThat(new ObjectMapper().readTree(lines.get(1)).path("concepts").findValuesAsText("code"))
        .contains("K35");

    Path pairs = folder.resolve("pairs.jsonl");
    Files.write(pairs, pairs());
    out.reset();
    assertThat(commands.train(copy, List.of(pairs), Optional.empty(), true))
        .isEqualTo(ExitCode.DONE);
    assertThat(json().path("system").asText()).isEqualTo("ICD10CM/2021");
    assertThat(json().path("out_of_fold").path("first_right").asDouble()).isGreaterThan(0.5);
    assertThat(commands.check(copy, false)).isEqualTo(ExitCode.DONE);
    commands.link(copy, texts, linked, 3);
    assertThat(
            new ObjectMapper()
                .readTree(Files.readAllLines(linked).get(0))
                .path("concepts")
                .findValuesAsText("code"))
        .contains("I21");
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("index", "texts.jsonl", "linked.jsonl", "pairs.jsonl");
    }
  }

  /** Names of the samples written with a side, a course or a filler. */
  private static List<String> pairs() throws IOException {
    List<String> pairs = new ArrayList<>();
    for (String line :
        Files.readAllLines(samples().resolve("terminology/diagnoses.tsv")).subList(200, 500)) {
      String name = line.split("\t")[2];
      String text = pairs.size() % 3 == 0 ? "左侧" + name : pairs.size() % 3 == 1 ? name + "可能" : "反复" + name;
      pairs.add("{\"text\":\"" + text + "\",\"standard\":[\"" + name + "\"]}");
    }
    return pairs;
  }

  @Test
  void saysWhatIsWrongWithItsInputs() throws IOException {
    Path texts = folder.resolve("texts.jsonl");
    Files.writeString(texts, "{\"text\":\"肺炎\"}\n{\"text\":5}\n");
    Path linked = folder.resolve("linked.jsonl");
    assertThatThrownBy(() -> commands.link(index(), texts, linked, 3))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("texts.jsonl:2: no text");
    assertThat(linked).doesNotExist();
    Files.writeString(texts, "{\"text\":\n");
    assertThatThrownBy(() -> commands.link(index(), texts, linked, 3))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("texts.jsonl:1:");
    assertThatThrownBy(() -> commands.link(index(), texts, linked, 0))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("illegal --top: 0");
    Files.writeString(texts, "{\"text\":\"肺炎\",\"standard\":[\"肺炎\"]}\n{\"text\":\"x\"}\n");
    assertThatThrownBy(() -> commands.train(index(), List.of(texts), Optional.empty(), false))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("texts.jsonl:2");
    Files.writeString(texts, "{\"text\":\"肺炎\",\"standard\":[\"肺炎\"]}\n");
    assertThatThrownBy(() -> commands.train(index(), List.of(texts), Optional.empty(), false))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("Cannot train on 1 pairs");
    assertThatThrownBy(() -> commands.info(folder, false))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("it has no index.json");
  }
}
