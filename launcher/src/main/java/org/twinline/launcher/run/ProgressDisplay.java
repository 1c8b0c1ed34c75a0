package org.twinline.launcher.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.twinline.core.io.Progress;
import org.twinline.launcher.cli.ProgressMode;

/**
 * Shows how far a run is: a bar with an estimate that is redrawn on a terminal, a plain line now
 * and then elsewhere, nothing where it is off. A daemon thread polls {@link Progress}.
 */
final class ProgressDisplay implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(500);
  private static final Duration PLAIN = Duration.ofSeconds(15);
  private static final int WIDTH = 28;

  private final PrintStream err;
  private final boolean bar;
  private final long totalBytes;
  private final long start = System.nanoTime();
  private final Thread thread;
  private volatile boolean closed;
  private volatile String phase = "starting";

  private ProgressDisplay(PrintStream err, boolean bar, long totalBytes) {
    this.err = err;
    this.bar = bar;
    this.totalBytes = totalBytes;
    this.thread = new Thread(this::poll, "progress");
    thread.setDaemon(true);
  }

  /**
   * Starts the display.
   *
   * @param totalBytes of all input files as they lie on disk
   */
  static ProgressDisplay start(
      PrintStream err, ProgressMode mode, boolean terminal, long totalBytes) {
    Progress.reset();
    boolean bar = mode == ProgressMode.AUTO && terminal;
    ProgressDisplay display = new ProgressDisplay(err, bar, totalBytes);
    if (mode != ProgressMode.NONE) {
      display.thread.start();
    }
    return display;
  }

  /** Names what is being done beside reading. */
  void phase(String now) {
    phase = now;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    if (bar) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  private void poll() {
    try {
      while (!closed) {
        Thread.sleep(bar ? REDRAW.toMillis() : PLAIN.toMillis());
        if (!closed) {
          draw();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    String text = line((System.nanoTime() - start) / 1e9);
    if (bar) {
      err.print("\r\u001b[K" + text);
    } else {
      err.println(text);
    }
    err.flush();
  }

  private String line(double seconds) {
    long bytes = Progress.BYTES.sum();
    double share = totalBytes == 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
    String counts =
        String.format(
            Locale.ROOT,
            "%,d lines read, %,d questions grouped, %,d finished",
            Progress.LINES.sum(),
            Progress.GROUPS.sum(),
            Progress.FINISHED.sum());
    String now = bytes == 0 ? phase : share < 1 ? "reading" : "judging";
    String left = estimate(seconds, share);
    if (!bar) {
      return String.format(
          Locale.ROOT,
          "twinline: %.0f s, %s %.0f %%, %s%s",
          seconds,
          now,
          100 * share,
          counts,
          left);
    }
    int full = (int) (share * WIDTH);
    return String.format(
        Locale.ROOT,
        "%s %s%s %3.0f %%  %s%s",
        now,
        "█".repeat(full),
        "░".repeat(WIDTH - full),
        100 * share,
        counts,
        left);
  }

  /** Reading is the part whose length is known; what comes after is counted in questions. */
  private static String estimate(double seconds, double share) {
    long grouped = Progress.GROUPS.sum();
    long finished = Progress.FINISHED.sum();
    if (share > 0.02 && share < 1) {
      return String.format(
          Locale.ROOT, ", about %.0f s of reading left", seconds / share - seconds);
    }
    if (finished > 0 && grouped > finished) {
      return String.format(
          Locale.ROOT, ", %.0f %% of the grouped are finished", 100.0 * finished / grouped);
    }
    return "";
  }
}
