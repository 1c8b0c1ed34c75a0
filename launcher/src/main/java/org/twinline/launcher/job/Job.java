package org.twinline.launcher.job;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.Require;
import org.twinline.core.export.Trainer;
import org.twinline.reward.djl.Encoders;

/**
 * A job: what one run reads, how it judges, what it writes. Parameters are put in already; paths
 * are as written, so relative ones are taken from the working directory.
 */
public record Job(
    Optional<String> name,
    Line line,
    SortedMap<String, String> parameters,
    Input input,
    Output output,
    Optional<Path> terminology,
    List<Reward> rewards,
    Composites composite,
    Select select,
    long seed,
    Runner runner,
    Errors errors,
    Group group,
    Models models,
    Report report) {

  /** The seed of a job that names none. */
  public static final long SEED = 17;

  public Job {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    rewards = List.copyOf(rewards);
    requireOne(Reward.Rule.class, "rule", rewards);
    requireOne(Reward.Guards.class, "guard", rewards);
    requireOne(Reward.Process.class, "process", rewards);
    requireOne(Reward.Consistency.class, "consistency", rewards);
  }

  private static void requireOne(Class<? extends Reward> type, String use, List<Reward> rewards) {
    long count = rewards.stream().filter(type::isInstance).count();
    Require.argument(count <= 1, "rewards has %s entries with use: %s, at most 1", count, use);
  }

  /** The rewards of one kind, in their order. */
  public <R extends Reward> List<R> rewards(Class<R> type) {
    return rewards.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The whole configuration with its defaults as JSON, itself a valid job; deterministic. */
  public String resolvedJson() {
    return ResolvedJob.json(this);
  }

  /** The whole configuration with its defaults as YAML, itself a valid job; deterministic. */
  public String resolvedYaml() {
    return ResolvedJob.yaml(this);
  }

  /** The line that takes the records. */
  public enum Line {
    VERIFIABLE,
    UNVERIFIABLE,
    /** Routed by answer kind. */
    BOTH;

    /** The word in the job file. */
    public String word() {
      return Word.of(this, '-');
    }
  }

  /**
   * Where and how datasets are written.
   *
   * @param exports the trainers that get files of their own
   * @param license of what is written, as Hugging Face names it; {@code other} where unstated
   */
  public record Output(
      Path directory, Compression compression, List<Trainer> exports, String license) {
    /** The licence of a job that names none. */
    public static final String LICENSE = "other";

    public Output {
      exports = List.copyOf(exports);
    }
  }

  /** Compression of shards. */
  public enum Compression {
    NONE,
    GZIP,
    ZSTD;

    /** The word in the job file. */
    public String word() {
      return Word.of(this, '-');
    }
  }

  /**
   * Which of the judged candidates are kept.
   *
   * @param stages of the training, from easy to hard; none where groups are not told apart
   * @param perQuestion the most candidates kept of a question
   * @param margin the least difference in reward within a pair, in [0,1]
   * @param minReward the least reward on the unverifiable line, in [0,1]
   */
  public record Select(
      PassRate passRate,
      List<Stage> stages,
      Keep keep,
      int perQuestion,
      double margin,
      double minReward) {
    public static final Select DEFAULT =
        new Select(new PassRate(0, 1), List.of(), Keep.CORRECT, 4, 0.1, 0);

    public Select {
      stages = List.copyOf(stages);
      Require.argument(
          perQuestion >= 1 && perQuestion <= 1_000_000,
          "illegal select.per_question: %s, must be between 1 and 1000000",
          perQuestion);
      Require.inRange("select.margin", margin, 0, 1);
      Require.inRange("select.min_reward", minReward, 0, 1);
    }
  }

  /**
   * A stage of the training: questions of a band of pass rates.
   *
   * @param composite instead of the job's; none where that holds in the stage too
   */
  public record Stage(String name, PassRate passRate, Composites composite) {}

  /** A band of pass rates, both ends included. */
  public record PassRate(double low, double high) {
    public PassRate {
      Require.inRange("select.pass_rate", low, 0, 1);
      Require.inRange("select.pass_rate", high, 0, 1);
      Require.argument(
          low <= high, "illegal select.pass_rate: [%s, %s], must be [low, high]", low, high);
    }
  }

  /** Which candidates of the verifiable line are kept. */
  public enum Keep {
    CORRECT
  }

  /** The largest share of dead letters among the records read, in [0,1]. */
  public record Errors(double maxRate) {
    public static final Errors DEFAULT = new Errors(0.01);

    public Errors {
      Require.inRange("errors.max_rate", maxRate, 0, 1);
    }
  }

  /** Bounds on one question with its candidates. */
  public record Group(int maxCandidates, Size maxBytes) {
    public static final Group DEFAULT = new Group(512, Size.parse("32MiB"));

    public Group {
      Require.argument(
          maxCandidates >= 1 && maxCandidates <= 100_000,
          "illegal group.max_candidates: %s, must be between 1 and 100000",
          maxCandidates);
      Require.argument(
          maxBytes.bytes() >= 1 << 10,
          "illegal group.max_bytes: %s, must be at least 1KiB",
          maxBytes);
    }
  }

  /** What the report shows: so many judged questions of each line, with their text; 0 for none. */
  public record Report(int examples) {
    public static final Report DEFAULT = new Report(0);

    public Report {
      Require.argument(
          examples >= 0 && examples <= 40,
          "illegal report.examples: %s, must be between 0 and 40",
          examples);
    }
  }

  /**
   * Weights of scores, by task; {@code default} for tasks without their own on the verifiable line,
   * {@code text} for the unverifiable line.
   */
  public record Composites(SortedMap<String, SortedMap<String, Double>> weights) {
    /** No composite: the outcome, or the preference, is the reward. */
    public static final Composites NONE = new Composites(new TreeMap<>());

    /** The key of tasks without their own. */
    public static final String STANDARD = "default";

    /** The key of the unverifiable line. */
    public static final String TEXT = "text";

    public Composites {
      SortedMap<String, SortedMap<String, Double>> copy = new TreeMap<>();
      weights.forEach(
          (key, scores) -> {
            Require.argument(
                scores.values().stream().anyMatch(weight -> weight > 0),
                "the weights of %s are all 0",
                key);
            copy.put(key, Collections.unmodifiableSortedMap(new TreeMap<>(scores)));
          });
      weights = Collections.unmodifiableSortedMap(copy);
    }
  }

  /**
   * Where assembled encoders live.
   *
   * @param allow SHA-256 of the {@code model.pt} files of foreign code that may run
   */
  public record Models(Path encoders, List<String> allow) {
    public Models {
      allow = List.copyOf(allow);
    }

    /** As bundles are opened. */
    public Encoders access() {
      return Encoders.in(encoders).allowing(allow);
    }
  }
}
