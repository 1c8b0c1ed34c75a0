package org.twinline.core.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Place;

/** Reads the lines of slices of files. Stateless. */
public final class SliceReader {
  private final LineReader lines;

  /** A reader within limits. */
  public SliceReader(Limits limits) {
    this.lines = LineReader.within(limits);
  }

  /** Takes the lines of a slice, in their order. */
  public interface Sink {
    /** A line without its ending. */
    void line(Place place, byte[] line) throws IOException;

    /** A line that could not be read whole. */
    void malformed(Place place, MalformedRecord fault) throws IOException;
  }

  /** Reads one slice. */
  public void read(Slice slice, Sink sink) throws IOException {
    String path = slice.input().path();
    LineSink places = new Places(slice.file(), sink);
    if (slice.input().splittable()) {
      try (SeekableByteChannel channel = Storage.of(path).open(path)) {
        lines.readSlice(channel, slice.start(), slice.end(), places);
      }
      Progress.BYTES.add(slice.end() - slice.start());
    } else {
      try (InputStream stored = new Counted(Channels.newInputStream(Storage.of(path).open(path)))) {
        lines.read(stored, slice.input().compression(), places);
      }
    }
  }

  private record Places(int file, Sink sink) implements LineSink {
    @Override
    public void line(long offset, byte[] line) throws IOException {
      sink.line(new Place(file, offset), line);
    }

    @Override
    public void malformed(long offset, MalformedRecord fault) throws IOException {
      sink.malformed(new Place(file, offset), fault);
    }
  }

  private static final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      Progress.BYTES.add(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      Progress.BYTES.add(Math.max(0, count));
      return count;
    }
  }
}
