package org.twinline.launcher.plan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.twinline.core.io.InputFile;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.job.Job;

/** What is expected of a run, from a bounded sample of its input. */
public final class Forecast {
  private Forecast() {}

  /**
   * Looks at a job without hashing its input.
   *
   * @throws org.twinline.launcher.cli.Failure if something named cannot be used
   * @throws IOException if something cannot be read
   */
  public static Outlook of(Job job, Reading reading, Terminal terminal) throws IOException {
    Pinning pinning = new Pinning(job, terminal.err());
    return of(job, reading, pinning.terminology(), pinning.models());
  }

  /** Reads a bounded sample of files, without a job. */
  public static SampleCounts sample(List<InputFile> files, Reading reading, Job.Line line)
      throws IOException {
    SampleCounts counts = new SampleCounts(line);
    new SampleReader(reading.adapter(), reading.limits(), counts).read(files);
    return counts;
  }

  static Outlook of(
      Job job,
      Reading reading,
      Optional<Pinned.PinnedTerminology> terminology,
      List<Pinned.PinnedModel> models)
      throws IOException {
    List<InputFile> inputs = Pinning.inputs(job);
    SampleCounts counts = new SampleCounts(job.line());
    List<FileEstimate> files =
        new SampleReader(reading.adapter(), reading.limits(), counts).read(inputs);
    long lines = files.stream().mapToLong(FileEstimate::lines).sum();
    double scale = (double) lines / Math.max(1, counts.lines());
    long triples = Math.round(counts.triples() * scale);
    int cores = Runtime.getRuntime().availableProcessors();
    CostModel model = new CostModel(job, terminology, models, cores);
    CostModel.Encoding encoding = model.encoding(counts, scale);
    return new Outlook(
        files,
        triples,
        counts.deadLetters(),
        new Outlook.Sampled(counts.bytes(), counts.lines(), counts.triples()),
        encoding.tokens(),
        model.time(lines, triples, counts.bytes() * scale, encoding),
        model.memory(triples));
  }
}
