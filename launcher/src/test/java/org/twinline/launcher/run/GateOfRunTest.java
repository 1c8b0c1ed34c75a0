package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates over runs that the program itself made. */
class GateOfRunTest {
  @TempDir Path folder;

  /** Both lines, every way to leave: kept, dropped, bare, twice, dead. */
  private Workplace finished() throws IOException {
    Workplace work = new Workplace(folder);
    String bare =
        "{\"id\":\"p1\",\"question\":\"首选药物？\",\"references\":[\"肾上腺素\"],\"task\":\"drug\","
            + "\"answer_kind\":\"entity\",\"language\":\"zh\"}";
    String advice =
        "{\"id\":\"u1\",\"question\":\"发烧怎么办？\",\"answer_kind\":\"text\",\"language\":\"zh\","
            + "\"candidates\":[{\"id\":\"a\",\"cot\":\"先看体温和精神状态，再决定是否用药。\",\"answer\":\"多饮水，观察。\","
            + "\"preference\":1},{\"id\":\"b\",\"cot\":\"先看体温和精神状态，再决定是否用药。\",\"answer\":\"不用管。\","
            + "\"preference\":0.5},{\"id\":\"c\",\"cot\":\"先看体温和精神状态，再决定是否用药。\","
            + "\"answer\":\"马上住院。\",\"preference\":0}]}";
    work.write(
        "a.jsonl",
        Workplace.record("g1", ""),
        Workplace.record("g2", "咳嗽。"),
        Workplace.record("g2", "咳嗽。"),
        bare,
        bare,
        "not json");
    work.write("b.jsonl", advice, "{\"id\":\"n\",\"question\":\"什么？\",\"answer_kind\":\"text\"}");
    work.job("a.jsonl", "b.jsonl");
    assertThat(work.run("line=both")).as(work.err()).isZero();
    return work;
  }

  @Test
  void everyTripleOfARunIsInItsBooks() throws IOException {
    Workplace work = finished();
    Path gate =
        Files.writeString(
            work.path("gate.yaml"),
            """
            checks:
              - {check: value, metric: read, fail: {min: 13, max: 13}}
              - {check: value, metric: dead_lettered.malformed_json, slice: source, fail: {max: 0}}
              - {check: value, metric: verified_share, minimum_n: 4, fail: {min: 0.9}}
              - {check: value, metric: records.preferences, fail: {min: 2, max: 2}}
            """);
    int ended =
        work.twinline(
            "gate",
            "check",
            work.output().toString(),
            "--gate",
            gate.toString(),
            "--format",
            "json");
    assertThat(ended).as(work.err() + work.out()).isEqualTo(1);
    JsonNode result = new ObjectMapper().readTree(work.out());
    List<String> states = result.path("checks").findValuesAsText("state");
    assertThat(states)
        .as(work.out())
        .containsExactly("passed", "passed", "passed", "failed", "passed", "passed", "passed");
    assertThat(result.path("checks").path(3).path("places").path(0).path("line").asInt())
        .isEqualTo(6);
  }

  @Test
  void aChangedByteIsRefused() throws IOException {
    Workplace work = finished();
    Path gate =
        Files.writeString(
            work.path("gate.yaml"), "checks: [{check: value, metric: read, fail: {min: 1}}]\n");
    Path shard = work.output().resolve("triples/part-00000.jsonl");
    byte[] bytes = Files.readAllBytes(shard);
    bytes[bytes.length / 2] ^= 1;
    Files.write(shard, bytes);
    int ended = work.twinline("gate", "check", work.output().toString(), "--gate", gate.toString());
    assertThat(ended).isEqualTo(2);
    assertThat(work.err())
        .startsWith(
            "error: out/triples/part-00000.jsonl was changed after the run: its sha256 is not"
                + " that of dataset.json\nhint: run the job again");
  }
}
