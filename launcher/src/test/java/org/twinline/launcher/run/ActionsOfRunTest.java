package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose steps are read by models beside the words. */
class ActionsOfRunTest {
  private static final String[] PROCESS = {
    "rewards.2.use=process",
    "rewards.2.actions.0=" + ROOT.resolve("samples/models/actions-zh"),
    "rewards.2.actions.1=" + ROOT.resolve("samples/models/actions-en")
  };

  private static final String ZH =
      record(
          "zh",
          "这位患者发热伴脓痰，三天了。右下肺有湿啰音，也说得通。肺结核的话该有低热盗汗，时间也更长。"
              + "支气管炎的胸片一般正常，他却有浸润影。病毒性的呢，白细胞多不高。"
              + "胸片的浸润影还是要紧的。就是它了，社区获得性的肺炎。没有别的更说得通的了。",
          "肺炎");

  private static final String EN =
      record(
          "en",
          "He has had fever with purulent sputum for three days. Crackles on the right, that adds"
              + " up. Tuberculosis usually brings night sweats and a longer course. With bronchitis"
              + " the film is usually clear, and his shows an infiltrate. Viral causes rarely raise"
              + " the white count this much. The infiltrate is what counts here. Pneumonia it is."
              + " Nothing else explains all of it.",
          "pneumonia");

  @TempDir Path folder;

  private Workplace work;

  private static String record(String language, String cot, String answer) {
    return "{\"id\":\"%s\",\"question\":\"%s\",\"references\":[\"%s\"],\"task\":\"diagnosis\",\"answer_kind\":\"entity\",\"language\":\"%s\",\"candidates\":[{\"id\":\"c1\",\"cot\":\"%s\",\"answer\":\"%s\"}]}"
        .formatted(
            language,
            language.equals("zh") ? "最可能的诊断？" : "Most likely diagnosis?",
            answer,
            language,
            cot,
            answer);
  }

  @BeforeEach
  void work() throws IOException {
    work = new Workplace(folder);
    work.write("a.jsonl", ZH, EN);
    work.job("a.jsonl");
  }

  @Test
  void theirReadingShowsInTheScoresAndTheyInTheManifest() throws IOException {
    assertThat(work.run("rewards.2.use=process")).as(work.err()).isZero();
    Map<String, JsonNode> byWords = scores();
    deleteOutput();
    assertThat(work.run(PROCESS)).as(work.err()).isZero();

    work.assertLedgerCloses();
    assertThat(scores()).containsOnlyKeys("zh", "en");
    assertThat(scores().get("zh")).isNotEqualTo(byWords.get("zh"));
    assertThat(scores().get("en")).isNotEqualTo(byWords.get("en"));
    List<String> models = new ArrayList<>();
    work.manifest().path("models").forEach(model -> models.add(model.path("name").asText()));
    assertThat(models).containsExactlyInAnyOrder("actions-zh", "actions-en");
  }

  @Test
  void theUnverifiableLineReadsStepsAlike() throws IOException {
    assertThat(work.run(PROCESS)).as(work.err()).isZero();
    Map<String, JsonNode> verifiable = scores();
    deleteOutput();
    List<String> settings = new ArrayList<>(List.of(PROCESS));
    settings.addAll(List.of("line=unverifiable", "rewards.0.use=consistency"));
    settings.add("composite.text.process=1");
    assertThat(work.run(settings.toArray(String[]::new))).as(work.err()).isZero();

    work.assertLedgerCloses();
    Map<String, JsonNode> unverifiable = scores("best-answers");
    assertThat(unverifiable).containsOnlyKeys("zh", "en");
    for (String id : unverifiable.keySet()) {
      assertThat(process(unverifiable, id)).isEqualTo(process(verifiable, id));
    }
  }

  /** The score of the process with its explanation. */
  private static JsonNode process(Map<String, JsonNode> scores, String id) {
    for (JsonNode score : Objects.requireNonNull(scores.get(id))) {
      if (score.path("name").asText().equals("process")) {
        return score;
      }
    }
    throw new AssertionError("Cannot find the score process of " + id);
  }

  /** The scores with their explanations of the kept triples, by question. */
  private Map<String, JsonNode> scores() throws IOException {
    return scores("triples");
  }

  private Map<String, JsonNode> scores(String dataset) throws IOException {
    Map<String, JsonNode> scores = new TreeMap<>();
    work.records(dataset).forEach(r -> scores.put(r.path("id").asText(), r.path("scores")));
    return scores;
  }

  private void deleteOutput() throws IOException {
    try (Stream<Path> files = Files.walk(work.output())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aPlanNamesThem() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("plan", work.path("job.yaml").toString()));
    for (String setting : PROCESS) {
      arguments.addAll(List.of("--set", setting));
    }
    assertThat(work.twinline(arguments.toArray(String[]::new))).as(work.err()).isZero();
    assertThat(work.out()).contains("what they do read by ").contains("actions-en");
  }
}
