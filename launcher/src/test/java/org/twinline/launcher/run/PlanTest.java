package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.ROOT;
import static org.twinline.launcher.run.Workplace.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan says what a run would do, and binds it. */
class PlanTest {
  @TempDir Path folder;

  private Workplace work;

  @BeforeEach
  void work() throws IOException {
    work = new Workplace(folder);
    work.write("a.jsonl", record("g1", "kanarienvogel"), record("g2", "blaumeise"));
    work.job("*.jsonl");
  }

  private int plan(String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "plan";
    arguments[1] = work.path("job.yaml").toString();
    arguments[2] = "--output";
    arguments[3] = work.path("plan.json").toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return work.twinline(arguments);
  }

  private JsonNode planned(String... more) throws IOException {
    assertThat(plan(more)).as(work.err()).isZero();
    return new ObjectMapper().readTree(work.path("plan.json").toFile());
  }

  private int runPlan() {
    return work.twinline("run", "--plan", work.path("plan.json").toString(), "--progress", "none");
  }

  private void refused(String what) {
    assertThat(runPlan()).as(work.out() + work.err()).isEqualTo(2);
    assertThat(work.err()).contains(what).contains("nothing was run");
    assertThat(work.output()).doesNotExist();
  }

  private static Map<String, String> origins(JsonNode plan) {
    Map<String, String> origins = new TreeMap<>();
    for (JsonNode setting : plan.path("settings")) {
      origins.put(
          setting.path("key").asText(),
          setting.path("value") + " " + setting.path("origin").asText());
    }
    return origins;
  }

  @Test
  void everyValueHasItsOrigin() throws IOException {
    Files.writeString(
        work.path("job.yaml"),
        Files.readString(work.path("job.yaml"))
            + "parameters: {limit: '0.5'}\nname: 'to ${limit}'\nselect: {margin: 0.2}\n");
    JsonNode plan = planned("--set", "seed=3", "--set", "rewards.0.accept=0.9");

    assertThat(origins(plan))
        .containsEntry("line", "\"verifiable\" file")
        .containsEntry("seed", "3 set")
        .containsEntry("rewards.0.accept", "0.9 set")
        .containsEntry("rewards.0.reject", "0.3 default")
        .containsEntry("select.margin", "0.2 file")
        .containsEntry("select.per_question", "4 default")
        .containsEntry("composite", "{} default")
        .containsEntry("parameters.limit", "\"0.5\" file");
    for (JsonNode setting : plan.path("settings")) {
      if (setting.path("key").asText().equals("name")) {
        assertThat(setting.toString())
            .endsWith("job.yaml:13:7\",\"parameters\":[\"limit\"]}")
            .contains("\"value\":\"to 0.5\"");
      }
      if (setting.path("key").asText().equals("seed")) {
        assertThat(setting.path("place").asText()).isEqualTo("--set seed=3");
      }
    }
    assertThat(plan.path("set").toString()).isEqualTo("[\"seed=3\",\"rewards.0.accept=0.9\"]");
  }

  @Test
  void inputsAreCountedAndHashedAndStagesTold() throws IOException {
    JsonNode plan = planned();

    JsonNode input = plan.path("inputs").get(0);
    String sha256 = MoreFiles.asByteSource(work.path("a.jsonl")).hash(Hashing.sha256()).toString();
    assertThat(input.path("sha256").asText()).isEqualTo(sha256);
    assertThat(input.path("lines").path("estimate").asInt()).isEqualTo(2);
    assertThat(input.path("lines").path("exact").asBoolean()).isTrue();
    assertThat(plan.path("estimate").path("triples").asInt()).isEqualTo(4);
    assertThat(plan.path("stages").findValuesAsText("name"))
        .containsExactly("read", "group", "guards", "rules", "select");
    assertThat(plan.path("stages").get(3).path("drops").toString())
        .isEqualTo("[\"no_reference\",\"wrong_answer\"]");
    assertThat(work.out())
        .contains("a.jsonl")
        .contains("triples   4")
        .endsWith("next: twinline run --plan plan.json\n");
    work.assertNowhere("kanarienvogel");
  }

  @Test
  void aPlanRunsOnceNothingChanged() throws IOException {
    planned("--set", "seed=5");

    assertThat(runPlan()).as(work.err()).isZero();
    assertThat(work.manifest().path("seed").asInt()).isEqualTo(5);
    assertThat(runPlan()).isEqualTo(2);
    assertThat(work.err()).contains("out is not empty");
  }

  @Test
  void aChangedInputIsNamed() throws IOException {
    planned();
    String text = Files.readString(work.path("a.jsonl"));
    Files.writeString(work.path("a.jsonl"), text.replace("kanarienvogel", "kanarienvogol"));
    refused("plan.json: input a.jsonl has the same size and another content\n");

    Files.writeString(work.path("a.jsonl"), text + text);
    refused("plan.json: input a.jsonl had ");

    Files.move(work.path("a.jsonl"), work.path("b.jsonl"));
    refused("plan.json: input a.jsonl is gone\n");
    assertThat(work.err()).contains("plan.json: input b.jsonl is new\n");
  }

  @Test
  void aChangedKeyIsNamedWithItsPlace() throws IOException {
    planned("--set", "seed=5");
    String text = Files.readString(work.path("job.yaml"));
    Files.writeString(
        work.path("job.yaml"), text.replace("- use: rule", "- {use: rule, accept: 0.7}"));
    refused("plan.json: key rewards.0.accept was 0.85, is 0.7 (job.yaml:8:25)\n");

    Files.writeString(work.path("job.yaml"), text.replace("  - use: guard\n", ""));
    refused("plan.json: key rewards.1.use was \"guard\", is no longer set\n");

    Files.writeString(work.path("job.yaml"), text + "# a word more\n");
    refused("job.yaml was edited, though no key has another value\n");

    Files.writeString(work.path("job.yaml"), text.replace("use: rule", "use: rul"));
    refused("did you mean 'rule'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : \"(development)\" | \"version\" : \"0.0.9\" | Twinline was 0.0.9, is (development)",
        "\"value\" : \"verifiable\" | \"value\" : \"both\" | key line was \"both\", is \"verifiable\"",
        "\"directory\" : \" | \"directory\" : \"/elsewhere | was made in /elsewhere",
      })
  void anotherTwinlineOrPlaceIsNamed(String old, String now, String what) throws IOException {
    planned();
    String text = Files.readString(work.path("plan.json"));
    assertThat(text).contains(old);
    Files.writeString(
        work.path("plan.json"), text.replaceFirst(java.util.regex.Pattern.quote(old), now));

    assertThat(runPlan()).isEqualTo(2);
    assertThat(work.err()).contains(what);
    assertThat(work.output()).doesNotExist();
  }

  @Test
  void aChangedTerminologyOrModelIsNamed() throws IOException {
    copy(ROOT.resolve("launcher/target/terminology"), work.path("terms"));
    copy(ROOT.resolve("samples/models/verifier-zh"), work.path("verifier"));
    planned(
        "--set",
        "terminology=" + work.path("terms"),
        "--set",
        "rewards.2.use=model",
        "--set",
        "rewards.2.bundle=" + work.path("verifier"));
    copy(ROOT.resolve("samples/models/verifier-en"), work.path("verifier"));

    refused("plan.json: model verifier is another\n");

    Path index = work.path("terms/index.json");
    Files.writeString(index, Files.readString(index).replace("concepts.bin", "concepts.bim"));
    assertThat(runPlan()).isEqualTo(2);
    assertThat(work.err()).contains("index.json is corrupt");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (java.util.stream.Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            to.resolve(file.getFileName()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | it has no format_version",
        "{\"format_version\":2} | it is of format 2, this program reads 1",
        "{\"format_version\":1} | 'version' is missing or no text",
        "[] | it is no JSON object",
        "{ | it is not JSON: line",
      })
  void whatIsNoPlanIsRefused(String text, String why) throws IOException {
    Files.writeString(work.path("plan.json"), text);

    assertThat(runPlan()).isEqualTo(2);
    assertThat(work.err()).contains("plan.json cannot be used: " + why);
  }

  @Test
  void usageIsChecked() throws IOException {
    planned();
    assertThat(plan()).isEqualTo(2);
    assertThat(work.err()).contains("plan.json is there already");
    assertThat(plan("--overwrite")).isZero();
    assertThat(work.twinline("run", "--plan", "p", "job.yaml")).isEqualTo(2);
    assertThat(work.err()).startsWith("error: --plan stands alone");
    assertThat(work.twinline("run", "--plan", "nowhere.json")).isEqualTo(2);
    assertThat(work.err()).startsWith("error: no such plan: nowhere.json\nhint: make one:");
  }
}
