package org.twinline.launcher.run;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.twinline.launcher.job.Job;

/** Pipeline options of each runner. */
final class Runners {
  private Runners() {}

  /** The options of a job's runner. */
  static PipelineOptions options(Job.Runner runner) {
    return switch (runner.kind()) {
      case FLINK_LOCAL -> flinkLocal(runner.parallelism());
      case DIRECT -> direct(runner.parallelism());
    };
  }

  private static PipelineOptions flinkLocal(int parallelism) {
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setFlinkMaster("[local]");
    options.setParallelism(parallelism);
    // Elements are immutable, so operators may hand them on without a copy.
    options.setObjectReuse(true);
    options.setFasterCopy(true);
    options.setJobName("twinline");
    return options;
  }

  private static PipelineOptions direct(int parallelism) {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(parallelism);
    // The checks encode every element several times over; tests switch them on themselves.
    options.setEnforceEncodability(false);
    options.setEnforceImmutability(false);
    return options;
  }
}
