package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.ROOT;
import static org.twinline.launcher.run.Workplace.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is found before a run, each with a next step. */
class DoctorTest {
  @TempDir Path folder;

  private Workplace work;

  @BeforeEach
  void work() throws IOException {
    work = new Workplace(folder);
    work.write("a.jsonl", record("g1", "kanarienvogel"));
    work.job("a.jsonl");
  }

  private int doctor(String... settings) {
    List<String> arguments = new ArrayList<>(List.of("doctor", work.path("job.yaml").toString()));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return work.twinline(arguments.toArray(String[]::new));
  }

  @Test
  void aSoundInstallationAndJobPass() {
    int code =
        doctor(
            "terminology=" + ROOT.resolve("launcher/target/terminology"),
            "rewards.2.use=model",
            "rewards.2.bundle=" + ROOT.resolve("samples/models/verifier-zh"));

    assertThat(code).as(work.out() + work.err()).isZero();
    assertThat(work.out().lines().map(line -> line.split(" +")[1]).distinct())
        .contains(
            "job",
            "input",
            "lines",
            "java",
            "cores",
            "heap",
            "memory",
            "locale",
            "output",
            "rename",
            "temporary",
            "encoder",
            "native",
            "model",
            "terminology");
    assertThat(work.out())
        .contains("verifier-zh scores its 3 golden inputs right")
        .contains("lines        1 of 1 sampled lines can be read")
        .contains(" 0 failed\n");
    assertThat(work.output()).doesNotExist();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.jsonl", "job.yaml");
  }

  @Test
  void bundlesForActionsAreOpened() {
    int code =
        doctor(
            "rewards.2.use=process",
            "rewards.2.actions.0=" + ROOT.resolve("samples/models/actions-zh"),
            "rewards.2.actions.1=" + ROOT.resolve("samples/models/actions-en"));

    assertThat(code).as(work.out() + work.err()).isZero();
    assertThat(work.out())
        .contains("actions-zh scores its 6 golden inputs right")
        .contains("actions-en scores its 6 golden inputs right");
  }

  @Test
  void whatIsMissingOrBrokenFailsWithANextStep() throws IOException {
    work.write("a.jsonl", record("g1", "x"), "{\"id\":");
    Path terms = work.path("terms");
    Files.createDirectories(terms);
    Files.writeString(terms.resolve("index.json"), "{}");
    int code =
        doctor(
            "errors.max_rate=0.1",
            "models.encoders=" + work.path("none"),
            "terminology=" + terms,
            "rewards.2.use=preference",
            "rewards.2.bundle=" + ROOT.resolve("samples/models/preference-zh"));

    assertThat(code).isEqualTo(2);
    assertThat(work.out())
        .contains(
            "fail  lines        1 of 2 sampled lines can be read as canonical"
                + " (malformed_json 1), more than errors.max_rate allows\n")
        .contains("next: look at input.format")
        .contains("fail  encoders     no encoders in none\n")
        .contains("fail  model        Cannot use ")
        .contains("fail  terminology  ")
        .contains(" failed\n");
  }

  @Test
  void aBadJobIsTold() throws IOException {
    Files.writeString(work.path("packed.jsonl.gz"), "{}\n");
    work.job("packed.jsonl.gz");
    int code = doctor("models.encoders=" + work.path("none"), "selct.margin=1");

    assertThat(code).isEqualTo(2);
    assertThat(work.out())
        .contains(
            "fail  job          job.yaml:4:7: 'input.files.0': Cannot read packed.jsonl.gz: by"
                + " its name it is gzip, by its first bytes it is text; rename or convert it\n")
        .contains("unknown key 'selct'; did you mean 'select'?");
  }

  @Test
  void jsonIsOneDocument() throws IOException {
    Files.writeString(work.path("job.yaml"), "line: both\n");
    assertThat(work.twinline("doctor", "--json", work.path("job.yaml").toString())).isEqualTo(2);

    JsonNode found = new ObjectMapper().readTree(work.out());
    assertThat(found.path("ok").asBoolean()).isFalse();
    assertThat(found.path("checks").get(0).path("message").asText())
        .isEqualTo("job.yaml:1:1: missing key 'input'");
    for (JsonNode check : found.path("checks")) {
      assertThat(check.path("status").asText()).isIn("ok", "warn", "fail");
      assertThat(check.path("status").asText().equals("ok") || check.has("next"))
          .as(check.toString())
          .isTrue();
    }
  }
}
