package org.twinline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLabelsTest {
  @TempDir Path folder;
  private Workbench bench = new Workbench(Path.of(""));

  @BeforeEach
  void bench() {
    bench = new Workbench(folder);
  }

  private static String choice(String id, String said, String gold, String more) {
    return "{\"id\":\"%s\",\"task\":\"knowledge\",\"answer\":\"选%s\",\"references\":[\"%s\"],"
            .formatted(id, said, gold)
        + "\"options\":{\"A\":\"肺炎\",\"B\":\"肺癌\"}"
        + more
        + "}";
  }

  private static String label(String id, String word) {
    return "{\"id\":\"" + id + "\",\"label\":\"" + word + "\"}";
  }

  /** 25 right and 25 wrong choices, and answers no rule knows. */
  private void many() throws IOException {
    List<String> answers = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      answers.add(choice("r" + i, "A", "A", ""));
      labels.add(label("r" + i, "right"));
      answers.add(choice("w" + i, "A", "B", ""));
      labels.add(label("w" + i, "wrong"));
    }
    answers.add(
        "{\"id\":\"t\",\"answer\":\"Stay in bed.\",\"answer_kind\":\"text\","
            + "\"references\":[\"Rest at home. Drink enough.\"]}");
    labels.add(label("t", "right"));
    bench.write("a.jsonl", answers.toArray(String[]::new));
    bench.write("l.jsonl", labels.toArray(String[]::new));
  }

  @Test
  void labelsJoinByIdAndWhatDoesNotIsSaid() throws IOException {
    bench.write(
        "a.jsonl",
        choice("a", "A", "A", ""),
        choice("b", "A", "B", ""),
        choice("c", "B", "B", ""),
        choice("d", "B", "B", ""),
        choice("d", "A", "B", ""));
    bench.write(
        "l.jsonl",
        label("a", "right"),
        label("b", "right"),
        label("d", "wrong"),
        label("gone", "wrong"));
    assertThat(bench.verify("--input", "@a.jsonl", "--output", "@s.jsonl", "--labels", "@l.jsonl"))
        .isZero();
    assertThat(bench.out())
        .contains(
            "agreement with 2 labels; 3 answers without a label; 1 labels of unknown ids; 1 labels of"
                + " ids with several answers, left out\n"
                + "  accuracy, unsure is wrong  0.5000  (1 of 2; 95 % between 0.0945 and 0.9055)\n")
        .contains("  ids of several answers 1: d\n");
  }

  @Test
  void labelsMayStandInTheLines() throws IOException {
    bench.write(
        "a.jsonl",
        choice("d", "A", "A", ",\"label\":\"right\""),
        choice("d", "A", "B", ",\"label\":\"wrong\""),
        choice("e", "A", "B", ",\"label\":\"maybe\""),
        choice("f", "A", "B", ""));
    assertThat(bench.verify("--input", "@a.jsonl", "--output", "@s.jsonl")).isZero();
    assertThat(bench.records("s.jsonl")).hasSize(4);
    assertThat(
            bench.verify(
                "--input",
                "@a.jsonl",
                "--output",
                "@t.jsonl",
                "--report-json",
                "@r.json",
                "--max-error-rate",
                "1"))
        .isZero();
    assertThat(bench.text("t.jsonl.dead-letters.jsonl"))
        .contains("\"line\":3")
        .contains("label must be one of right, wrong");
    JsonNode report = bench.json("r.json");
    assertThat(report.path("labelled").asInt()).isEqualTo(2);
    assertThat(report.path("overall").path("accuracy").toString())
        .isEqualTo("{\"hits\":2,\"of\":2,\"value\":1.0,\"low\":0.34238,\"high\":1.0}");
    assertThat(report.path("overall").path("kappa").asDouble()).isEqualTo(1);
  }

  @Test
  void theReportHoldsIdsAndCodesAndTextOnlyWhenAsked() throws IOException {
    many();
    bench.write("l.jsonl", label("r0", "wrong"), label("r1", "right"), label("w0", "right"));
    String[] asked = {
      "--input",
      "@a.jsonl",
      "--output",
      "@s.jsonl",
      "--labels",
      "@l.jsonl",
      "--report",
      "@r.html",
      "--report-json",
      "@r.json",
      "--overwrite"
    };
    assertThat(bench.verify(asked)).isZero();
    JsonNode worst = bench.json("r.json").path("worst");
    assertThat(worst.path("wrong").toString())
        .isEqualTo(
            "[{\"id\":\"r0\",\"task\":\"knowledge\",\"answer_kind\":\"choice\","
                + "\"verdict\":\"accept\",\"score\":1.0,\"codes\":\"rule_choice\"}]");
    assertThat(worst.path("right").get(0).path("id").asText()).isEqualTo("w0");
    assertThat(bench.text("r.html")).contains("r0").doesNotContain("选A");
    List<String> more = new ArrayList<>(List.of(asked));
    more.addAll(List.of("--examples", "1"));
    assertThat(bench.verify(more.toArray(String[]::new))).isZero();
    assertThat(bench.text("r.html")).contains("选A");
    assertThat(bench.json("r.json").path("worst").path("wrong").get(0).path("text").toString())
        .isEqualTo("{\"references\":[\"A\"],\"answer\":\"选A\"}");
  }

  @Test
  void thresholdsAreWrittenAndReadBack() throws IOException {
    many();
    assertThat(
            bench.verify(
                "--input",
                "@a.jsonl",
                "--output",
                "@s.jsonl",
                "--labels",
                "@l.jsonl",
                "--calibrate",
                "@th.json"))
        .isZero();
    assertThat(bench.out())
        .contains("  overall   accept from 0.5, reject up to 0.5\n")
        .contains(
            "  text      accept from 0.5, reject up to 0.5 (as overall: 0 right and 0 wrong are too"
                + " few, 20 of each are needed)\n");
    JsonNode file = bench.json("th.json");
    assertThat(file.path("kinds").path("choice").toString())
        .isEqualTo("{\"accept\":0.5,\"reject\":0.5,\"own\":true,\"right\":25,\"wrong\":25}");
    assertThat(file.path("labels_sha256").asText()).hasSize(64);
    assertThat(file.path("terminology_content_hash").isNull()).isTrue();
    assertThat(
            bench.verify("--input", "@a.jsonl", "--output", "@t.jsonl", "--thresholds", "@th.json"))
        .isZero();
    assertThat(bench.err()).isEmpty();
    assertThat(bench.records("t.jsonl").get(50).path("verdict").asText()).isEqualTo("unsure");

    String strict = bench.text("th.json").replaceAll("\"accept\" : 0.5", "\"accept\" : null");
    bench.write("none.json", strict);
    assertThat(
            bench.verify(
                "--input", "@a.jsonl", "--output", "@u.jsonl", "--thresholds", "@none.json"))
        .isZero();
    assertThat(bench.records("u.jsonl").get(0).path("verdict").asText()).isEqualTo("unsure");
    assertThat(bench.records("u.jsonl").get(1).path("verdict").asText()).isEqualTo("reject");
  }

  @Test
  void thresholdsOfOtherRulesOrNoneAreRefused() throws IOException {
    many();
    bench.verify(
        "--input",
        "@a.jsonl",
        "--output",
        "@s.jsonl",
        "--labels",
        "@l.jsonl",
        "--calibrate",
        "@th.json");
    String good = bench.text("th.json");
    refused(good.replaceFirst("\"accept\" : 0.85", "\"accept\" : 0.86"), "settings are not those");
    refused(good.replaceFirst("\"format_version\" : 1", "\"format_version\" : 2"), "must be 1");
    refused(
        good.replaceFirst("\"accept\" : 0.5", "\"accept\" : \"0.5\""),
        "overall.accept must be a number or null");
    refused(
        good.replaceFirst("\"accept\" : 0.5", "\"accept\" : 0.4"),
        "overall: illegal reject: 0.5, must be at most accept (0.4)");
    refused("{\"format_version\":", "th.json:2:1: not JSON");
    refused(
        good.replaceFirst(
            "\"terminology_content_hash\" : null", "\"terminology_content_hash\" : \"x\""),
        "");
    assertThat(bench.err())
        .contains("warning: the thresholds were chosen with another terminology");
  }

  private void refused(String file, String message) throws IOException {
    bench.write("th.json", file);
    int code =
        bench.verify(
            "--input",
            "@a.jsonl",
            "--output",
            "@t.jsonl",
            "--thresholds",
            "@th.json",
            "--overwrite");
    assertThat(code).isEqualTo(message.isEmpty() ? 0 : 2);
    assertThat(bench.err()).contains(message);
  }

  @Test
  void labelsThatAreNoneEndWithTheirLine() throws IOException {
    many();
    bench.write("bad.jsonl", label("r0", "right"), label("r1", "correct"));
    badLabels("bad.jsonl:2:20: label must be one of right, wrong");
    bench.write("bad.jsonl", "{\"id\":\"r0\"}");
    badLabels("bad.jsonl:1:1: label is missing");
    bench.write("bad.jsonl", label("r0", "right"), "", label("r0", "wrong"));
    badLabels("bad.jsonl:3:20: an earlier line has the other label for this id");
    bench.write("bad.jsonl", "r0 right");
    badLabels("bad.jsonl:1:4: not valid JSON");
    bench.write("bad.jsonl", label("gone", "right"));
    badLabels("no answer of a.jsonl is labelled; nothing was written");
    bench.write("bad.jsonl", label("r0", "right"), label("w0", "wrong"));
    badLabels(
        "Cannot calibrate on 1 right and 1 wrong answers that the rules could judge: at least 20 of"
            + " each are needed; nothing was written");
    assertThat(bench.files()).containsExactly("a.jsonl", "bad.jsonl", "l.jsonl");
  }

  private void badLabels(String message) {
    int code =
        bench.verify(
            "--input",
            "@a.jsonl",
            "--output",
            "@s.jsonl",
            "--labels",
            "@bad.jsonl",
            "--calibrate",
            "@th.json");
    assertThat(bench.err()).startsWith("error: " + message);
    assertThat(code).isEqualTo(2);
  }
}
