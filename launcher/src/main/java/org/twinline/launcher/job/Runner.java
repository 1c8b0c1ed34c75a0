package org.twinline.launcher.job;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.Require;

/**
 * What runs the pipeline.
 *
 * @param parallelism how many workers run at once, 1 to 256
 * @param master {@code host:port} of a Flink cluster's REST endpoint, for {@link Kind#FLINK} alone
 * @param staging a URI of a file system that Beam knows, where models, terminology and shards
 *     travel between workers that have no disk in common; needed for {@link Kind#DATAFLOW}
 * @param options the runner's own options by their Beam names, for {@link Kind#DATAFLOW} alone
 */
public record Runner(
    Kind kind,
    int parallelism,
    Optional<String> master,
    Optional<String> staging,
    SortedMap<String, String> options) {
  static final int MOST = 256;

  public Runner {
    Require.argument(
        parallelism >= 1 && parallelism <= MOST,
        "illegal runner.parallelism: %s, must be between 1 and %s",
        parallelism,
        MOST);
    Require.argument(
        master.isPresent() || kind != Kind.FLINK,
        "kind: flink needs master: HOST:PORT, the cluster's REST address");
    Require.argument(
        master.isEmpty() || kind == Kind.FLINK,
        "master is for kind: flink, not for kind: %s",
        kind.word());
    Require.argument(
        staging.isPresent() || kind != Kind.DATAFLOW,
        "kind: dataflow needs staging: gs://BUCKET/FOLDER");
    Require.argument(
        staging.isEmpty() || kind == Kind.FLINK || kind == Kind.DATAFLOW,
        "staging is for kind: flink and kind: dataflow, not for kind: %s",
        kind.word());
    Require.argument(
        options.isEmpty() || kind == Kind.DATAFLOW,
        "options are for kind: dataflow, not for kind: %s",
        kind.word());
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** A runner in this process. */
  public static Runner local(Kind kind, int parallelism) {
    return new Runner(kind, parallelism, Optional.empty(), Optional.empty(), new TreeMap<>());
  }

  /** Whether the workers are other processes than this one, perhaps on other machines. */
  public boolean remote() {
    return kind == Kind.FLINK || kind == Kind.DATAFLOW;
  }

  /** The runners there are. */
  public enum Kind {
    /** Flink inside this process. */
    FLINK_LOCAL,
    /** A Flink cluster. */
    FLINK,
    /** Google Cloud Dataflow; its runner comes with a build profile. */
    DATAFLOW,
    /** Beam's runner for tests. */
    DIRECT;

    /** The word in the job file. */
    public String word() {
      return Word.of(this, '-');
    }
  }
}
