package org.twinline.core.flow.beam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.core.TripleFixtures.candidate;
import static org.twinline.core.TripleFixtures.question;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.twinline.core.flow.BatchStep;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.GroupBuffer;
import org.twinline.core.ledger.Tally;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Score;

class BatchGroupsTest {
  private static final int CANDIDATES = 500;
  private static final int GROUPS = 40;

  /** Writes down the size of the batch; fails beyond the buffer's bound. */
  private static final class Batched implements BatchStep {
    private static final long serialVersionUID = 1;
    private final int most;
    private transient boolean open;

    Batched(int most) {
      this.most = most;
    }

    @Override
    public int mostCandidates() {
      return most;
    }

    @Override
    public void open() {
      open = true;
    }

    @Override
    public boolean concerns(JudgedGroup group) {
      return !group.candidates().isEmpty();
    }

    @Override
    public List<JudgedGroup> apply(List<JudgedGroup> groups) {
      if (!open) {
        throw new IllegalStateException("Cannot apply before open");
      }
      int size = groups.stream().mapToInt(g -> g.candidates().size()).sum();
      if (size >= most + CANDIDATES) {
        throw new IllegalStateException("Cannot take a batch of " + size);
      }
      Score score = new Score("batch", size / 10_000.0, Explanation.of("batch", size));
      return groups.stream().map(group -> group.map(judged -> judged.with(score))).toList();
    }
  }

  @Test
  void allGroupsComeOutOnceFromBoundedBatches() {
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      flows.add(new Flow.Group(group("q" + i, CANDIDATES)));
    }
    Pipeline pipeline = pipeline();
    PCollection<String> out =
        pipeline
            .apply(Create.of(flows).withCoder(FlowCoder.of()))
            .apply(BatchGroups.through(new Batched(GroupBuffer.MAX_CANDIDATES)))
            .apply(MapElements.into(TypeDescriptors.strings()).via(BatchGroupsTest::summary));

    PAssert.that(out)
        .satisfies(
            summaries -> {
              List<String> seen = new ArrayList<>();
              boolean together = false;
              for (String summary : summaries) {
                String[] parts = summary.split(" ", -1);
                seen.add(parts[0]);
                assertThat(parts[1]).isEqualTo("candidates=" + CANDIDATES);
                together |= Double.parseDouble(parts[2]) > CANDIDATES;
              }
              assertThat(seen).hasSize(GROUPS).doesNotHaveDuplicates();
              assertThat(together).as("more than one group in a batch").isTrue();
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aStepMayAskForSmallerBatches() {
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      flows.add(new Flow.Group(group("q" + i, CANDIDATES)));
    }
    Pipeline pipeline = pipeline();
    PCollection<String> out =
        pipeline
            .apply(Create.of(flows).withCoder(FlowCoder.of()))
            .apply(BatchGroups.through(new Batched(1)))
            .apply(MapElements.into(TypeDescriptors.strings()).via(BatchGroupsTest::summary));

    PAssert.that(out)
        .satisfies(
            summaries -> {
              List<String> seen = new ArrayList<>();
              for (String summary : summaries) {
                String[] parts = summary.split(" ", -1);
                seen.add(parts[0]);
                assertThat(Double.parseDouble(parts[2])).isEqualTo(CANDIDATES);
              }
              assertThat(seen).hasSize(GROUPS).doesNotHaveDuplicates();
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void whatDoesNotConcernTheStepPassesBy() {
    Flow line = new Flow.Line("triples", "{}".getBytes(UTF_8));
    Flow account = new Flow.Account(Tally.EMPTY);
    Flow bare =
        new Flow.Group(new JudgedGroup(question("bare", "?"), List.of(), List.of(new Place(0, 0))));
    Pipeline pipeline = pipeline();
    PCollection<Flow> out =
        pipeline
            .apply(Create.of(line, account, bare).withCoder(FlowCoder.of()))
            .apply(BatchGroups.through(new Batched(GroupBuffer.MAX_CANDIDATES)));

    PAssert.that(out)
        .satisfies(
            passed -> {
              List<String> kinds = new ArrayList<>();
              passed.forEach(flow -> kinds.add(kind(flow)));
              assertThat(kinds).containsExactlyInAnyOrder("line triples {}", "account", "bare []");
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  /** A group's id, its candidates and the size of the batch that scored all of them once. */
  private static String summary(Flow flow) {
    JudgedGroup group = ((Flow.Group) flow).group();
    List<String> batches =
        group.candidates().stream()
            .map(
                j -> j.scores().stream().map(s -> "" + s.explanation().value()).toList().toString())
            .distinct()
            .toList();
    String batch = batches.get(0).replace("[", "").replace("]", "");
    return group.question().id()
        + " candidates="
        + group.candidates().size()
        + " "
        + (batches.size() == 1 ? batch : "different");
  }

  private static String kind(Flow flow) {
    if (flow instanceof Flow.Line line) {
      return "line " + line.dataset() + " " + new String(line.json(), UTF_8);
    }
    return flow instanceof Flow.Group group
        ? group.group().question().id() + " " + group.group().candidates()
        : "account";
  }

  private static Pipeline pipeline() {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setTargetParallelism(1);
    // The checks encode every element several times over; codecs have tests of their own.
    options.setEnforceEncodability(false);
    options.setEnforceImmutability(false);
    return TestPipeline.fromOptions(options).enableAbandonedNodeEnforcement(false);
  }

  private static JudgedGroup group(String id, int candidates) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      judged.add(Judged.fresh(candidate(id + "-" + i, "想", "甲", new Place(0, i))));
    }
    return new JudgedGroup(question(id, "胸痛？"), judged, List.of());
  }
}
