package org.twinline.launcher.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.dataset.DatasetLines;
import org.twinline.core.dataset.ShardCompression;
import org.twinline.core.dataset.ShardResult;
import org.twinline.core.dataset.StagedDatasets;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.FlowCodec;
import org.twinline.core.flow.GroupSink;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.group.GroupAssembler;
import org.twinline.core.group.GroupBounds;
import org.twinline.core.group.Parcel;
import org.twinline.core.group.ParcelMaker;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.Slice;
import org.twinline.core.io.SliceReader;
import org.twinline.core.json.CandidateGroupCodec;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.adapter.Adapters;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.resource.ResourceRef;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.reward.guard.GuardSettings;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.step.RecogniseKind;
import org.twinline.reward.step.RewardPlan;
import org.twinline.terminology.IndexDescription;
import org.twinline.verifiable.Selection;
import org.twinline.verifiable.VerifiableConfiguration;
import org.twinline.verifiable.VerifiableLine;

/**
 * The verifiable line as one plain program: the same library calls and codecs, a hash map for the
 * shuffle, one thread, no Beam. What the pipeline costs beyond this is what Beam adds.
 *
 * <p>Arguments: input, output folder, terminology folder.
 */
public final class PlainLine {
  private final Map<ByteBuffer, List<byte[]>> shuffle = new LinkedHashMap<>();
  private final TallyBuilder tally = new TallyBuilder();
  private final List<GroupStep> steps = new ArrayList<>();
  private final GroupSink sink;
  private final StagedDatasets out;

  private PlainLine(Path output, Path terminology) {
    VerifiableConfiguration configuration =
        new VerifiableConfiguration(
            Optional.of(
                new ResourceRef(
                    terminology.toString(), IndexDescription.read(terminology).contentHash())),
            GuardSettings.of(List.of("empty_answer", "no_reasoning", "repetition", "flood")),
            RuleSettings.DEFAULT,
            List.of(),
            RewardPlan.NONE,
            new Selection(0, 1, 4, 17),
            VerifiableConfiguration.Reporting.NONE);
    VerifiableLine line = VerifiableLine.of(configuration);
    steps.add(new RecogniseKind());
    steps.addAll(line.ruleSteps());
    sink = line.selection();
    out = new StagedDatasets(output.toString(), ShardCompression.NONE);
  }

  /** Runs the line and prints what came out. */
  public static void main(String[] arguments) throws IOException, MalformedRecord {
    PlainLine line = new PlainLine(Path.of(arguments[1]), Path.of(arguments[2]));
    line.read(arguments[0]);
    line.judge();
    for (ShardResult shard : line.out.finish()) {
      System.out.printf(
          Locale.ROOT,
          "%s %d %s%n",
          shard.dataset(),
          shard.content().records(),
          shard.content().digest().hex());
    }
  }

  private void read(String input) throws IOException {
    ParcelMaker maker = new ParcelMaker(Adapters.named("canonical"));
    SliceReader reader = new SliceReader(Limits.DEFAULT);
    for (Slice slice : Slice.of(Inputs.resolve(List.of(input)))) {
      reader.read(
          slice,
          new SliceReader.Sink() {
            @Override
            public void line(Place place, byte[] line) {
              keep(maker.line(place, line));
            }

            @Override
            public void malformed(Place place, MalformedRecord fault) {
              keep(maker.malformed(place, fault));
            }
          });
    }
    keep(maker.account("read"));
  }

  private void keep(ParcelMaker.Keyed keyed) {
    shuffle
        .computeIfAbsent(ByteBuffer.wrap(keyed.key()), k -> new ArrayList<>(4))
        .add(keyed.parcel());
  }

  private void judge() throws IOException, MalformedRecord {
    steps.forEach(GroupStep::open);
    for (List<byte[]> parcels : shuffle.values()) {
      group(parcels);
    }
    steps.forEach(GroupStep::close);
    if (!tally.finish().total().closes()) {
      throw new IllegalStateException("the ledger does not close");
    }
  }

  private void group(List<byte[]> parcels) throws IOException, MalformedRecord {
    List<Flow.Line> rejects = new ArrayList<>();
    GroupAssembler assembler =
        new GroupAssembler(
            GroupBounds.DEFAULT,
            (question, rejected) -> {
              tally.dropped(rejected.candidate().place(), rejected.rejection().reason());
              rejects.add(
                  DatasetLines.rejected(
                      question, Judged.fresh(rejected.candidate()).reject(rejected.rejection())));
            });
    boolean any = false;
    for (byte[] parcel : parcels) {
      if (Parcel.isFragment(parcel)) {
        assembler.add(CandidateGroupCodec.INSTANCE.fromBytes(Parcel.content(parcel)));
        any = true;
      } else {
        passenger(FlowCodec.fromBytes(Parcel.content(parcel)));
      }
    }
    if (any) {
      JudgedGroup group = JudgedGroup.fresh(assembler.finish((question, place) -> {}));
      for (GroupStep step : steps) {
        group = step.apply(group);
      }
      sink.accept(group, rejects::add, tally);
    }
    for (Flow.Line line : rejects) {
      out.write(line.dataset(), line.json());
    }
  }

  private void passenger(Flow flow) throws IOException {
    if (flow instanceof Flow.Line line) {
      out.write(line.dataset(), line.json());
    } else if (flow instanceof Flow.Account account) {
      tally.add(account.tally());
    }
  }
}
