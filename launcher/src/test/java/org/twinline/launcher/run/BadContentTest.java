package org.twinline.launcher.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad content becomes dead letters or rejects with a code; the rest of the run is whole. */
class BadContentTest {
  private static final String CANARY = "kanarienvogel";

  @TempDir Path folder;

  private Workplace work;

  @BeforeEach
  void work() {
    work = new Workplace(folder);
  }

  static Stream<Arguments> lines() {
    String bad = "{\"id\":\"bad\",\"question\":";
    return Stream.of(
        Arguments.of("malformed_json", (bad + "\"" + CANARY).getBytes(UTF_8)),
        Arguments.of("malformed_json", (CANARY + " no JSON at all").getBytes(UTF_8)),
        Arguments.of("not_an_object", ("[\"" + CANARY + "\"]").getBytes(UTF_8)),
        Arguments.of("wrong_type", (bad + "{\"" + CANARY + "\":1}}").getBytes(UTF_8)),
        Arguments.of(
            "wrong_type", (bad + "\"" + CANARY + "？\",\"candidates\":\"c1\"}").getBytes(UTF_8)),
        Arguments.of("unknown_value", (bad + "\"?\",\"task\":\"" + CANARY + "\"}").getBytes(UTF_8)),
        Arguments.of(
            "duplicate_key",
            (bad + "\"?\",\"" + CANARY + "\":1,\"" + CANARY + "\":2}").getBytes(UTF_8)),
        Arguments.of("blank_question", (bad + "\" \",\"x\":\"" + CANARY + "\"}").getBytes(UTF_8)),
        Arguments.of("missing_field", ("{\"id\":\"" + CANARY + "\"}").getBytes(UTF_8)),
        Arguments.of("nul_character", (bad + "\"" + CANARY + "\\u0000\"}").getBytes(UTF_8)),
        Arguments.of("lone_surrogate", (bad + "\"" + CANARY + "\\ud800\"}").getBytes(UTF_8)),
        Arguments.of("bom_inside", ("\ufeff" + bad + "\"" + CANARY + "\"}").getBytes(UTF_8)),
        Arguments.of(
            "nesting_too_deep",
            (bad + "\"" + CANARY + "\",\"x\":" + "[".repeat(100_000)).getBytes(UTF_8)),
        Arguments.of(
            "number_too_long",
            (bad + "\"" + CANARY + "\",\"x\":" + "9".repeat(100_000) + "}").getBytes(UTF_8)),
        Arguments.of("invalid_utf8", invalid((bad + "\"" + CANARY).getBytes(UTF_8))),
        Arguments.of("line_too_long", huge()));
  }

  private static byte[] invalid(byte[] start) {
    byte[] all = Arrays.copyOf(start, start.length + 3);
    all[start.length] = (byte) 0xff;
    all[start.length + 1] = '"';
    all[start.length + 2] = '}';
    return all;
  }

  private static byte[] huge() {
    byte[] line = new byte[20_000_000];
    Arrays.fill(line, (byte) 'x');
    System.arraycopy(CANARY.getBytes(UTF_8), 0, line, 100, CANARY.length());
    return line;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void aBadLineIsADeadLetterBesideTheGood(String code, byte[] line) throws IOException {
    String before = record("g1", CANARY) + "\n";
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(before.getBytes(UTF_8));
    content.writeBytes(line);
    content.writeBytes(("\n" + record("g2", CANARY) + "\n").getBytes(UTF_8));
    Files.write(work.path("a.jsonl"), content.toByteArray());
    work.job("a.jsonl");

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.deadLetters()).containsExactly(code + " 0@" + before.getBytes(UTF_8).length);
    assertThat(work.ids("triples")).containsExactlyInAnyOrder("g1/c1", "g2/c1");
    assertThat(work.ids("rejected")).containsExactlyInAnyOrder("g1/c2", "g2/c2");
    assertThat(work.manifest().path("ledger").get(0).path("read").asInt()).isEqualTo(5);
    work.assertLedgerCloses();
    work.assertNowhere(CANARY);
    assertThat(work.err()).isEmpty();
    assertThat(work.output().resolve("_SUCCESS")).exists();
    assertThat(work.output().resolve(".staging")).doesNotExist();
  }

  @Test
  void aTruncatedArchiveKeepsWhatWasReadBefore() throws IOException {
    work.write("a.jsonl", record("g1", ""));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write((record("g2", "") + "\n").getBytes(UTF_8));
      Random random = new Random(1);
      for (int i = 0; i < 300; i++) {
        gzip.write((record("r" + i, CANARY + random.nextLong()) + "\n").getBytes(UTF_8));
      }
    }
    Files.write(work.path("b.jsonl.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    work.job("a.jsonl", "b.jsonl.gz");

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.deadLetters()).hasSize(1).allMatch(l -> l.startsWith("truncated_stream 1@"));
    assertThat(work.ids("triples")).contains("g1/c1", "g2/c1").hasSizeGreaterThan(100);
    work.assertLedgerCloses();
    work.assertNowhere(CANARY);
  }

  @Test
  void allMembersOfAnArchiveAreRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (String id : List.of("g1", "g2", "g3")) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write((record(id, "") + "\n").getBytes(UTF_8));
      }
    }
    Files.write(work.path("a.jsonl.gz"), packed.toByteArray());
    work.job("a.jsonl.gz");

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.ids("triples")).containsExactlyInAnyOrder("g1/c1", "g2/c1", "g3/c1");
    assertThat(work.deadLetters()).isEmpty();
  }

  @Test
  void duplicateIdsAreRejectedWithTheirReason() throws IOException {
    work.write(
        "a.jsonl",
        record("g1", ""),
        record("g1", ""),
        record("g1", "另一").replace("胃溃疡", "胃炎"),
        record("g2", ""));
    work.job("a.jsonl");

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.ids("triples")).containsExactlyInAnyOrder("g1/c1", "g2/c1");
    assertThat(work.manifest().path("ledger").get(0).path("dropped").toString())
        .isEqualTo("{\"duplicate_candidate\":2,\"question_conflict\":2,\"wrong_answer\":2}");
    work.assertLedgerCloses();
  }

  @Test
  void anEmptyFileIsToldAndTheRestIsRead() throws IOException {
    work.write("a.jsonl", record("g1", ""));
    Files.write(work.path("b.jsonl"), new byte[0]);
    work.job("a.jsonl", "b.jsonl");

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.ids("triples")).containsExactly("g1/c1");
    assertThat(work.out()).contains("\n  warning: no records in b.jsonl\n");
    assertThat(work.manifest().path("ledger")).hasSize(2);
    work.assertLedgerCloses();
  }

  @Test
  void anEmptyFileAloneMakesEmptyDatasets() throws IOException {
    Files.write(work.path("a.jsonl"), new byte[0]);
    work.job("a.jsonl");

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.out())
        .startsWith("verifiable: read 0 triples, kept 0, dropped 0, dead letters 0 (")
        .contains("warning: no records in a.jsonl");
    assertThat(work.output().resolve("triples/_SUCCESS")).exists();
    assertThat(work.output().resolve("_SUCCESS")).exists();
  }

  @Test
  void tooMuchBadContentEndsWithThreeAndWithoutSuccess() throws IOException {
    work.write("a.jsonl", record("g1", ""), CANARY);
    work.job("a.jsonl");

    assertThat(work.run("errors.max_rate=0.3")).isEqualTo(3);

    assertThat(work.err())
        .isEqualTo(
            """
            error: 1 of 3 triples are dead letters, more than errors.max_rate 0.3 allows
            hint: see out/dead-letters; no _SUCCESS was written
            """);
    for (String place : List.of("", "triples", "rejected", "dead-letters", "prompts")) {
      assertThat(work.output().resolve(place).resolve("_SUCCESS")).doesNotExist();
    }
    assertThat(work.ids("triples")).containsExactly("g1/c1");
    assertThat(work.deadLetters()).hasSize(1);
    assertThat(work.manifest().path("status").asText()).isEqualTo("too_much_bad_content");
    work.assertLedgerCloses();
    work.assertNowhere(CANARY);
  }

  @Test
  void exactlyTheAllowedShareOfBadContentPasses() throws IOException {
    String[] lines = new String[100];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = i < 29 ? "x" : "{\"id\":\"p" + i + "\",\"question\":\"?\",\"references\":[\"a\"]}";
    }
    work.write("a.jsonl", lines);
    work.job("a.jsonl");

    assertThat(work.run("errors.max_rate=0.29")).as(work.err()).isZero();
    assertThat(work.records("prompts")).hasSize(71);
  }

  @Test
  void aCrowdedQuestionOverflowsIntoTheRejects() throws IOException {
    String[] lines = new String[2_000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] =
          record("crowd", "")
              .replaceFirst("\"id\":\"crowd\"", "\"question_id\":\"crowd\",\"id\":\"c" + i + "\"")
              .replaceFirst(
                  ",\"candidates\".*",
                  ",\"cot\":\"发热咳嗽三天，右下肺湿啰音，白细胞升高，胸片有浸润影。\",\"answer\":\"肺炎" + i + "\"}");
    }
    work.write("a.jsonl", lines);
    work.write("b.jsonl", record("g1", ""));
    work.job("a.jsonl", "b.jsonl");

    assertThat(work.run("group.max_candidates=100")).as(work.err()).isZero();

    assertThat(work.manifest().path("ledger").get(0).path("read").asInt()).isEqualTo(2_000);
    assertThat(work.manifest().path("ledger").get(0).path("dropped").path("group_overflow").asInt())
        .isEqualTo(1_900);
    assertThat(work.records("rejected"))
        .filteredOn(r -> r.path("reason").asText().equals("group_overflow"))
        .hasSize(1_900);
    assertThat(work.ids("triples")).contains("g1/c1");
    work.assertLedgerCloses();
  }
}
