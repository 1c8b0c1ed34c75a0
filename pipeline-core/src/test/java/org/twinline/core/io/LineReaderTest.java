package org.twinline.core.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.Seed;
import org.twinline.core.json.Limits;

class LineReaderTest {
  private static final Limits SHORT = new Limits(5, 100, 100, 1_000, 1_000);

  @Test
  void lines() throws IOException {
    assertThat(Recorded.plain("a\nbc\r\n\n \t\r\nd")).containsExactly("0:a", "2:bc", "11:d");
    assertThat(Recorded.plain("")).isEmpty();
    assertThat(Recorded.plain("\n\n")).isEmpty();
    assertThat(Recorded.plain("a\rb\n")).containsExactly("0:a\rb");
  }

  @Test
  void byteOrderMarkAtTheStartOnly() throws IOException {
    assertThat(Recorded.plain("\ufeffa\n\ufeffb\n")).containsExactly("3:a", "5:\ufeffb");
    assertThat(Recorded.plain("\ufeff")).isEmpty();
  }

  @Test
  void overlongLinesAreOneDeadLetterEach() throws IOException {
    String content = "12345\r\n123456\n123\n1234567890\n" + "x".repeat(300_000);
    assertThat(Recorded.of(content.getBytes(UTF_8), Compression.NONE, SHORT).events)
        .containsExactly(
            "0:12345",
            "7!line_too_long+-1",
            "14:123",
            "18!line_too_long+-1",
            "29!line_too_long+-1");
  }

  @Test
  void hugeLinesAreNotBuffered() throws IOException {
    InputStream endless =
        new InputStream() {
          private long left = 1L << 28;

          @Override
          public int read() {
            throw new AssertionError("read in blocks");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
          }
        };
    Recorded recorded = new Recorded();
    LineReader.within(new Limits(1 << 20, 100, 100, 1_000, 1_000))
        .read(endless, Compression.NONE, recorded);
    assertThat(recorded.events).containsExactly("0!line_too_long+-1");
  }

  @Test
  void failingDiskIsNoDeadLetter() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk");
          }
        };
    for (Compression compression : Compression.values()) {
      LineReader reader = LineReader.within(Limits.DEFAULT);
      assertThatThrownBy(() -> reader.read(failing, compression, new Recorded()))
          .isInstanceOf(IOException.class)
          .hasMessage("disk");
    }
  }

  @Test
  void slicesGiveExactlyTheLinesOfTheFile(@TempDir Path folder) throws IOException {
    Random random = Seed.random("LineReaderTest");
    for (int round = 0; round < 25; round++) {
      StringBuilder content = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
      int count = random.nextInt(60);
      for (int i = 0; i < count; i++) {
        content.append("中x".repeat(random.nextInt(4) == 0 ? random.nextInt(30_000) : 1));
        content.append(List.of("\n", "\r\n", "\n\n").get(random.nextInt(3)));
      }
      byte[] bytes = content.append(random.nextBoolean() ? "end" : "").toString().getBytes(UTF_8);
      Limits limits = new Limits(50_000, 100, 100, 1_000, 1_000);
      List<String> whole = Recorded.of(bytes, Compression.NONE, limits).events;
      Path file = Files.write(folder.resolve("slices.jsonl"), bytes);
      TreeSet<Long> borders = new TreeSet<>();
      borders.add(0L);
      borders.add((long) bytes.length);
      for (int i = random.nextInt(20); i > 0; i--) {
        borders.add((long) random.nextInt(bytes.length + 1));
      }
      assertThat(slices(file, new ArrayList<>(borders), limits)).isEqualTo(whole);
    }
  }

  @Test
  void everyBorderOfASmallFile(@TempDir Path folder) throws IOException {
    byte[] bytes = "\ufeffa\r\n\nbb\n123456789\nc".getBytes(UTF_8);
    Path file = Files.write(folder.resolve("small.jsonl"), bytes);
    List<String> whole = Recorded.of(bytes, Compression.NONE, SHORT).events;
    assertThat(whole).containsExactly("3:a", "7:bb", "10!line_too_long+-1", "20:c");
    List<Long> all = new ArrayList<>();
    for (long i = 0; i <= bytes.length; i++) {
      all.add(i);
      assertThat(slices(file, List.of(0L, i, (long) bytes.length), SHORT)).isEqualTo(whole);
    }
    assertThat(slices(file, all, SHORT)).isEqualTo(whole);
  }

  private static List<String> slices(Path file, List<Long> borders, Limits limits)
      throws IOException {
    Recorded recorded = new Recorded();
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      for (int i = 1; i < borders.size(); i++) {
        LineReader.within(limits).readSlice(channel, borders.get(i - 1), borders.get(i), recorded);
      }
    }
    return recorded.events;
  }
}
