package org.twinline.launcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {
  @TempDir Path folder;

  @Test
  void theLeastJobHasItsDefaults() throws IOException {
    Job job = Jobs.valid(folder, Jobs.LEAST);
    assertThat(job.line()).isEqualTo(Job.Line.BOTH);
    assertThat(job.name()).isEmpty();
    assertThat(job.input())
        .isEqualTo(
            new Input(
                List.of("a.jsonl"),
                Input.Format.AUTO,
                Optional.empty(),
                new Input.Limits(new Size(16 << 20), 64)));
    assertThat(job.output())
        .isEqualTo(
            new Job.Output(Path.of("no/such/out"), Job.Compression.NONE, List.of(), "other"));
    assertThat(job.rewards()).isEmpty();
    assertThat(job.select())
        .isEqualTo(new Job.Select(new Job.PassRate(0, 1), List.of(), Job.Keep.CORRECT, 4, 0.1, 0));
    assertThat(job.seed()).isEqualTo(17);
    assertThat(job.runner().kind()).isEqualTo(Runner.Kind.FLINK_LOCAL);
    assertThat(job.runner().parallelism()).isBetween(1, 256);
    assertThat(job.errors().maxRate()).isEqualTo(0.01);
    assertThat(job.group()).isEqualTo(new Job.Group(512, new Size(32 << 20)));
  }

  @Test
  void aMappingIsReadAsPointers() throws IOException {
    String mapping =
        """
        {files: a.jsonl, format: mapping, mapping: {id: [id, /meta/uid], \
        question: {outline: [title, /body]}, options: a/b, history: past, \
        candidates: [{each: chosen, answer: text, preference: 1}], constants: {task: drug}}}""";
    Mapping read =
        Jobs.valid(folder, Jobs.LEAST.replace("{files: a.jsonl}", mapping))
            .input()
            .mapping()
            .orElseThrow();
    assertThat(read.pointers(Mapping.Field.ID)).containsExactly("/id", "/meta/uid");
    assertThat(read.pointers(Mapping.Field.OPTIONS)).containsExactly("/a~1b");
    assertThat(read.pointers(Mapping.Field.COT)).isEmpty();
    assertThat(read.history()).contains("/past");
    assertThat(read.question())
        .isEqualTo(new Mapping.QuestionText(true, List.of("/title", "/body")));
    assertThat(read.candidates().get(0).each()).contains("/chosen");
    assertThat(read.candidates().get(0).fields())
        .isEqualTo(Map.of(Mapping.CandidateField.ANSWER, "/text"));
    assertThat(read.constants().task()).isEqualTo(org.twinline.core.triple.Task.DRUG);
  }

  @Test
  void overridesReplaceAndAdd() throws IOException {
    Job job =
        Jobs.valid(
            folder,
            Jobs.LEAST + "rewards: [{use: rule}]\nseed: 1\n",
            "seed=5",
            "runner.kind=direct",
            "rewards.0.accept=0.9",
            "rewards.1.use=guard",
            "input.files=*.jsonl",
            "select.pass_rate=[0.1, 0.9]",
            "name='2024'");
    assertThat(job.seed()).isEqualTo(5);
    assertThat(job.runner().kind()).isEqualTo(Runner.Kind.DIRECT);
    assertThat(job.rewards(Reward.Rule.class).get(0).accept()).isEqualTo(0.9);
    assertThat(job.rewards(Reward.Guards.class)).containsExactly(Reward.Guards.DEFAULT);
    assertThat(job.input().files()).containsExactly("*.jsonl");
    assertThat(job.select().passRate()).isEqualTo(new Job.PassRate(0.1, 0.9));
    assertThat(job.name()).contains("2024");
  }

  @Test
  void parametersArePutInAndOverridden() throws IOException {
    String text =
        """
        line: both
        parameters: {data: ../shared/data, out: o}
        input: {files: ['${data}/a.jsonl', '${data}/${out}.jsonl']}
        output: {directory: 'no/such/${out}'}
        """;
    assertThat(Jobs.valid(folder, text).input().files())
        .containsExactly("../shared/data/a.jsonl", "../shared/data/o.jsonl");
    Job changed = Jobs.valid(folder, text, "parameters.data=/d", "parameters.out=7");
    assertThat(changed.input().files()).containsExactly("/d/a.jsonl", "/d/7.jsonl");
    assertThat(changed.output().directory()).isEqualTo(Path.of("no/such/7"));
    assertThat(changed.parameters()).isEqualTo(Map.of("data", "/d", "out", "7"));
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreFine() throws IOException {
    assertThat(Jobs.valid(folder, "\uFEFF" + Jobs.LEAST.replace("\n", "\r\n")))
        .isEqualTo(Jobs.valid(folder, Jobs.LEAST));
  }

  @Test
  void theResolvedJobIsAJobAndGivesItselfAgain() throws IOException {
    Job job = Jobs.valid(folder, Jobs.LEAST + "rewards: [{use: rule}, {use: guard}]\n");
    assertThat(Jobs.valid(folder, job.resolvedYaml())).isEqualTo(job);
    assertThat(Jobs.valid(folder, job.resolvedJson())).isEqualTo(job);
    assertThat(job.resolvedJson()).isEqualTo(Jobs.valid(folder, job.resolvedJson()).resolvedJson());
  }

  @Test
  void sizesAreWrittenInTheLargestUnit() {
    for (String text : List.of("1B", "1000B", "3KiB", "32MiB", "2GiB", "4096GiB")) {
      assertThat(Size.parse(text).toString()).isEqualTo(text);
    }
    assertThat(Size.parse("2048KiB").toString()).isEqualTo("2MiB");
  }
}
