package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encodings: stated, marked or found, and told; never guessed. */
class TextFileTest {
  @TempDir Path directory;

  private Collected words(byte[] bytes, String... keys) throws IOException {
    Path file = Files.write(directory.resolve("words.txt"), bytes);
    String[] all = new String[keys.length + 1];
    System.arraycopy(keys, 0, all, 0, keys.length);
    all[keys.length] = "names=WORDS";
    return Collected.of("table", file, all);
  }

  private static byte[] bytes(byte[] mark, String text, Charset charset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(mark);
    out.writeBytes(text.getBytes(charset));
    return out.toByteArray();
  }

  private static final String TEXT = "干咳\n湿咳，夜间 cough\n";
  private static final List<String> WORDS = List.of("干咳", "湿咳，夜间 cough");

  private void holds(Collected read, String encoding) {
    assertThat(read.problemLines()).isEmpty();
    assertThat(read.nameLines()).isEqualTo(WORDS);
    assertThat(read.encodings.values()).containsExactly(encoding);
  }

  @Test
  void findsUtf8AndGb18030AndTellsSo() throws IOException {
    holds(words(bytes(new byte[0], TEXT, StandardCharsets.UTF_8)), "UTF-8 (found)");
    Charset gb = Charset.forName("GB18030");
    holds(words(bytes(new byte[0], TEXT, gb)), "GB18030 (found)");
    holds(words(bytes(new byte[0], TEXT, gb), "encoding=GB18030"), "GB18030 (stated)");
  }

  @Test
  void followsAByteOrderMark() throws IOException {
    byte[] utf8 = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    byte[] little = {(byte) 0xff, (byte) 0xfe};
    byte[] big = {(byte) 0xfe, (byte) 0xff};
    holds(words(bytes(utf8, TEXT, StandardCharsets.UTF_8)), "UTF-8 (byte order mark)");
    holds(words(bytes(little, TEXT, StandardCharsets.UTF_16LE)), "UTF-16LE (byte order mark)");
    holds(words(bytes(big, TEXT, StandardCharsets.UTF_16BE)), "UTF-16BE (byte order mark)");
    holds(words(bytes(utf8, TEXT, StandardCharsets.UTF_8), "encoding=UTF-8"), "UTF-8 (stated)");
  }

  @Test
  void refusesWhatItWouldHaveToGuess() throws IOException {
    assertThat(words("café\ndéjà vu\n".getBytes(StandardCharsets.ISO_8859_1)).problemLines())
        .containsExactly(
            "words.txt:1:4: not UTF-8 at byte 3, and the file is not Chinese GB18030 either; say"
                + " encoding=…");
    assertThat(words("cough\nwheeze\n".getBytes(StandardCharsets.UTF_16LE)).problemLines())
        .containsExactly(
            "words.txt:1: looks like UTF-16 without a byte order mark; say encoding=UTF-16LE or"
                + " UTF-16BE");
    byte[] latin = "café".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(words(latin, "encoding=ISO-8859-1").nameLines()).containsExactly("café");
  }

  @Test
  void namesThePlaceOfOneWrongByte() throws IOException {
    byte[] bytes = bytes(new byte[0], "干咳\n干咳 cough\n", StandardCharsets.UTF_8);
    bytes[12] = (byte) 0xff;
    assertThat(words(bytes).problemLines())
        .containsExactly(
            "words.txt:2:2: not UTF-8 at byte 10, and the file is not Chinese GB18030 either; say"
                + " encoding=…");
    assertThat(words(bytes, "encoding=UTF-8").problemLines())
        .containsExactly("words.txt:2:2: not UTF-8 at byte 10");
  }

  @Test
  void decodesCharactersThatCrossABuffer() throws IOException {
    String line = "咳".repeat(21_845) + "\n";
    Collected read = words((line + line + "a" + line).getBytes(StandardCharsets.UTF_8));
    assertThat(read.problems).isEmpty();
    assertThat(read.names).hasSize(3).allMatch(n -> n.names().get(0).text().contains("咳"));
  }

  @Test
  void cleansNamesAndSkipsDamagedOnes() throws IOException {
    Collected read =
        words(
            " 干\u3000\u0007咳\u200b \n\u0000\nlost \ufffd\n123\n".getBytes(StandardCharsets.UTF_8));
    assertThat(read.nameLines()).containsExactly("干 咳");
    assertThat(read.skippedLines())
        .contains(
            "words.txt:2:1: a name without a visible character",
            "words.txt:3:1: a name with lost characters (U+FFFD)",
            "words.txt:4:1: a name that is neither Chinese nor English; state its language");
    Collected longer = words("咳".repeat(70_000).getBytes(StandardCharsets.UTF_8));
    assertThat(longer.problemLines())
        .containsExactly("words.txt:1: the line is longer than 65536 characters");
  }
}
