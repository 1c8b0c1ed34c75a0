package org.twinline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples that the introduction shows: every kind of answer in both languages. */
class VerifySamplesTest {
  @TempDir Path folder;

  @Test
  void verdictsAgreeWithTheLabels() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("samples")) ? here : here.resolveSibling("");
    Path samples = root.resolve("samples");
    // The build has put the samples' index there before any test runs.
    String index = root.resolve("launcher/target/terminology").toString();
    Workbench bench = new Workbench(folder);
    String answers = samples.resolve("verify/answers.jsonl").toString();
    String labels = samples.resolve("verify/labels.jsonl").toString();
    assertThat(
            bench.verify(
                "--terminology",
                index,
                "--input",
                answers,
                "--output",
                "@s.jsonl",
                "--labels",
                labels,
                "--report-json",
                "@r.json",
                "--report",
                "@r.html"))
        .isZero();
    JsonNode report = bench.json("r.json");
    assertThat(report.path("labelled").asInt()).isEqualTo(12);
    assertThat(report.path("by_kind").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("entity", "choice", "boolean", "number", "json", "text");
    JsonNode decided = report.path("overall").path("decided_accuracy");
    assertThat(decided.path("hits").asInt()).isEqualTo(decided.path("of").asInt()).isEqualTo(11);

    assertThat(bench.verify("--terminology", index, "--input", answers, "--explain", "en-2"))
        .isZero();
    assertThat(bench.out())
        .contains("reject 0.200  entity\n")
        .contains("(recall 1, precision 0.2: 4 other things are said).\n");
  }
}
