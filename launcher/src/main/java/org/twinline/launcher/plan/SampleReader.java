package org.twinline.launcher.plan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.LineReader;
import org.twinline.core.io.LineSink;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.adapter.RecordAdapter;
import org.twinline.core.triple.Place;

/**
 * Reads a bounded part of every input: {@value #STRETCHES} stretches evenly over a plain file, the
 * beginning of a compressed one, together {@value #MOST} bytes of stored or decompressed content
 * over all files (and the rest of the line in which a stretch ends).
 */
final class SampleReader {
  static final int STRETCHES = 8;
  static final long MOST = 8 << 20;
  private static final long LEAST_A_FILE = 64 << 10;

  private final RecordAdapter adapter;
  private final Limits limits;
  private final SampleCounts counts;

  SampleReader(RecordAdapter adapter, Limits limits, SampleCounts counts) {
    this.adapter = adapter;
    this.limits = limits;
    this.counts = counts;
  }

  /** Samples all files; of very many every so-manieth is looked at, the others are like them. */
  List<FileEstimate> read(List<InputFile> files) throws IOException {
    long a = Math.max(LEAST_A_FILE, MOST / Math.max(1, files.size()));
    int step = (int) Math.max(1, files.size() * LEAST_A_FILE / MOST);
    List<FileEstimate> estimates = new ArrayList<>();
    long seenBytes = 0;
    long seenLines = 0;
    for (int i = 0; i < files.size(); i++) {
      InputFile file = files.get(i);
      if (i % step == 0) {
        FileEstimate estimate = file.splittable() ? plain(i, file, a) : compressed(i, file, a);
        estimates.add(estimate);
        seenBytes += file.size();
        seenLines += estimate.lines();
      } else {
        long lines = Math.round((double) seenLines / Math.max(1, seenBytes) * file.size());
        estimates.add(new FileEstimate(file.path(), 0, lines, lines / 2, lines * 2, false));
      }
    }
    return estimates;
  }

  private FileEstimate plain(int index, InputFile file, long most) throws IOException {
    boolean whole = file.size() <= most;
    int stretches = whole ? 1 : STRETCHES;
    long length = whole ? file.size() : most / STRETCHES;
    Densities densities = new Densities();
    try (SeekableByteChannel channel = Files.newByteChannel(Path.of(file.path()))) {
      for (int i = 0; i < stretches; i++) {
        long start = whole ? 0 : (file.size() - length) / (STRETCHES - 1) * i;
        Counting sink = new Counting(index, Long.MAX_VALUE);
        LineReader.within(limits).readSlice(channel, start, start + length, sink);
        densities.add(sink.lines, length, sink.bytes);
      }
    }
    return densities.of(file, whole);
  }

  private FileEstimate compressed(int index, InputFile file, long most) throws IOException {
    Densities densities = new Densities();
    boolean whole = false;
    try (CountedStream stored = new CountedStream(Files.newInputStream(Path.of(file.path())))) {
      Counting sink = new Counting(index, most);
      try {
        LineReader.within(limits).read(stored, file.compression(), sink);
        whole = true;
      } catch (Enough e) {
        // What was seen is the sample.
      }
      densities.add(sink.lines, Math.max(1, whole ? file.size() : stored.count), sink.bytes);
    }
    return densities.of(file, whole);
  }

  /** Lines a byte in each stretch. */
  private static final class Densities {
    private final List<Double> found = new ArrayList<>();
    private long lines;
    private long bytes;
    private long read;

    void add(long lines, long bytes, long read) {
      found.add((double) lines / Math.max(1, bytes));
      this.lines += lines;
      this.bytes += bytes;
      this.read += read;
    }

    FileEstimate of(InputFile file, boolean whole) {
      long size = file.size();
      if (whole) {
        return new FileEstimate(file.path(), read, lines, lines, lines, true);
      }
      // One stretch tells nothing of the others; a third is what real files differ by.
      boolean one = found.size() == 1;
      double low = found.stream().mapToDouble(d -> d).min().orElse(0) * (one ? 0.75 : 1);
      double high = found.stream().mapToDouble(d -> d).max().orElse(0) * (one ? 1.33 : 1);
      return new FileEstimate(
          file.path(),
          read,
          Math.max(1, Math.round((double) lines / Math.max(1, bytes) * size)),
          Math.max(1, (long) (low * size)),
          Math.max(1, (long) Math.ceil(high * size)),
          false);
    }
  }

  /** Ends the reading of a compressed file. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final class Counting implements LineSink {
    private final int file;
    private final long most;
    private long lines;
    private long bytes;

    Counting(int file, long most) {
      this.file = file;
      this.most = most;
    }

    @Override
    public void line(long offset, byte[] line) throws IOException {
      try {
        counts.record(line.length, adapter.adapt(line, new Place(file, offset)));
      } catch (MalformedRecord e) {
        counts.malformed(line.length, e.code().code());
      }
      count(line.length);
    }

    @Override
    public void malformed(long offset, MalformedRecord fault) throws IOException {
      counts.malformed(0, fault.code().code());
      count(0);
    }

    private void count(int length) throws IOException {
      lines++;
      bytes += length + 1;
      if (bytes >= most) {
        throw new Enough();
      }
    }
  }

  private static final class CountedStream extends FilterInputStream {
    private long count;

    CountedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      count += Math.max(0, n);
      return n;
    }
  }
}
