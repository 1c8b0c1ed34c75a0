package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run hands on: files for trainers, its card, its Croissant description. */
class ExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL = "output.exports=[verl, trl, llama-factory]";

  @TempDir Path folder;
  private Workplace work;

  @BeforeEach
  void records() throws IOException {
    work = new Workplace(folder);
    work.write(
        "a.jsonl",
        Workplace.record("q1", "咳嗽三天，"),
        Workplace.record("q2", "发热两天，"),
        "{\"id\":\"p1\",\"question\":\"肺炎首选的检查？\",\"references\":[\"胸片\"],\"task\":\"exam\","
            + "\"answer_kind\":\"entity\",\"language\":\"zh\",\"extra\":{\"odd\":[1,\"a\"]}}",
        "{\"broken\":");
    work.job("a.jsonl");
  }

  private static Map<String, String> digests(Path folder) throws IOException {
    TreeMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = folder.relativize(file);
        if (name.getNameCount() == 2) {
          digests.put(name.toString(), FileHash.sha256(file.toString()));
        }
      }
    }
    return digests;
  }

  @Test
  void aRunMakesWhatTheCommandMakes() throws IOException {
    assertThat(work.run(ALL)).as(work.err()).isZero();

    Map<String, String> made = digests(work.output().resolve("exports"));
    assertThat(made.keySet())
        .containsExactly(
            "llama-factory/dataset_info.json",
            "llama-factory/sft-triples.jsonl",
            "trl/rlvr-prompts.jsonl",
            "trl/rlvr-triples.jsonl",
            "trl/sft-triples.jsonl",
            "verl/rlvr-prompts.parquet",
            "verl/rlvr-triples.parquet",
            "verl/sft-triples.parquet");
    for (JsonNode file : work.manifest().path("exports")) {
      assertThat(made).containsEntry(file.path("file").asText(), file.path("sha256").asText());
    }
    assertThat(work.manifest().path("exports").get(0).toString())
        .matches(
            "\\{\"trainer\":\"verl\",\"stage\":\"rlvr\",\"dataset\":\"prompts\",\"records\":1,"
                + "\"file\":\"verl/rlvr-prompts.parquet\",\"bytes\":\\d+,\"sha256\":\"\\w{64}\","
                + "\"prompt_characters\":\\{\"p50\":8,\"p90\":8,\"p99\":8,\"max\":8},"
                + "\"left_out\":\\{}}");

    assertThat(export("verl,trl,llama-factory")).as(work.err()).isZero();
    assertThat(digests(work.path("x"))).isEqualTo(made);
    JsonNode list = JSON.readTree(work.path("x/exports.json").toFile());
    assertThat(list.path("exports")).isEqualTo(work.manifest().path("exports"));
    assertThat(list.path("run").path("datasets")).hasSize(4);
    assertThat(work.path("x/.staging")).doesNotExist();
    assertThat(work.out()).contains("x/trl/sft-triples.jsonl").contains("2 records");
  }

  private int export(String trainers) {
    return work.twinline(
        "export", work.output().toString(), "--to", trainers, "--out", work.path("x").toString());
  }

  @Test
  void aRunThatIsNotCompleteIsNotExported() throws IOException {
    assertThat(work.run(ALL, "errors.max_rate=0")).isEqualTo(3);
    assertThat(work.output().resolve("exports")).doesNotExist();
    assertThat(work.manifest().path("exports")).isEmpty();
    assertThat(Files.readString(work.output().resolve("README.md")))
        .contains("**Not complete:** more of the input was bad than the job allows.");

    assertThat(export("trl")).isEqualTo(2);

    assertThat(work.err())
        .isEqualTo(
            """
            error: out is not complete: it has no _SUCCESS
            hint: a run leaves none that failed or had too much bad content; mend it and run again
            """);
    assertThat(work.path("x")).doesNotExist();
  }

  @Test
  void whatWasChangedSinceIsRefused() throws IOException {
    assertThat(work.run()).as(work.err()).isZero();
    Path shard = work.output().resolve("triples/part-00000.jsonl");
    byte[] bytes = Files.readAllBytes(shard);
    bytes[20] ^= 1;
    Files.write(shard, bytes);

    assertThat(export("trl")).isEqualTo(2);
    assertThat(work.err())
        .startsWith(
            "error: out/triples/part-00000.jsonl has another sha256 than out/triples/dataset.json"
                + " says\n");

    Files.delete(shard);
    assertThat(export("trl")).isEqualTo(2);
    assertThat(work.err()).startsWith("error: no such file: out/triples/part-00000.jsonl\n");

    Files.delete(work.output().resolve("triples/_SUCCESS"));
    assertThat(export("trl")).isEqualTo(2);
    assertThat(work.err()).startsWith("error: out/triples is not complete: it has no _SUCCESS\n");

    Files.writeString(work.output().resolve("manifest.json"), "{");
    assertThat(export("trl")).isEqualTo(2);
    assertThat(work.err()).startsWith("error: out/manifest.json is not JSON\n");

    Files.delete(work.output().resolve("manifest.json"));
    assertThat(export("trl")).isEqualTo(2);
    assertThat(work.err())
        .startsWith("error: out is not a finished run: it has no manifest.json\n");
    assertThat(work.path("x")).doesNotExist();
  }

  @Test
  void aTargetThatHoldsSomethingIsRefused() throws IOException {
    assertThat(work.run()).as(work.err()).isZero();
    Files.createDirectories(work.path("x"));
    Files.writeString(work.path("x/mine"), "");

    assertThat(export("trl")).isEqualTo(2);

    assertThat(work.err()).isEqualTo("error: x is not empty\nhint: name a fresh one: --out DIR\n");
    assertThat(work.path("x/trl")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip", "zstd"})
  void cardAndCroissantDescribeTheRun(String compression) throws IOException {
    assertThat(
            work.run(
                ALL,
                "output.compression=" + compression,
                "output.license=cc-by-4.0",
                "name=一 | <b>job</b>"))
        .as(work.err())
        .isZero();
    work.assertNowhere("咳嗽三天");
    String card = Files.readString(work.output().resolve("README.md"));
    assertThat(card).doesNotContain("咳嗽三天");
    String[] parts = card.split("---\n", 3);
    assertThat(parts[2].lines()).contains("# 一 \\| \\<b\\>job\\</b\\>");
    assertThat(parts[0]).isEmpty();
    String job = parts[2].split("```yaml\n", 2)[1].split("```\n", 2)[0];
    assertThat(new YAMLMapper().readTree(job)).isEqualTo(work.manifest().path("job"));
    JsonNode header = new YAMLMapper().readTree(parts[1]);
    assertThat(header.path("pretty_name").asText()).isEqualTo("一 | <b>job</b>");
    assertThat(header.path("license").asText()).isEqualTo("cc-by-4.0");
    assertThat(header.path("language").toString()).isEqualTo("[\"zh\"]");
    assertThat(header.path("size_categories").toString()).isEqualTo("[\"n<1K\"]");
    assertThat(header.path("configs").findValuesAsText("config_name"))
        .containsExactly("dead-letters", "prompts", "rejected", "triples");
    assertThat(header.path("configs").get(3).path("default").asBoolean()).isTrue();
    for (JsonNode described : header.path("dataset_info")) {
      assertThat(described.path("splits").get(0).path("num_examples").asLong())
          .isEqualTo(recordsOf(described.path("config_name").asText()));
    }
    assertThat(header.path("dataset_info").get(3).path("features").findValuesAsText("name"))
        .contains("id", "turns", "role", "scores", "explanation", "reward", "pass_rate");

    long kept = cell(card, "kept");
    long dropped = 0;
    for (String line : card.lines().filter(l -> l.startsWith("| dropped: ")).toList()) {
      dropped += Long.parseLong(line.split(" \\| ")[1]);
    }
    assertThat(kept).isEqualTo(3);
    assertThat(kept + dropped + cell(card, "could not be read")).isEqualTo(cell(card, "read"));
    assertCroissantDescribesEveryFile(compression);
  }

  private long recordsOf(String dataset) throws IOException {
    for (JsonNode listed : work.manifest().path("datasets")) {
      if (listed.path("name").asText().equals(dataset)) {
        return listed.path("records").asLong();
      }
    }
    throw new AssertionError("no dataset " + dataset);
  }

  private static long cell(String card, String row) {
    String line =
        card.lines().filter(l -> l.startsWith("| " + row + " | ")).findFirst().orElseThrow();
    return Long.parseLong(line.split(" \\| ")[1]);
  }

  private void assertCroissantDescribesEveryFile(String compression) throws IOException {
    JsonNode croissant = JSON.readTree(work.output().resolve("croissant.json").toFile());
    assertThat(croissant.toString()).doesNotContain("咳嗽三天");

    assertThat(schema().validate(croissant)).isEmpty();

    List<String> ids = new ArrayList<>();
    croissant.findParents("@type").forEach(node -> ids.add(node.path("@id").asText()));
    ids.removeIf(String::isEmpty);
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> objects = new HashSet<>();
    for (JsonNode file : croissant.path("distribution")) {
      if (file.path("@type").asText().equals("cr:FileObject")) {
        Path path = work.output().resolve(file.path("contentUrl").asText());
        assertThat(FileHash.sha256(path.toString())).isEqualTo(file.path("sha256").asText());
        assertThat(file.path("contentSize").asText()).isEqualTo(Files.size(path) + " B");
        objects.add(file.path("@id").asText());
      }
      for (JsonNode container : file.path("containedIn")) {
        assertThat(objects).contains(container.path("@id").asText());
      }
    }
    assertThat(objects)
        .contains("manifest.json", "README.md", "exports/verl/sft-triples.parquet")
        .hasSizeGreaterThan(12);
    String shard =
        compression.equals("none") ? "application/jsonlines" : "application/" + compression;
    assertThat(file(croissant, "triples/part-00000").path("encodingFormat").asText())
        .isEqualTo(shard);
    assertThat(file(croissant, "triples-files").path("encodingFormat").asText())
        .isEqualTo("application/jsonlines");
  }

  private static JsonNode file(JsonNode croissant, String start) {
    for (JsonNode file : croissant.path("distribution")) {
      if (file.path("@id").asText().startsWith(start)) {
        return file;
      }
    }
    throw new AssertionError("no " + start);
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ExportTest.class.getResourceAsStream("croissant-1.0.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JSON.readTree(in));
    }
  }
}
