package org.twinline.core.io;

import java.util.concurrent.atomic.LongAdder;

/**
 * Live progress of this JVM, for display alone: embedded runners block in {@code run()}, so a
 * thread polls these. Retries count again; no figure of a report comes from here.
 */
public final class Progress {
  /** Bytes of input files consumed, before decompression. */
  public static final LongAdder BYTES = new LongAdder();

  /** Input lines parsed or dead-lettered. */
  public static final LongAdder LINES = new LongAdder();

  /** Groups assembled. */
  public static final LongAdder GROUPS = new LongAdder();

  /** Groups a line has finished. */
  public static final LongAdder FINISHED = new LongAdder();

  private Progress() {}

  /** Back to zero, before a run. */
  public static void reset() {
    BYTES.reset();
    LINES.reset();
    GROUPS.reset();
    FINISHED.reset();
  }
}
