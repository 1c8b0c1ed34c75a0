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
  private static final int VERSION = 1;
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
  }

  /** Maps a file that {@link Writer} wrote. */
  public static Sections open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
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
    return buffer.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
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

  /** Collects sections in order and writes them. */
  public static final class Writer {
    private final List<ByteBuffer> sections = new ArrayList<>();

    /** Adds a section of ints. */
    public Writer ints(int[] values) {
      return ints(values, values.length);
    }

    /** Adds a section of the first {@code length} ints. */
    public Writer ints(int[] values, int length) {
      ByteBuffer bytes = allocate(4L * length);
      bytes.asIntBuffer().put(values, 0, length);
      sections.add(bytes);
      return this;
    }

    /** Adds a section of longs. */
    public Writer longs(long[] values) {
      ByteBuffer bytes = allocate(8L * values.length);
      bytes.asLongBuffer().put(values);
      sections.add(bytes);
      return this;
    }

    /** Adds a section of floats. */
    public Writer floats(float[] values) {
      ByteBuffer bytes = allocate(4L * values.length);
      bytes.asFloatBuffer().put(values);
      sections.add(bytes);
      return this;
    }

    /** Adds a section of doubles. */
    public Writer doubles(double[] values) {
      ByteBuffer bytes = allocate(8L * values.length);
      bytes.asDoubleBuffer().put(values);
      sections.add(bytes);
      return this;
    }

    /** Adds a section of bytes. */
    public Writer bytes(byte[] values) {
      sections.add(allocate(values.length).put(values).flip());
      return this;
    }

    private static ByteBuffer allocate(long size) {
      return ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes the file, which must not exist. */
    public void write(Path file) throws IOException {
      ByteBuffer header = allocate(HEADER + 16L * sections.size());
      header.putInt(MAGIC).putInt(VERSION).putInt(sections.size()).putInt(0);
      long offset = align(header.capacity());
      for (ByteBuffer section : sections) {
        header.putLong(offset).putLong(section.remaining());
        offset = align(offset + section.remaining());
      }
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        writeAligned(channel, header.flip());
        for (ByteBuffer section : sections) {
          writeAligned(channel, section);
        }
      }
    }

    private static void writeAligned(FileChannel channel, ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      ByteBuffer padding =
          ByteBuffer.allocate((int) (align(channel.position()) - channel.position()));
      while (padding.hasRemaining()) {
        channel.write(padding);
      }
    }

    private static long align(long offset) {
      return (offset + 7) & ~7L;
    }
  }
}
