package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.JobFile;

/** A first job file is valid, fits its data, and replaces nothing. */
class InitTest {
  @TempDir Path folder;

  private Workplace work;

  @BeforeEach
  void work() {
    work = new Workplace(folder);
  }

  private Job made(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "init";
    all[1] = work.path("first").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    assertThat(work.twinline(all)).as(work.err()).isZero();
    assertThat(work.out()).contains("wrote first/job.yaml\nnext: twinline run first/job.yaml\n");
    JobFile.Loaded loaded = JobFile.load(work.path("first/job.yaml"), List.of());
    assertThat(loaded).isInstanceOf(JobFile.Valid.class);
    return ((JobFile.Valid) loaded).job();
  }

  private Job over(String... lines) throws IOException {
    return made("--data", work.write("data.jsonl", lines).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"verifiable", "unverifiable", "both"})
  void withoutDataTheSamplesAreRead(String line) {
    Job job = made("--line", line);

    assertThat(job.line().word()).isEqualTo(line);
    assertThat(job.input().files()).hasSize(line.equals("both") ? 2 : 1);
    assertThat(job.input().files().get(0)).startsWith(ROOT.toString()).endsWith(".jsonl");
    assertThat(job.output().directory()).isEqualTo(work.path("first/out"));
  }

  @Test
  void nothingIsReplaced() throws IOException {
    Files.createDirectories(work.path("first/out"));
    assertThat(made().output().directory()).isEqualTo(work.path("first/out-2"));
    Files.writeString(work.path("first/job.yaml"), "mine");

    assertThat(work.twinline("init", work.path("first").toString())).isEqualTo(2);
    assertThat(work.err())
        .startsWith("error: first/job.yaml is there already; nothing was written");
    assertThat(work.path("first/job.yaml")).hasContent("mine");
    assertThat(work.path("first").toFile().list()).containsExactlyInAnyOrder("job.yaml", "out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"messages\":[{\"role\":\"user\",\"content\":\"头痛怎么办？\"},{\"role\":\"assistant\",\"content\":\"休息。\"}]} | messages | unverifiable",
        "{\"conversations\":[{\"from\":\"human\",\"value\":\"a?\"},{\"from\":\"gpt\",\"value\":\"b\"}]} | sharegpt | unverifiable",
        "{\"instruction\":\"头痛怎么办？\",\"output\":\"休息。\"} | alpaca | unverifiable",
        "{\"question\":\"头痛？\",\"chosen\":\"休息。\",\"rejected\":\"不管。\"} | preference | unverifiable",
        "{\"question\":\"最可能的诊断？\",\"references\":[\"肺炎\"],\"answer\":\"肺炎\"} | canonical | verifiable",
        "{\"question\":\"最可能的诊断？\",\"gold\":\"肺炎\",\"response\":\"肺炎\"} | mapping | verifiable",
        "{\"text\":\"左膝退变\",\"standard\":[\"膝骨关节病\"]} | mapping | verifiable",
        "{\"Case\":{\"Age\":3,\"Signs\":\"fever\"}} | mapping | unverifiable",
      })
  void theFormOfDataIsFound(String line, String format, String of) throws IOException {
    Job job = over(line);

    assertThat(job.input().format().word()).isEqualTo(format);
    assertThat(job.line().word()).isEqualTo(of);
    assertThat(work.out()).contains("the job reads 1 of 1 sampled lines");
  }

  @Test
  void fieldsThatStandForOneAnotherAreTriedInTurn() throws IOException {
    over(
        "{\"instruction\":\"头痛怎么办？\",\"output\":\"休息。\"}",
        "{\"instruct\":\"发热怎么办？\",\"output\":\"喝水。\"}");

    assertThat(Files.readString(work.path("first/job.yaml")))
        .contains("    question: [/instruction, /instruct]\n    # references: FIELD\n");
    assertThat(work.out())
        .contains("  instruct                 string  in  50 %  taken for question\n");
  }

  @Test
  void candidatesWithoutReasoningKeepTheirAnswers() throws IOException {
    Job job = over("{\"question\":\"最可能的诊断？\",\"references\":[\"肺炎\"],\"answer\":\"肺炎\"}");

    assertThat(job.rewards().get(0).toString()).doesNotContain("NO_REASONING");
    assertThat(job.rewards()).noneMatch(reward -> reward.use().equals("process"));
  }

  @Test
  void theNextCommandWorksAsPrinted() throws IOException {
    over(
        "{\"question\":\"发热咳嗽三天，最可能的诊断？\",\"gold\":\"肺炎\",\"answer\":\"肺炎\"}",
        "{\"question\":\"转移性右下腹痛，最可能的诊断？\",\"gold\":\"急性阑尾炎\",\"answer\":\"胃溃疡\"}");
    String job = work.path("first/job.yaml").toString();

    // Flink takes seconds to start; nothing else differs from what is printed.
    int code = work.twinline("run", job, "--progress", "none", "--set", "runner.kind=direct");
    assertThat(code).as(work.err()).isZero();
    assertThat(work.out()).contains("read 2 triples, kept 1, dropped 1");
    assertThat(work.path("first/out/_SUCCESS")).exists();
  }

  @Test
  void hostileNamesOfFieldsNeitherActNorBreakTheJob() throws IOException {
    over("{\"\\u001b[31mred\\n: [\":\"a long enough text to be taken\",\"it's: #1\":\"fever?\"}");

    assertThat(work.out()).contains("\uFFFD[31mred\uFFFD: [").doesNotContain("\u001b");
    assertThat(Files.readString(work.path("first/job.yaml")))
        .contains("    question: '/it''s: #1'\n");
  }

  @Test
  void whatIsNoDataIsRefused() throws IOException {
    Path text = work.write("notes.txt", "not json", "at all");
    assertThat(work.twinline("init", work.path("first").toString(), "--data", text.toString()))
        .isEqualTo(2);
    assertThat(work.err())
        .startsWith("error: notes.txt holds no JSON objects in its first lines\n");
    assertThat(work.path("first/job.yaml")).doesNotExist();

    assertThat(work.twinline("init", work.path("first").toString(), "--data", "nowhere.jsonl"))
        .isEqualTo(2);
    assertThat(work.err()).contains("Cannot read nowhere.jsonl: no such file");
  }
}
