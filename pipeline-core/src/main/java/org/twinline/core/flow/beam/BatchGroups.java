package org.twinline.core.flow.beam;

import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.twinline.core.flow.BatchStep;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.GroupBuffer;
import org.twinline.core.verdict.JudgedGroup;

/**
 * Runs a {@link BatchStep} on groups gathered in a bounded buffer: a full buffer is worked off from
 * within the element that filled it, the end of the bundle flushes the rest. For batch pipelines in
 * the global window.
 */
public final class BatchGroups extends PTransform<PCollection<Flow>, PCollection<Flow>> {
  private static final long serialVersionUID = 1;
  private final BatchStep step;

  private BatchGroups(BatchStep step) {
    this.step = step;
  }

  /** The transform of a step. */
  public static BatchGroups through(BatchStep step) {
    return new BatchGroups(step);
  }

  @Override
  public PCollection<Flow> expand(PCollection<Flow> input) {
    return input.apply("Batches", ParDo.of(new BatchFn(step))).setCoder(FlowCoder.of());
  }

  private static final class BatchFn extends DoFn<Flow, Flow> {
    private static final long serialVersionUID = 1;
    private final BatchStep step;
    private transient @Nullable GroupBuffer buffer;

    BatchFn(BatchStep step) {
      this.step = step;
    }

    @Setup
    public void open() {
      step.open();
      buffer = new GroupBuffer(step.mostCandidates(), GroupBuffer.MAX_BYTES);
    }

    @ProcessElement
    public void process(@Element Flow flow, OutputReceiver<Flow> out) {
      if (!(flow instanceof Flow.Group group) || !step.concerns(group.group())) {
        out.output(flow);
        return;
      }
      GroupBuffer waiting = buffer();
      waiting.add(group.group());
      if (waiting.full()) {
        flush(waiting, out::output);
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      flush(buffer(), flow -> context.output(flow, Instant.EPOCH, GlobalWindow.INSTANCE));
    }

    @Teardown
    public void close() {
      step.close();
    }

    private GroupBuffer buffer() {
      if (buffer == null) {
        throw new IllegalStateException("Cannot process before set-up");
      }
      return buffer;
    }

    private void flush(GroupBuffer waiting, Consumer<Flow> out) {
      for (JudgedGroup group : step.apply(waiting.drain())) {
        out.accept(new Flow.Group(group));
      }
    }
  }
}
