package org.twinline.core.flow.beam;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.GroupSink;
import org.twinline.core.io.Progress;
import org.twinline.core.ledger.TallyBuilder;

/** Runs a {@link GroupSink}: groups become lines, and one account a bundle. */
public final class SinkGroups extends PTransform<PCollection<Flow>, PCollection<Flow>> {
  private static final long serialVersionUID = 1;
  private final GroupSink sink;

  private SinkGroups(GroupSink sink) {
    this.sink = sink;
  }

  /** The transform of a sink. */
  public static SinkGroups into(GroupSink sink) {
    return new SinkGroups(sink);
  }

  @Override
  public PCollection<Flow> expand(PCollection<Flow> input) {
    return input.apply("Lines", ParDo.of(new SinkFn(sink))).setCoder(FlowCoder.of());
  }

  private static final class SinkFn extends DoFn<Flow, Flow> {
    private static final long serialVersionUID = 1;
    private final GroupSink sink;
    private transient @Nullable TallyBuilder tally;

    SinkFn(GroupSink sink) {
      this.sink = sink;
    }

    @StartBundle
    public void start() {
      tally = new TallyBuilder();
    }

    @ProcessElement
    public void process(@Element Flow flow, OutputReceiver<Flow> out) {
      if (flow instanceof Flow.Group group) {
        sink.accept(group.group(), out::output, tally());
        Progress.FINISHED.increment();
      } else {
        out.output(flow);
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      context.output(new Flow.Account(tally().finish()), Instant.EPOCH, GlobalWindow.INSTANCE);
    }

    private TallyBuilder tally() {
      if (tally == null) {
        throw new IllegalStateException("Cannot process before the bundle starts");
      }
      return tally;
    }
  }
}
