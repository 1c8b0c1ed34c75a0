package org.twinline.core.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.Seed;
import org.twinline.core.json.Limits;

class CompressionTest {
  private static final byte[] ONE = content(0, 500);
  private static final byte[] TWO = content(500, 700);

  private static byte[] content(int from, int to) {
    StringBuilder content = new StringBuilder();
    Random random = new Random(from);
    for (int i = from; i < to; i++) {
      content.append(i).append(' ').append(Long.toHexString(random.nextLong())).append('\n');
    }
    return content.toString().getBytes(UTF_8);
  }

  @Test
  void allMembersAndFramesAreRead() throws IOException {
    List<String> expected = read(Recorded.concat(ONE, TWO), Compression.NONE);
    assertThat(expected).hasSize(700);
    byte[] members = Recorded.concat(Recorded.gzip(ONE), Recorded.gzip(TWO));
    assertThat(read(members, Compression.GZIP)).isEqualTo(expected);
    byte[] frames = Recorded.concat(Zstd.compress(ONE), Zstd.compress(TWO));
    assertThat(read(frames, Compression.ZSTD)).isEqualTo(expected);
    assertThat(read(Recorded.gzip(new byte[0]), Compression.GZIP)).isEmpty();
  }

  @Test
  void cutAnywhereGivesWholeLinesThenOneDeadLetter() throws IOException {
    Random random = Seed.random("CompressionTest");
    for (Compression compression : List.of(Compression.GZIP, Compression.ZSTD)) {
      byte[] one = compression == Compression.GZIP ? Recorded.gzip(ONE) : Zstd.compress(ONE);
      byte[] two = compression == Compression.GZIP ? Recorded.gzip(TWO) : Zstd.compress(TWO);
      byte[] stored = Recorded.concat(one, two);
      List<String> whole = read(stored, compression);
      for (int i = 0; i < 200; i++) {
        int cut = 1 + random.nextInt(stored.length - 1);
        // Cut between members, a file is whole for all anybody can tell.
        if (cut != one.length) {
          checkCut(read(Arrays.copyOf(stored, cut), compression), whole, cut);
        }
      }
    }
  }

  private static void checkCut(List<String> events, List<String> whole, int cut) {
    String last = events.get(events.size() - 1);
    List<String> lines = events.subList(0, events.size() - 1);
    assertThat(lines).as("cut at %s", cut).isEqualTo(whole.subList(0, lines.size()));
    assertThat(last).matches("[0-9]+!(truncated|corrupt)_stream\\+[0-9]+");
    long end = 0;
    for (String line : lines) {
      end += line.length() - line.indexOf(':');
    }
    long offset = Long.parseLong(last.substring(0, last.indexOf('!')));
    assertThat(offset).as("offset at cut %s", cut).isEqualTo(end);
  }

  @Test
  void damagedBytes() throws IOException {
    byte[] gzip = Recorded.gzip(ONE);
    gzip[gzip.length / 2] ^= 0x55;
    assertThat(last(read(gzip, Compression.GZIP))).matches("[0-9]+!(corrupt|truncated)_stream.*");
    byte[] garbage = Recorded.concat(Recorded.gzip(ONE), "garbage".getBytes(UTF_8));
    assertThat(last(read(garbage, Compression.GZIP))).contains("!corrupt_stream+");
    byte[] zstd = Zstd.compress(ONE);
    Arrays.fill(zstd, 20, 60, (byte) 0x5a);
    assertThat(last(read(zstd, Compression.ZSTD))).contains("!corrupt_stream+");
  }

  @Test
  void bombsStayWithinTheLineLimit() throws IOException {
    byte[] letters = new byte[64 << 20];
    Arrays.fill(letters, (byte) 'a');
    Limits limits = new Limits(1_000, 100, 100, 1_000, 1_000);
    assertThat(Recorded.of(Recorded.gzip(letters), Compression.GZIP, limits).events)
        .containsExactly("0!line_too_long+-1");
    assertThat(Recorded.of(Zstd.compress(letters), Compression.ZSTD, limits).events)
        .containsExactly("0!line_too_long+-1");
  }

  @ParameterizedTest
  @CsvSource({
    "a.gz, 7b, gzip, text",
    "a.GZ, '', gzip, empty",
    "a.zst, 1f8b08, Zstandard, gzip",
    "a.jsonl, 1f8b08, text, gzip",
    "a.jsonl, 28b52ffd, text, Zstandard",
    "a.jsonl, 5041523115, text, Parquet",
    "a.jsonl, 504b0304, text, a zip archive",
    "a.jsonl, 425a6839, text, bzip2",
    "a.jsonl, fd377a585a00, text, xz",
    "a.jsonl, fffe7b00, text, UTF-16"
  })
  void namesThatDisagree(String name, String head, String expected, String found) {
    assertThatThrownBy(() -> Compression.of(name, HexFormat.of().parseHex(head)))
        .isInstanceOf(UnreadableInput.class)
        .hasMessage(
            "Cannot read %s: by its name it is %s, by its first bytes it is %s; rename or convert it",
            name, expected, found);
  }

  @Test
  void lineNumbersThroughCompression(@TempDir Path folder) throws IOException {
    byte[] text = "a\n\nb\nc".getBytes(UTF_8);
    Path plain = Files.write(folder.resolve("a.jsonl"), text);
    Path gzip = Files.write(folder.resolve("a.jsonl.gz"), Recorded.gzip(text));
    for (Path file : List.of(plain, gzip)) {
      assertThat(Lines.number(file, 0)).isEqualTo(1);
      assertThat(Lines.number(file, 1)).isEqualTo(1);
      assertThat(Lines.number(file, 3)).isEqualTo(3);
      assertThat(Lines.number(file, 5)).isEqualTo(4);
      assertThat(Lines.number(file, 99)).isEqualTo(4);
    }
  }

  private static String last(List<String> events) {
    return events.get(events.size() - 1);
  }

  private static List<String> read(byte[] stored, Compression compression) throws IOException {
    return Recorded.of(stored, compression, Limits.DEFAULT).events;
  }
}
