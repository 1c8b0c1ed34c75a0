package org.twinline.core.io.beam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.dataset.DatasetLines;
import org.twinline.core.dataset.ShardResult;
import org.twinline.core.dataset.TallyFile;
import org.twinline.core.dataset.beam.WriteDatasets;
import org.twinline.core.flow.BareLines;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.GroupSink;
import org.twinline.core.flow.beam.SinkGroups;
import org.twinline.core.group.GroupBounds;
import org.twinline.core.group.beam.GroupCandidates;
import org.twinline.core.io.Inputs;
import org.twinline.core.json.Limits;
import org.twinline.core.json.adapter.Adapters;
import org.twinline.core.ledger.LedgerRow;
import org.twinline.core.ledger.Tally;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;

/** The way of a record through the pipeline, from files to staged datasets and the account. */
class ReadGroupWriteTest {
  private static final String CANARY = "kanarienvogel";
  private static final Limits LIMITS = new Limits(2_000, 20, 30, 100, 500);

  @TempDir Path folder;

  /** Keeps answers that are the reference answer, letter by letter. */
  private static final class KeepEqual implements GroupSink {
    private static final long serialVersionUID = 1;

    @Override
    public void accept(JudgedGroup group, Consumer<Flow.Line> lines, TallyBuilder tally) {
      BareLines.accept(group, lines, tally);
      for (Judged judged : group.candidates()) {
        boolean right =
            group.question().reference().alternatives().stream()
                .anyMatch(a -> a.required().contains(judged.candidate().answer()));
        if (right) {
          tally.kept(judged.candidate().place());
          lines.accept(DatasetLines.triple(group.question(), judged, 1, 0.5, Optional.empty()));
        } else {
          Judged wrong = judged.reject(Rejection.of(RejectionReason.WRONG_ANSWER, 0));
          tally.dropped(judged.candidate().place(), RejectionReason.WRONG_ANSWER);
          lines.accept(DatasetLines.rejected(group.question(), wrong));
        }
      }
    }
  }

  @Test
  void mixedFilesBecomeExactDatasetsAndAClosedLedger() throws IOException {
    Path a = folder.resolve("a.jsonl");
    Path b = folder.resolve("b.jsonl");
    String question = "\"question\":\"胸痛？\",\"references\":[\"甲\"]";
    List<String> linesOfA =
        List.of(
            "{\"id\":\"q1\","
                + question
                + ",\"candidates\":[{\"id\":\"c1\",\"cot\":\"想\",\"answer\":\"甲\"},"
                + "{\"id\":\"c2\",\"cot\":\"想\",\"answer\":\"乙\"}]}",
            "{\"id\":\"q2\",\"question\":\"" + CANARY,
            "{\"id\":\"q3\",\"question\":5,\"note\":\"" + CANARY + "\"}",
            "{\"id\":\"q4\",\"question\":\"何病？\",\"references\":[\"甲\"]}",
            "{\"id\":\"q5\",\"question\":\"无参考？\"}",
            "{\"id\":\"q6\",\"question\":\"" + CANARY.repeat(200) + "\"}");
    Files.writeString(a, String.join("\n", linesOfA) + "\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(("{\"id\":\"q7\",\"question\":\"" + CANARY).getBytes(UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xc3, '"', '}', '\n'});
    long placeOfFlat = bytes.size();
    bytes.writeBytes(
        ("{\"question_id\":\"q1\",\"id\":\"c3\"," + question + ",\"cot\":\"想\",\"answer\":\"甲\"}\n")
            .getBytes(UTF_8));
    Files.write(b, bytes.toByteArray());

    Tally tally = run(a, b);

    LedgerRow first = tally.rows().getOrDefault(0, LedgerRow.EMPTY);
    assertThat(first.read()).isEqualTo(7);
    assertThat(first.kept()).isEqualTo(2);
    assertThat(first.dropped())
        .isEqualTo(Map.of(RejectionReason.WRONG_ANSWER, 1L, RejectionReason.NO_CANDIDATES, 1L));
    assertThat(first.deadLettered()).isEqualTo(3);
    assertThat(tally.rows().get(1)).isEqualTo(new LedgerRow(2, 1, Map.of(), 1));
    assertThat(tally.rows().values()).allMatch(LedgerRow::closes);

    assertThat(lines("triples"))
        .containsExactlyInAnyOrder(
            "{\"id\":\"q1\","
                + question
                + ",\"candidate_id\":\"c1\",\"cot\":\"想\",\"answer\":\"甲\",\"scores\":[],"
                + "\"place\":\"0@0\",\"reward\":1.0,\"pass_rate\":0.5}",
            "{\"id\":\"q1\","
                + question
                + ",\"candidate_id\":\"c3\",\"cot\":\"想\",\"answer\":\"甲\",\"scores\":[],"
                + "\"place\":\"1@"
                + placeOfFlat
                + "\",\"reward\":1.0,\"pass_rate\":0.5}");
    assertThat(lines("prompts"))
        .containsExactly(
            "{\"id\":\"q4\",\"question\":\"何病？\",\"references\":[\"甲\"],\"place\":\"0@"
                + start(linesOfA, 3)
                + "\"}");
    assertThat(lines("rejected"))
        .containsExactlyInAnyOrder(
            "{\"reason\":\"wrong_answer\",\"id\":\"q1\","
                + question
                + ",\"candidate_id\":\"c2\",\"cot\":\"想\",\"answer\":\"乙\",\"scores\":[],"
                + "\"place\":\"0@0\",\"rejection\":{\"reason\":\"wrong_answer\","
                + "\"explanation\":{\"code\":\"wrong_answer\",\"value\":0.0}}}",
            "{\"reason\":\"no_candidates\",\"id\":\"q5\",\"question\":\"无参考？\",\"place\":\"0@"
                + start(linesOfA, 4)
                + "\",\"rejection\":{\"reason\":\"no_candidates\","
                + "\"explanation\":{\"code\":\"no_candidates\",\"value\":1.0}}}");
    assertThat(lines("dead-letters"))
        .hasSize(4)
        .anyMatch(l -> l.startsWith(letter("malformed_json", 0, start(linesOfA, 1))))
        .anyMatch(l -> l.startsWith(letter("wrong_type", 0, start(linesOfA, 2))))
        .anyMatch(l -> l.startsWith(letter("line_too_long", 0, start(linesOfA, 5))))
        .anyMatch(l -> l.startsWith(letter("invalid_utf8", 1, 0)))
        .noneMatch(l -> l.contains(CANARY));
  }

  @Test
  void overflowIsRejectedAndAccountedFor() throws IOException {
    Path file = folder.resolve("big.jsonl");
    List<String> flat = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      flat.add(
          "{\"question_id\":\"q\",\"id\":\"c"
              + i
              + "\",\"question\":\"胸痛？\",\"references\":[\"甲\"],\"cot\":\"想\",\"answer\":\"甲\"}");
    }
    Files.write(file, flat);

    Tally tally = run(file);

    assertThat(tally.total())
        .isEqualTo(new LedgerRow(700, 512, Map.of(RejectionReason.GROUP_OVERFLOW, 188L), 0));
    assertThat(lines("triples")).hasSize(512).doesNotHaveDuplicates();
    assertThat(lines("rejected"))
        .hasSize(188)
        .allMatch(l -> l.startsWith("{\"reason\":\"group_overflow\""));
  }

  @Test
  void theAccountNamesEveryShardAndAllOfItsLines() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, "{\"id\":\"q\",\"question\":\"胸痛？\",\"references\":[\"甲\"]}\nx\n");

    Tally tally = run(file);

    for (ShardResult shard : tally.shards()) {
      Path path = folder.resolve("staging").resolve(shard.dataset()).resolve(shard.file());
      assertThat(Files.size(path)).isEqualTo(shard.content().bytes());
      assertThat(Files.readAllLines(path)).hasSize((int) shard.content().records());
    }
    assertThat(tally.shards())
        .extracting(ShardResult::dataset)
        .containsExactlyInAnyOrder("prompts", "dead-letters");
  }

  private Tally run(Path... files) throws IOException {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    Path staging = folder.resolve("staging");
    pipeline
        .apply(
            "Read",
            ReadRecords.of(
                Inputs.resolve(Stream.of(files).map(Path::toString).toList()),
                Adapters.named("canonical", LIMITS),
                LIMITS))
        .apply("Group", GroupCandidates.within(GroupBounds.DEFAULT))
        .apply("Sink", SinkGroups.into(new KeepEqual()))
        .apply("Write", WriteDatasets.to(staging.toString()));
    pipeline.run().waitUntilFinish();
    return TallyFile.read(staging.toString());
  }

  private List<String> lines(String dataset) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> shards = Files.list(folder.resolve("staging").resolve(dataset))) {
      for (Path shard : shards.toList()) {
        lines.addAll(Files.readAllLines(shard));
      }
    }
    return lines;
  }

  private static long start(List<String> lines, int index) {
    return lines.subList(0, index).stream().mapToLong(l -> l.getBytes(UTF_8).length + 1).sum();
  }

  private static String letter(String code, int file, long offset) {
    return "{\"code\":\"" + code + "\",\"place\":\"" + file + "@" + offset + "\",";
  }
}
