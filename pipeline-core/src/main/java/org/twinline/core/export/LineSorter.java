package org.twinline.core.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts lines by a key, then by their bytes, in bounded memory: sorted runs are written to a
 * scratch folder and merged. What fits into one run is never written. Runs take as much disk as the
 * lines.
 */
final class LineSorter implements Closeable {
  /** Bytes of lines held at once. */
  static final long RUN_BYTES = 64L << 20;

  /** Runs merged at once; each has an open file and a buffer of 64 KiB. */
  static final int MOST_RUNS = 256;

  /** What a held line costs beside its bytes: array header, entry, reference. */
  private static final int OVERHEAD = 56;

  private static final int BUFFER = 1 << 16;

  /** Keys as unsigned numbers; of equal ones the line whose bytes come first. */
  private static final Comparator<Entry> ORDER =
      (a, b) -> {
        int byKey = Long.compareUnsigned(a.key, b.key);
        return byKey != 0 ? byKey : Arrays.compareUnsigned(a.line, b.line);
      };

  private final Path scratch;
  private final long runBytes;
  private final int mostRuns;
  private final List<Path> runs = new ArrayList<>();
  private List<Entry> held = new ArrayList<>();
  private long heldBytes;
  private int named;

  LineSorter(Path scratch, long runBytes, int mostRuns) {
    this.scratch = scratch;
    this.runBytes = runBytes;
    this.mostRuns = mostRuns;
  }

  /** Takes the lines in their order. */
  interface Sink {
    void line(byte[] line) throws IOException;
  }

  private record Entry(long key, byte[] line) {}

  void add(long key, byte[] line) throws IOException {
    held.add(new Entry(key, line));
    heldBytes += line.length + OVERHEAD;
    if (heldBytes >= runBytes) {
      spill();
    }
  }

  /** Gives all lines, sorted. Nothing can be added after. */
  void drain(Sink sink) throws IOException {
    if (runs.isEmpty()) {
      held.sort(ORDER);
      for (Entry entry : held) {
        sink.line(entry.line);
      }
      return;
    }
    spill();
    merge(entry -> sink.line(entry.line));
  }

  private void spill() throws IOException {
    if (runs.size() == mostRuns) {
      Path merged = fresh();
      try (DataOutputStream out = output(merged)) {
        merge(entry -> write(entry, out));
      }
      close();
      runs.add(merged);
    }
    held.sort(ORDER);
    Path run = fresh();
    try (DataOutputStream out = output(run)) {
      for (Entry entry : held) {
        write(entry, out);
      }
    }
    runs.add(run);
    held = new ArrayList<>();
    heldBytes = 0;
  }

  private Path fresh() {
    return scratch.resolve("run-" + named++);
  }

  private static DataOutputStream output(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  private static void write(Entry entry, DataOutputStream out) throws IOException {
    out.writeLong(entry.key);
    out.writeInt(entry.line.length);
    out.write(entry.line);
  }

  private interface EntrySink {
    void entry(Entry entry) throws IOException;
  }

  private void merge(EntrySink sink) throws IOException {
    PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparing(Run::head, ORDER));
    List<Run> open = new ArrayList<>();
    try {
      for (Path path : runs) {
        Run run = new Run(path);
        open.add(run);
        if (run.advance()) {
          queue.add(run);
        }
      }
      while (!queue.isEmpty()) {
        Run run = queue.remove();
        sink.entry(run.head());
        if (run.advance()) {
          queue.add(run);
        }
      }
    } finally {
      for (Run run : open) {
        run.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
    runs.clear();
  }

  /** A run being read: its next entry. */
  private static final class Run implements Closeable {
    private final DataInputStream in;
    private Entry head = new Entry(0, new byte[0]);

    Run(Path path) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
    }

    Entry head() {
      return head;
    }

    boolean advance() throws IOException {
      long key;
      try {
        key = in.readLong();
      } catch (EOFException e) {
        return false;
      }
      head = new Entry(key, in.readNBytes(in.readInt()));
      return true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
