package org.twinline.terminology.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text file with an encoding that all its bytes agree with.
 *
 * <p>An encoding is stated, or told by a byte order mark, or found: UTF-8 where the bytes are valid
 * UTF-8, else GB18030 where they are valid GB18030 and at least nine in ten of the characters
 * outside ASCII are Chinese ones or punctuation of GB 2312. Latin-1 and its like are never taken
 * for GB18030, since their letters seldom stand in such pairs. Nothing else is guessed.
 *
 * @param skip the length of the byte order mark
 * @param how how the encoding is known, for people
 */
record TextFile(Path file, Charset charset, int skip, String how) {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final double CHINESE = 0.9;

  /** Finds the encoding; empty if it cannot be told, which is reported with the place. */
  static Optional<TextFile> open(Path file, Optional<Charset> stated, ConceptSink sink)
      throws IOException {
    byte[] head = head(file);
    Optional<TextFile> marked = marked(file, head);
    TextFile text;
    if (stated.isPresent()) {
      boolean same = marked.isPresent() && marked.get().charset().equals(stated.get());
      int skip = same ? marked.get().skip() : 0;
      text = new TextFile(file, stated.get(), skip, "stated");
    } else if (marked.isPresent()) {
      text = marked.get();
    } else if (wide(head)) {
      sink.problem(
          new SourceProblem(
              file,
              1,
              0,
              "looks like UTF-16 without a byte order mark; say encoding=UTF-16LE or UTF-16BE"));
      return Optional.empty();
    } else {
      text = new TextFile(file, StandardCharsets.UTF_8, 0, "found");
    }
    Scan scan = text.scan();
    if (scan.error().isEmpty()) {
      return Optional.of(text.told(sink));
    }
    if (stated.isEmpty() && marked.isEmpty()) {
      TextFile other = new TextFile(file, GB18030, 0, "found");
      Scan chinese = other.scan();
      if (chinese.error().isEmpty() && chinese.chinese() >= CHINESE * chinese.beyondAscii()) {
        return Optional.of(other.told(sink));
      }
      SourceProblem at = scan.error().get();
      sink.problem(
          new SourceProblem(
              at.file(),
              at.line(),
              at.column(),
              at.message() + ", and the file is not Chinese GB18030 either; say encoding=…"));
      return Optional.empty();
    }
    sink.problem(scan.error().get());
    return Optional.empty();
  }

  private TextFile told(ConceptSink sink) {
    sink.encoding(file, charset.name() + " (" + how + ")");
    return this;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4096);
    }
  }

  private static Optional<TextFile> marked(Path file, byte[] head) {
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      return Optional.of(new TextFile(file, StandardCharsets.UTF_8, 3, "byte order mark"));
    }
    if (starts(head, 0xff, 0xfe)) {
      return Optional.of(new TextFile(file, StandardCharsets.UTF_16LE, 2, "byte order mark"));
    }
    if (starts(head, 0xfe, 0xff)) {
      return Optional.of(new TextFile(file, StandardCharsets.UTF_16BE, 2, "byte order mark"));
    }
    if (starts(head, 0x84, 0x31, 0x95, 0x33)) {
      return Optional.of(new TextFile(file, GB18030, 4, "byte order mark"));
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a third of the bytes or more are zero. */
  private static boolean wide(byte[] head) {
    int zeros = 0;
    for (byte b : head) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros > 0 && zeros * 3 >= head.length;
  }

  /** What decoding all bytes showed. */
  private record Scan(Optional<SourceProblem> error, long beyondAscii, long chinese) {}

  private Scan scan() throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    Counter counter = new Counter();
    try (FileChannel channel = FileChannel.open(file)) {
      channel.position(skip);
      long before = skip;
      boolean end = false;
      while (!end) {
        end = channel.read(bytes) < 0;
        bytes.flip();
        CoderResult result;
        do {
          result = decoder.decode(bytes, chars, end);
          counter.count(chars.flip());
          chars.clear();
        } while (result.isOverflow());
        if (result.isError()) {
          return new Scan(
              Optional.of(
                  new SourceProblem(
                      file,
                      counter.line,
                      counter.column,
                      "not " + charset.name() + " at byte " + (before + bytes.position()))),
              counter.beyondAscii,
              counter.chinese);
        }
        before += bytes.position();
        bytes.compact();
      }
    }
    return new Scan(Optional.empty(), counter.beyondAscii, counter.chinese);
  }

  /** Counts lines, characters of the line, and what kind of text it is. */
  private static final class Counter {
    private long line = 1;
    private int column = 1;
    private long beyondAscii;
    private long chinese;

    void count(CharBuffer chars) {
      for (int i = chars.position(); i < chars.limit(); i++) {
        char c = chars.get(i);
        column++;
        if (c == '\n') {
          line++;
          column = 1;
        } else if (c >= 0x80) {
          beyondAscii++;
          chinese += chinese(c) ? 1 : 0;
        }
      }
    }

    private static boolean chinese(char c) {
      return (c >= 0x4e00 && c <= 0x9fff)
          || (c >= 0x3000 && c <= 0x303f)
          || (c >= 0xff00 && c <= 0xff5e)
          || (c >= 0x2010 && c <= 0x2026);
    }
  }

  /** The decoded text, without its byte order mark. */
  BufferedReader reader() throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(skip);
    Reader reader = new InputStreamReader(in, charset);
    return new BufferedReader(reader, 1 << 16);
  }
}
