package org.twinline.core.flow.beam;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.GroupStep;

/** Runs a {@link GroupStep} on every group; lines and accounts pass by. */
public final class MapGroups extends PTransform<PCollection<Flow>, PCollection<Flow>> {
  private static final long serialVersionUID = 1;
  private final GroupStep step;

  private MapGroups(GroupStep step) {
    this.step = step;
  }

  /** The transform of a step. */
  public static MapGroups through(GroupStep step) {
    return new MapGroups(step);
  }

  @Override
  public PCollection<Flow> expand(PCollection<Flow> input) {
    return input.apply("Groups", ParDo.of(new StepFn(step))).setCoder(FlowCoder.of());
  }

  private static final class StepFn extends DoFn<Flow, Flow> {
    private static final long serialVersionUID = 1;
    private final GroupStep step;

    StepFn(GroupStep step) {
      this.step = step;
    }

    @Setup
    public void open() {
      step.open();
    }

    @ProcessElement
    public void process(@Element Flow flow, OutputReceiver<Flow> out) {
      out.output(
          flow instanceof Flow.Group group ? new Flow.Group(step.apply(group.group())) : flow);
    }

    @Teardown
    public void close() {
      step.close();
    }
  }
}
