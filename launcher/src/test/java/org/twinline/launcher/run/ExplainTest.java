package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
  @TempDir Path folder;

  private Workplace work;

  @BeforeEach
  void finishedRun() throws IOException {
    work = new Workplace(folder);
    work.write("a.jsonl", "", record("g1", ""), record("g2/x", ""), record("a\\\"b", ""));
    work.job("a.jsonl");
  }

  private int explain(String id) {
    return work.twinline("explain", work.output().toString(), id);
  }

  @Test
  void aQuestionShowsAllItsCandidates() {
    assertThat(work.run()).isZero();

    assertThat(explain("g1")).as(work.err()).isZero();

    assertThat(work.out())
        .contains("g1/c1  triples  a.jsonl:2\n  rule 1.000\n")
        .contains("g1/c2  rejected  a.jsonl:2\n  rule ")
        .contains("\n  dropped: wrong_answer\n")
        .doesNotContain("g2");
  }

  @Test
  void aCandidateOfAQuestionIsFoundByBothIds() {
    assertThat(work.run()).isZero();

    assertThat(explain("g2/x/c2")).as(work.err()).isZero();

    assertThat(work.out()).startsWith("g2/x/c2  rejected  a.jsonl:3\n").doesNotContain("c1");
  }

  @Test
  void aCandidateIdIsFoundInEveryQuestion() {
    assertThat(work.run()).isZero();

    assertThat(explain("c1")).as(work.err()).isZero();

    assertThat(work.out()).contains("g1/c1  triples").contains("g2/x/c1  triples");
  }

  @Test
  void idsThatJsonEscapesAreFound() {
    assertThat(work.run()).isZero();

    assertThat(explain("a\"b")).as(work.err()).isZero();

    assertThat(work.out()).contains("a\"b/c1  triples  a.jsonl:4\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zstd", "gzip"})
  void shardsOfEveryCompressionAreRead(String compression) throws IOException {
    assertThat(work.run("output.compression=" + compression)).as(work.err()).isZero();

    assertThat(explain("g1/c1")).as(work.err()).isZero();

    assertThat(work.out()).startsWith("g1/c1  triples  a.jsonl:2\n");
  }

  @Test
  void withoutTheInputThePlaceIsAnOffset() throws IOException {
    assertThat(work.run()).isZero();
    Files.delete(work.path("a.jsonl"));

    assertThat(explain("g1/c1")).as(work.err()).isZero();

    assertThat(work.out()).startsWith("g1/c1  triples  a.jsonl@1\n");
  }

  @Test
  void unknownIdsEndWithTwo() {
    assertThat(work.run()).isZero();

    assertThat(explain("g9\u001b[2J")).isEqualTo(2);

    assertThat(work.err())
        .isEqualTo(
            """
            error: no record of out has the id 'g9\\x1b[2J'
            hint: ids are those of questions, of candidates, or QUESTION/CANDIDATE
            """);
    assertThat(work.out()).isEmpty();
  }

  @Test
  void aFolderThatIsNoRunEndsWithTwo() {
    assertThat(work.twinline("explain", folder.toString(), "g1")).isEqualTo(2);

    assertThat(work.err())
        .contains(" is not a finished run: it has no manifest.json\n")
        .endsWith("hint: name the output directory of twinline run\n");
  }
}
