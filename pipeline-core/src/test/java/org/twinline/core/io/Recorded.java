package org.twinline.core.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;

/** A sink that keeps everything as {@code offset:line} and {@code offset!code+column}. */
final class Recorded implements LineSink {
  final List<String> events = new ArrayList<>();

  @Override
  public void line(long offset, byte[] line) {
    events.add(offset + ":" + new String(line, UTF_8));
  }

  @Override
  public void malformed(long offset, MalformedRecord fault) {
    events.add(offset + "!" + fault.code().code() + "+" + fault.column());
  }

  static Recorded of(byte[] stored, Compression compression, Limits limits) throws IOException {
    Recorded recorded = new Recorded();
    LineReader.within(limits).read(new ByteArrayInputStream(stored), compression, recorded);
    return recorded;
  }

  static List<String> plain(String content) throws IOException {
    return of(content.getBytes(UTF_8), Compression.NONE, Limits.DEFAULT).events;
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(stored)) {
      out.write(content);
    }
    return stored.toByteArray();
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
