package org.twinline.terminology.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.twinline.terminology.TerminologyException;

/**
 * A file of numbered sections, memory-mapped for reading.
 *
 * <p>Little-endian: the magic {@code TWTM}, a format version (int), the number of sections (int), a
 * zero (int), then for each section its byte offset and byte length (long, long), then the
 * sections, each starting at a multiple of 8. A file is at most 2 GiB.
 */
public final class Sections {
  private static final int MAGIC = 0x4d545754;
  private static final int VERSION = 2;
  private static final int HEADER = 16;

  private final Path file;
  private final ByteBuffer buffer;
  private final int count;

  private Sections(Path file, ByteBuffer buffer) {
    this.file = file;
    this.buffer = buffer;
    if (buffer.capacity() < HEADER || buffer.getInt(0) != MAGIC || buffer.getInt(4) != VERSION) {
      throw new TerminologyException(
          "Cannot read " + file + ": not a section file of version " + VERSION);
    }
    count = buffer.getInt(8);
    if (count < 0 || count > (buffer.capacity() - HEADER) / 16) {
      throw truncated(file);
    }
  }

  /** Maps a file that {@link Writer} wrote. */
  public static Sections open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new TerminologyException("Cannot read " + file + ": it is larger than 2 GiB");
      }
      ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new Sections(file, mapped.order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new TerminologyException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** A section's bytes; absolute access is thread-safe. */
  public ByteBuffer bytes(int section) {
    if (section < 0 || section >= count) {
      throw new TerminologyException("Cannot read " + file + ": it has no section " + section);
    }
    long offset = buffer.getLong(HEADER + section * 16);
    long length = buffer.getLong(HEADER + section * 16 + 8);
    if (offset < 0 || length < 0 || offset > buffer.capacity() - length) {
      throw truncated(file);
    }
    return buffer.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TerminologyException truncated(Path file) {
    return new TerminologyException("Cannot read " + file + ": it is cut off; build it again");
  }

  /** A section of ints. */
  public IntBuffer ints(int section) {
    return bytes(section).asIntBuffer();
  }

  /** A section of longs. */
  public LongBuffer longs(int section) {
    return bytes(section).asLongBuffer();
  }

  /** A section of floats. */
  public FloatBuffer floats(int section) {
    return bytes(section).asFloatBuffer();
  }

  /** A section of doubles. */
  public DoubleBuffer doubles(int section) {
    return bytes(section).asDoubleBuffer();
  }

  /**
   * Collects sections in order and writes them.
   *
   * <p>Arrays are kept as they are until {@link #write}, which needs no more than a buffer beside
   * them: they must not be changed in between.
   */
  public static final class Writer {
    private final List<Content> contents = new ArrayList<>();

    /** Adds a section of ints. */
    public Writer ints(int[] values) {
      return ints(values, values.length);
    }

    /** Adds a section of the first {@code length} ints. */
    public Writer ints(int[] values, int length) {
      return add(
          4L * length,
          out -> {
            for (int i = 0; i < length; i++) {
              out.room(4).putInt(values[i]);
            }
          });
    }

    /** Adds a section of the first {@code length} characters, two bytes each. */
    public Writer chars(char[] values, int length) {
      return add(
          2L * length,
          out -> {
            for (int i = 0; i < length; i++) {
              out.room(2).putChar(values[i]);
            }
          });
    }

    /** Adds a section of longs. */
    public Writer longs(long[] values) {
      return add(
          8L * values.length,
          out -> {
            for (long value : values) {
              out.room(8).putLong(value);
            }
          });
    }

    /** Adds a section of floats. */
    public Writer floats(float[] values) {
      return add(
          4L * values.length,
          out -> {
            for (float value : values) {
              out.room(4).putFloat(value);
            }
          });
    }

    /** Adds a section of doubles. */
    public Writer doubles(double[] values) {
      return add(
          8L * values.length,
          out -> {
            for (double value : values) {
              out.room(8).putDouble(value);
            }
          });
    }

    /** Adds a section of bytes. */
    public Writer bytes(byte[] values) {
      return add(values.length, out -> out.put(values, 0, values.length));
    }

    /** Adds a section of bytes that were collected. */
    public Writer bytes(Bytes values) {
      return add(values.size(), values::writeTo);
    }

    private Writer add(long length, Body body) {
      contents.add(new Content(length, body));
      return this;
    }

    /**
     * Writes the file, which must not exist.
     *
     * @throws TerminologyException if it would be larger than 2 GiB
     */
    public void write(Path file) throws IOException {
      long offset = align(HEADER + 16L * contents.size());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        SectionOutput out = new SectionOutput(channel);
        out.room(HEADER).putInt(MAGIC).putInt(VERSION).putInt(contents.size()).putInt(0);
        for (Content content : contents) {
          out.room(16).putLong(offset).putLong(content.length);
          offset = align(offset + content.length);
        }
        if (offset > Integer.MAX_VALUE) {
          throw new TerminologyException(
              "Cannot write %s: %d bytes, at most %d are possible; build it from fewer sources"
                  .formatted(file, offset, Integer.MAX_VALUE));
        }
        out.align();
        for (Content content : contents) {
          content.body.writeTo(out);
          out.align();
        }
        out.flush();
      }
    }

    private static long align(long offset) {
      return (offset + 7) & ~7L;
    }

    private interface Body {
      void writeTo(SectionOutput out) throws IOException;
    }

    private record Content(long length, Body body) {}
  }
}
