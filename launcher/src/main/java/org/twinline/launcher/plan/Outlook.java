package org.twinline.launcher.plan;

import java.util.List;
import java.util.SortedMap;

/**
 * What is expected of a run.
 *
 * @param files the estimate of each input
 * @param triples expected, as the ledger counts them
 * @param deadLetters found in the sample, by code
 * @param sampled how much the sample held
 * @param modelTokens tokens that encoders are expected to read
 */
public record Outlook(
    List<FileEstimate> files,
    long triples,
    SortedMap<String, Long> deadLetters,
    Sampled sampled,
    double modelTokens,
    Time time,
    Memory memory) {

  public Outlook {
    files = List.copyOf(files);
  }

  /** What was looked at. */
  public record Sampled(long bytes, long lines, long triples) {}

  /** Seconds of wall time, with the workers the job has on the cores this machine has. */
  public record Time(double low, double expected, double high, int cores) {}

  /**
   * Memory.
   *
   * @param heap bytes of {@code -Xmx} that are enough
   * @param beside bytes outside of the heap: encoders, the mapped index, libtorch's work
   */
  public record Memory(long heap, long beside) {}

  /** Lines of all files. */
  public long lines() {
    return files.stream().mapToLong(FileEstimate::lines).sum();
  }

  /** Whether every file was read whole. */
  public boolean exact() {
    return files.stream().allMatch(FileEstimate::exact);
  }
}
