package org.twinline.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.job.Runner;

/** Pipeline options of each runner. */
final class Runners {
  /** How often a cluster starts a job again after it lost a worker. */
  private static final int RESTARTS = 3;

  private static final long RESTART_DELAY_MILLIS = 2_000;

  private Runners() {}

  /**
   * Begins, beside whatever the caller does next, what Beam does once a process: reading every
   * option of every runner on the class path, most of a second.
   */
  static void begin() {
    Thread beside = new Thread(PipelineOptionsFactory::create, "options");
    beside.setDaemon(true);
    beside.start();
  }

  /**
   * The options of a job's runner.
   *
   * @throws Failure if the runner is not there or refuses its options
   */
  static PipelineOptions options(Runner runner) {
    return switch (runner.kind()) {
      case FLINK_LOCAL -> flink("[local]", runner.parallelism());
      case FLINK -> cluster(runner);
      case DATAFLOW -> dataflow(runner);
      case DIRECT -> direct(runner.parallelism());
    };
  }

  private static FlinkPipelineOptions flink(String master, int parallelism) {
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setFlinkMaster(master);
    options.setParallelism(parallelism);
    // Elements are immutable, so operators may hand them on without a copy.
    options.setObjectReuse(true);
    options.setFasterCopy(true);
    // No step counts with Beam's metrics; Flink's own count records and bytes.
    options.setDisableMetrics(true);
    options.setJobName("twinline");
    return options;
  }

  /**
   * A cluster's workers have Twinline's library folder on their own class path, so that native
   * libraries are loaded once a process and nothing is uploaded with the job.
   */
  private static FlinkPipelineOptions cluster(Runner runner) {
    String master = runner.master().orElseThrow();
    FlinkCluster.at(master).check(runner.parallelism());
    FlinkPipelineOptions options = flink(master, runner.parallelism());
    // Beam takes an empty list for a missing one and would upload this whole class path.
    options.setFilesToStage(List.of(emptyJar().toString()));
    // Without it a batch job fails with the first worker it loses.
    options.setNumberOfExecutionRetries(RESTARTS);
    options.setExecutionRetryDelay(RESTART_DELAY_MILLIS);
    return options;
  }

  private static Path emptyJar() {
    try {
      Path jar = Files.createTempFile("twinline-job", ".jar");
      jar.toFile().deleteOnExit();
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), new Manifest())) {
        out.finish();
      }
      return jar;
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED,
          "cannot write a temporary file: " + e,
          "look at space and rights of java.io.tmpdir",
          e);
    }
  }

  /** The runner is found by its name: it is on the class path only in its own build profile. */
  private static PipelineOptions dataflow(Runner runner) {
    List<String> arguments = new ArrayList<>(List.of("--runner=DataflowRunner"));
    if (!runner.options().containsKey("maxNumWorkers")) {
      arguments.add("--maxNumWorkers=" + runner.parallelism());
    }
    runner.options().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    try {
      return PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new))
          .withValidation()
          .create();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      boolean absent = message.contains("Unknown 'runner'");
      throw new Failure(
          ExitCode.USAGE,
          absent
              ? "the Dataflow runner is not in this build"
              : "the Dataflow runner refuses runner.options: " + message,
          absent ? "build with it: mvn -B -DskipTests -Pdataflow package" : "",
          e);
    }
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
