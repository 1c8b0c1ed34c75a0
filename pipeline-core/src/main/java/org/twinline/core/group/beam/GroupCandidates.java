package org.twinline.core.group.beam;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.twinline.core.dataset.DatasetLines;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.FlowCodec;
import org.twinline.core.flow.beam.FlowCoder;
import org.twinline.core.group.GroupAssembler;
import org.twinline.core.group.GroupBounds;
import org.twinline.core.group.Parcel;
import org.twinline.core.io.Progress;
import org.twinline.core.json.CandidateGroupCodec;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;

/**
 * Lines of one question become one bounded group: the pipeline's one shuffle. Takes {@link Parcel}s
 * by key; what does not fit the bounds leaves as {@code rejected} lines at once.
 */
public final class GroupCandidates
    extends PTransform<PCollection<KV<byte[], byte[]>>, PCollection<Flow>> {
  private static final long serialVersionUID = 1;
  private final GroupBounds bounds;

  private GroupCandidates(GroupBounds bounds) {
    this.bounds = bounds;
  }

  /** Grouping within bounds. */
  public static GroupCandidates within(GroupBounds bounds) {
    return new GroupCandidates(bounds);
  }

  @Override
  public PCollection<Flow> expand(PCollection<KV<byte[], byte[]>> parcels) {
    return parcels
        .apply("ByQuestion", GroupByKey.create())
        .apply("Assemble", ParDo.of(new AssembleFn(bounds)))
        .setCoder(FlowCoder.of());
  }

  private static final class AssembleFn extends DoFn<KV<byte[], Iterable<byte[]>>, Flow> {
    private static final long serialVersionUID = 1;
    private final GroupBounds bounds;
    private transient @Nullable TallyBuilder tally;

    AssembleFn(GroupBounds bounds) {
      this.bounds = bounds;
    }

    @StartBundle
    public void start() {
      tally = new TallyBuilder();
    }

    @ProcessElement
    public void process(@Element KV<byte[], Iterable<byte[]>> lines, OutputReceiver<Flow> out)
        throws MalformedRecord {
      GroupAssembler assembler =
          new GroupAssembler(bounds, (question, rejected) -> reject(question, rejected, out));
      boolean any = false;
      for (byte[] parcel : lines.getValue()) {
        if (Parcel.isFragment(parcel)) {
          assembler.add(CandidateGroupCodec.INSTANCE.fromBytes(Parcel.content(parcel)));
          any = true;
        } else {
          out.output(FlowCodec.fromBytes(Parcel.content(parcel)));
        }
      }
      if (any) {
        CandidateGroup group =
            assembler.finish((question, place) -> rejectBare(question, place, out));
        out.output(new Flow.Group(JudgedGroup.fresh(group)));
        Progress.GROUPS.increment();
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      context.output(new Flow.Account(tally().finish()), Instant.EPOCH, GlobalWindow.INSTANCE);
    }

    private void reject(
        Question question, GroupAssembler.Rejected rejected, OutputReceiver<Flow> out) {
      tally().dropped(rejected.candidate().place(), rejected.rejection().reason());
      Judged judged = Judged.fresh(rejected.candidate()).reject(rejected.rejection());
      out.output(DatasetLines.rejected(question, judged));
    }

    private void rejectBare(Question question, Place place, OutputReceiver<Flow> out) {
      tally().dropped(place, RejectionReason.QUESTION_CONFLICT);
      out.output(
          DatasetLines.rejectedBare(
              question, place, Rejection.of(RejectionReason.QUESTION_CONFLICT)));
    }

    private TallyBuilder tally() {
      if (tally == null) {
        throw new IllegalStateException("Cannot process before the bundle starts");
      }
      return tally;
    }
  }
}
