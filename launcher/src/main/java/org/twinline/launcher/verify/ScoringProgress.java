package org.twinline.launcher.verify;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.twinline.launcher.cli.ProgressMode;
import org.twinline.launcher.cli.Terminal;

/** How far the scoring is: a line redrawn on a terminal, a plain line now and then elsewhere. */
final class ScoringProgress implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(500);
  private static final Duration PLAIN = Duration.ofSeconds(15);

  private final Terminal terminal;
  private final boolean shown;
  private final boolean live;
  private final long size;
  private final long start = System.nanoTime();
  private long next;
  private long lines;
  private long bytes;

  /**
   * Starts.
   *
   * @param size of the input in bytes, as stored
   */
  ScoringProgress(Terminal terminal, ProgressMode mode, long size) {
    this.terminal = terminal;
    this.size = size;
    shown = mode != ProgressMode.NONE;
    live = shown && mode == ProgressMode.AUTO && terminal.interactive();
    next = interval();
  }

  private long interval() {
    return (live ? REDRAW : PLAIN).toNanos();
  }

  /** The stream, whose bytes are counted. */
  InputStream counted(InputStream stored) {
    return new FilterInputStream(stored) {
      @Override
      public int read() throws IOException {
        int b = in.read();
        bytes += b < 0 ? 0 : 1;
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        bytes += Math.max(0, count);
        return count;
      }
    };
  }

  /** One more line is done. */
  void line() {
    lines++;
    if (shown && System.nanoTime() - start >= next) {
      next = System.nanoTime() - start + interval();
      String text =
          String.format(
              Locale.ROOT,
              "twinline: %,d lines scored, %,.0f a second, %.0f %% of the input read",
              lines,
              lines / seconds(),
              size == 0 ? 100.0 : 100.0 * bytes / size);
      terminal.err().print(live ? "\r\u001b[K" + text : text + System.lineSeparator());
      terminal.err().flush();
    }
  }

  /** Since the start. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    if (live) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }
}
