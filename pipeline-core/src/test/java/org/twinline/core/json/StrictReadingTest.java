package org.twinline.core.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.Seed;
import org.twinline.core.triple.CandidateGroup;

class StrictReadingTest {
  private static final String CANARY = "张三CANARY";
  private static final String BEFORE = "{\"name\":\"" + CANARY + "\",\"x\":\"";
  private static final int AT = BEFORE.getBytes(UTF_8).length;

  /** Bytes as Latin-1, so that each character of the source is one byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ff",
        "\u0080",
        "\u00c0\u0080",
        "\u00c1\u00bf",
        "\u00e0\u009f\u00bf",
        "\u00ed\u00a0\u0080",
        "\u00ed\u00bf\u00bf",
        "\u00f0\u008f\u00bf\u00bf",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00e4\u00b8",
        "\u00c3",
        "\u00f0\u009f\u0098"
      })
  void bytesThatAreNotUtf8(String bytes) {
    expect(line(bytes.getBytes(ISO_8859_1), "\"}"), DeadLetterCode.INVALID_UTF8, AT);
    // At the very end of the line too.
    expect(line(bytes.getBytes(ISO_8859_1), ""), DeadLetterCode.INVALID_UTF8, AT);
  }

  @ParameterizedTest
  @CsvSource({
    "\\ud800, LONE_SURROGATE",
    "\\uDBFF\\u0041, LONE_SURROGATE",
    "\\udc00, LONE_SURROGATE",
    "\\udc00\\ud800, LONE_SURROGATE",
    "\\ud83dx\\ude00, LONE_SURROGATE",
    "\\u0000, NUL_CHARACTER"
  })
  void escapesThatAreNoText(String escape, DeadLetterCode code) {
    expect(line(escape.getBytes(UTF_8), "\"}"), code, AT);
    expect(line(escape.getBytes(UTF_8), " and more text\"}"), code, AT);
  }

  @Test
  void validEscapesPass() throws MalformedRecord {
    byte[] line = line("\\ud83d\\ude00 \\\\ud800 \\n".getBytes(UTF_8), "\"}");
    JsonValue.Obj read = Json.readStrict(line, Limits.DEFAULT);
    assertThat(Read.text("x", Read.required(read, "x"))).isEqualTo("😀 \\ud800 \n");
    assertThat(Read.required(read, "x").raw()).isEqualTo("\"\\ud83d\\ude00 \\\\ud800 \\n\"");
  }

  @Test
  void nulBytes() {
    expect(line(new byte[] {0}, "\"}"), DeadLetterCode.NUL_CHARACTER, AT);
    expect(new byte[9], DeadLetterCode.NUL_CHARACTER, 0);
  }

  @Test
  void byteOrderMarkInsideTheFile() {
    expect(("\ufeff{\"x\":\"" + CANARY + "\"}").getBytes(UTF_8), DeadLetterCode.BOM_INSIDE, 0);
  }

  @Test
  void rawControlCharacter() {
    expect(line(new byte[] {7}, "\"}"), DeadLetterCode.MALFORMED_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":\"张三CANARY\"",
        "{\"x\":\"张三CANARY",
        "{\"张三CANARY",
        "{\"x\":[\"张三CANARY\"",
        "{'x':'张三CANARY'}",
        "{\"x\":\"张三CANARY\",}",
        "{\"x\":\"张三CANARY\"} x",
        "{\"x\":\"张三CANARY\"}{}",
        "{\"x\":\"张三CANARY\"}]",
        "{\"x\":张三CANARY}",
        "{\"x\":\"张三CANARY\\q\"}",
        "{\"x\":\"张三CANARY\\u12\"}",
        "{\"x\":\"张三CANARY\",\"y\":NaN}",
        "{\"x\":\"张三CANARY\",\"y\":Infinity}",
        "{\"x\":\"张三CANARY\",\"y\":-Infinity}",
        "{\"x\":\"张三CANARY\",\"y\":01}",
        "{\"x\":\"张三CANARY\",\"y\":.5}",
        "{\"x\":\"张三CANARY\",\"y\":1.}",
        "{\"x\":\"张三CANARY\",/*c*/\"y\":1}",
        "{\"x\":\"张三CANARY\",\"y\":tru}",
        "",
        "   ",
        "张三CANARY"
      })
  void textThatIsNotJson(String text) {
    expect(text.getBytes(UTF_8), DeadLetterCode.MALFORMED_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"张三CANARY\"]", "\"张三CANARY\"", "17", "null", "true"})
  void jsonThatIsNotAnObject(String text) {
    expect(text.getBytes(UTF_8), DeadLetterCode.NOT_AN_OBJECT, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"张三CANARY\":1,\"张三CANARY\":2}",
        "{\"a\":{\"b\":[{\"张三CANARY\":1,\"c\":2,\"张三CANARY\":1}]}}",
        "{\"a\":\"张三CANARY\",\"b\":1,\"\\u0061\":2}"
      })
  void duplicateNamesAtAnyDepth(String text) {
    int second = text.lastIndexOf(text.contains("\\u") ? "\"\\u0061" : "\"张三");
    expect(
        text.getBytes(UTF_8),
        DeadLetterCode.DUPLICATE_KEY,
        text.substring(0, second).getBytes(UTF_8).length);
  }

  @Test
  void nesting() throws MalformedRecord {
    String deep = "{\"c\":\"" + CANARY + "\",\"a\":";
    String fits = deep + "[".repeat(99) + "]".repeat(99) + "}";
    assertThat(Json.readStrict(fits.getBytes(UTF_8), Limits.DEFAULT).members()).hasSize(2);
    String tooDeep = deep + "[".repeat(1_000_000);
    MalformedRecord fault =
        expect(
            tooDeep.getBytes(UTF_8),
            DeadLetterCode.NESTING_TOO_DEEP,
            deep.getBytes(UTF_8).length + 99);
    assertThat(fault.detail()).isEqualTo("deeper than nesting = 100");
  }

  @Test
  void numbers() throws MalformedRecord {
    String before = "{\"c\":\"" + CANARY + "\",\"a\":";
    String fits = before + "1".repeat(100) + "}";
    assertThat(Read.required(Json.readStrict(fits.getBytes(UTF_8), Limits.DEFAULT), "a").raw())
        .hasSize(100);
    MalformedRecord fault =
        expect(
            (before + "1".repeat(1_000_000) + "}").getBytes(UTF_8),
            DeadLetterCode.NUMBER_TOO_LONG,
            before.getBytes(UTF_8).length);
    assertThat(fault.detail()).isEqualTo("a number longer than number_digits = 100");
  }

  @Test
  void names() {
    MalformedRecord fault =
        expect(
            ("{\"" + CANARY.repeat(200) + "\":1}").getBytes(UTF_8),
            DeadLetterCode.NAME_TOO_LONG,
            1);
    assertThat(fault.detail()).isEqualTo("a field name longer than name_length = 1000");
    expect(
        ("{\"" + CANARY.repeat(100_000) + "\":1}").getBytes(UTF_8), DeadLetterCode.NAME_TOO_LONG);
  }

  @Test
  void values() {
    Limits few = new Limits(1_000, 100, 100, 1_000, 100);
    assertThatThrownBy(
            () -> Json.readStrict(("{\"a\":[" + "0,".repeat(99) + "0]}").getBytes(UTF_8), few))
        .hasMessage("too_many_values: more values than line_values = 100 (byte 204 of the line)");
  }

  @Test
  void limitsNameTheirRange() {
    assertThatThrownBy(() -> new Limits(1, 1, 100, 100, 100))
        .hasMessage("illegal nesting: 1, must be between 4 and 900");
    assertThat(Limits.DEFAULT).isEqualTo(new Limits(16 << 20, 100, 100, 1_000, 1_000_000));
  }

  @Test
  void utf8AsTheStrictDecoderOfTheJdk() {
    Random random = Seed.random("StrictReadingTest");
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(12)];
      for (int k = 0; k < bytes.length; k++) {
        int[] interesting = {0x41, 0x7f, 0x80, 0xbf, 0xc2, 0xe0, 0xe4, 0xed, 0xef, 0xf0, 0xf4};
        bytes[k] =
            (byte)
                (random.nextInt(4) == 0
                    ? 1 + random.nextInt(255)
                    : interesting[random.nextInt(interesting.length)]);
      }
      boolean valid = isUtf8(bytes);
      MalformedRecord fault =
          catchThrowableOfType(MalformedRecord.class, () -> StrictBytes.check(bytes));
      boolean refused = fault != null && fault.code() == DeadLetterCode.INVALID_UTF8;
      if (fault == null || refused) {
        assertThat(!refused).as("%s", HexFormat.of().formatHex(bytes)).isEqualTo(valid);
      }
    }
  }

  @Test
  void damagedLinesGiveNothingButDeadLetters() {
    Random random = Seed.random("StrictReadingTest");
    byte[] good =
        CandidateGroupCodec.INSTANCE.toBytes(
            new CandidateGroup(Groups.full(), List.of(Groups.candidate()), List.of()));
    for (int i = 0; i < 5_000; i++) {
      byte[] bad = good.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      try {
        Json.readStrict(bad, Limits.DEFAULT);
      } catch (MalformedRecord e) {
        assertThat(e.column()).isBetween(-1L, (long) bad.length);
        assertThat(e.getMessage()).doesNotContain("诊断", "感冒");
      }
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] line(byte[] middle, String after) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(BEFORE.getBytes(UTF_8));
    line.writeBytes(middle);
    line.writeBytes(after.getBytes(UTF_8));
    return line.toByteArray();
  }

  private static MalformedRecord expect(byte[] line, DeadLetterCode code, long column) {
    MalformedRecord fault = expect(line, code);
    assertThat(fault.column()).isEqualTo(column);
    return fault;
  }

  private static MalformedRecord expect(byte[] line, DeadLetterCode code) {
    MalformedRecord fault =
        catchThrowableOfType(MalformedRecord.class, () -> Json.readStrict(line, Limits.DEFAULT));
    assertThat(fault).as("a fault").isNotNull();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.column()).isBetween(-1L, (long) line.length);
    assertThat(fault).hasNoCause();
    assertThat(fault.getMessage()).doesNotContain("张三").doesNotContain("CANARY");
    return fault;
  }
}
