package org.twinline.launcher.plan;

import java.util.List;
import java.util.Optional;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.Runner;

/**
 * Time and memory of a run, from figures measured on two cores of a server (docs/measurements.md):
 *
 * <pre>
 * time   = start + (triples · (A + B · KiB of a line / triple) + Σ tokens / speed) / workers
 * heap   = 768 MiB + workers · (64 MiB + 4 · line_bytes [+ 128 MiB with models]) + 2 · max_bytes
 *          + 24 B · names [+ 12 KiB · triples on the direct runner]
 * beside = encoders + index + 300 MiB + workers · 150 MiB with models
 * </pre>
 *
 * <p>{@code workers} is the lesser of parallelism and cores. The range is half and twice the part
 * that is not start: machines differ, and so do answers.
 */
final class CostModel {
  private static final long MIB = 1 << 20;

  private static final double FLINK_START = 7;
  private static final double DIRECT_START = 3;
  private static final double ENCODER_START = 2.5;
  private static final double BUNDLE_START = 1;

  /** Seconds a triple: reading, grouping, what Beam adds, writing. */
  private static final double TRIPLE = 150e-6;

  /** Seconds a KiB of a triple's line: parsing, guards, rules, reasoning. */
  private static final double KIB = 180e-6;

  /** Seconds a question on the direct runner. */
  private static final double DIRECT_QUESTION = 10e-3;

  /** Tokens a second of one core: the Chinese encoder has 4 layers, the English one 12. */
  private static final double ZH_TOKENS = 2_700;

  private static final double EN_TOKENS = 1_300;

  /** The share of verifiable triples of which the rules are unsure. */
  private static final double UNSURE = 0.06;

  private final Job job;
  private final Optional<Pinned.PinnedTerminology> terminology;
  private final List<Pinned.PinnedModel> models;
  private final int cores;

  CostModel(
      Job job,
      Optional<Pinned.PinnedTerminology> terminology,
      List<Pinned.PinnedModel> models,
      int cores) {
    this.job = job;
    this.terminology = terminology;
    this.models = List.copyOf(models);
    this.cores = cores;
  }

  /** Tokens and the seconds of one core that they take. */
  record Encoding(double tokens, double seconds) {}

  /** What models read, if all of the input is like the sample. */
  Encoding encoding(SampleCounts sample, double scale) {
    double tokens = 0;
    double seconds = 0;
    for (Pinned.PinnedModel model : models) {
      double share = (double) sample.verifiable() / Math.max(1, sample.triples());
      double asked =
          switch (model.kind()) {
            case "verifier" -> share * UNSURE;
            case "actions" -> 1;
            default -> 1 - share;
          };
      for (String language : model.languages()) {
        for (String template : model.templates()) {
          double read = sample.tokens(language, template) * scale * asked;
          tokens += read;
          seconds += read / (language.equals("zh") ? ZH_TOKENS : EN_TOKENS);
        }
      }
    }
    return new Encoding(tokens, seconds);
  }

  Outlook.Time time(long lines, long triples, double bytes, Encoding encoding) {
    boolean direct = job.runner().kind() == Runner.Kind.DIRECT;
    int workers =
        job.runner().remote()
            ? job.runner().parallelism()
            : Math.min(job.runner().parallelism(), cores);
    double start =
        (direct ? DIRECT_START : FLINK_START)
            + encoders().size() * ENCODER_START
            + models.size() * BUNDLE_START;
    double work =
        (triples * TRIPLE
                + bytes / 1024 * KIB
                + (direct ? lines * DIRECT_QUESTION : 0)
                + encoding.seconds())
            / workers;
    return new Outlook.Time(start * 0.7 + work / 2, start + work, start * 2 + work * 2, cores);
  }

  Outlook.Memory memory(long triples) {
    boolean scored = !models.isEmpty();
    long workers = job.runner().parallelism();
    long heap =
        768 * MIB
            + workers
                * (64 * MIB
                    + 4 * job.input().limits().lineBytes().bytes()
                    + (scored ? 128 * MIB : 0))
            + 2 * job.group().maxBytes().bytes()
            + 24 * terminology.map(Pinned.PinnedTerminology::names).orElse(0L)
            + (job.runner().kind() == Runner.Kind.DIRECT ? 12 * 1024 * triples : 0);
    long encoders = encoders().stream().mapToLong(Pinned.PinnedEncoder::bytes).sum();
    long beside =
        300 * MIB
            + encoders
            + (scored ? workers * 150 * MIB : 0)
            + terminology.map(Pinned.PinnedTerminology::bytes).orElse(0L);
    return new Outlook.Memory(roundedUp(heap), roundedUp(beside));
  }

  private List<Pinned.PinnedEncoder> encoders() {
    return models.stream().map(Pinned.PinnedModel::encoder).distinct().toList();
  }

  private static long roundedUp(long bytes) {
    return (bytes + 128 * MIB - 1) / (128 * MIB) * (128 * MIB);
  }
}
