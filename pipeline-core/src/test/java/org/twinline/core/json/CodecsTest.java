package org.twinline.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twinline.core.Seed;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;

class CodecsTest {
  private static final String QUESTION =
      "{\"id\":\"q1\",\"question\":\"最可能的诊断？\",\"options\":{\"A\":\"普通感冒\",\"B\":\"流感\"},"
          + "\"references\":[{\"required\":[\"流感\"],\"nice_to_have\":[\"肺炎\"]},[\"a\",\"b\"]],"
          + "\"task\":\"diagnosis\",\"answer_kind\":\"choice\",\"language\":\"zh\","
          + "\"labels\":{\"科室\":[\"呼吸科\"]},"
          + "\"rubrics\":[{\"criterion\":\"提到发热\",\"points\":5.0,\"tags\":[\"x\"]},"
          + "{\"criterion\":\"武断\",\"points\":-2.5}],"
          + "\"extra\":{\"id2\":null,\"source\":{\"n\": 1.00}}}";
  private static final String CANDIDATE =
      "{\"id\":\"c1\",\"cot\":\"先看症状😀\",\"answer\":\"B\",\"preference\":1.0,"
          + "\"extra\":{\"model\":\"m\"},\"place\":\"3@1234\"}";
  private static final String SCORE =
      "{\"name\":\"rule\",\"value\":0.8,\"explanation\":{\"code\":\"weighted\",\"value\":0.8,"
          + "\"arguments\":[\"1\"],\"parts\":[{\"code\":\"path\",\"value\":0.8,"
          + "\"arguments\":[\"ICD10CM:I21.9\"]}]}}";
  private static final String REJECTION =
      "{\"reason\":\"wrong_answer\",\"explanation\":{\"code\":\"wrong_answer\",\"value\":0.1}}";

  @Test
  void questions() throws MalformedRecord {
    golden(QuestionCodec.INSTANCE, Groups.full(), QUESTION);
  }

  @Test
  void turnsInsteadOfOneQuestion() throws MalformedRecord {
    Prompt prompt =
        new Prompt(
            List.of(
                new Turn(Role.SYSTEM, "s"),
                new Turn(Role.USER, "u"),
                new Turn(Role.ASSISTANT, "a"),
                new Turn(Role.USER, "v")),
            List.of());
    golden(
        QuestionCodec.INSTANCE,
        new Question("", prompt, Reference.all("a", "b"), Traits.UNSTATED, Annotations.NONE),
        "{\"turns\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"u\"},"
            + "{\"role\":\"assistant\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"v\"}],"
            + "\"references\":[\"a\",\"b\"]}");
  }

  @Test
  void candidates() throws MalformedRecord {
    golden(CandidateCodec.INSTANCE, Groups.candidate(), CANDIDATE);
    golden(CandidateCodec.INSTANCE, Groups.bareCandidate(), "{\"answer\":\"\",\"place\":\"0@0\"}");
  }

  @Test
  void groups() throws MalformedRecord {
    CandidateGroup group =
        new CandidateGroup(Groups.full(), List.of(Groups.candidate()), List.of(new Place(0, 12)));
    golden(
        CandidateGroupCodec.INSTANCE,
        group,
        QUESTION.substring(0, QUESTION.length() - 1)
            + ",\"candidates\":["
            + CANDIDATE
            + "],\"bare\":[\"0@12\"]}");
  }

  @Test
  void inputFormHasNoPlaces() {
    CandidateGroup group =
        new CandidateGroup(Groups.full(), List.of(Groups.candidate()), List.of(new Place(0, 12)));
    byte[] written = Json.write(out -> CandidateGroupCodec.writeInput(group, out));
    assertThat(new String(written, UTF_8))
        .isEqualTo(
            QUESTION.substring(0, QUESTION.length() - 1)
                + ",\"candidates\":["
                + CANDIDATE.replace(",\"place\":\"3@1234\"", "")
                + "]}");
  }

  @Test
  void verdicts() throws MalformedRecord {
    Explanation part = Explanation.of("path", 0.8, "ICD10CM:I21.9");
    Score score =
        new Score("rule", 0.8, Explanation.weightedMean("weighted", List.of(part), List.of(1.0)));
    Rejection rejection = Rejection.of(RejectionReason.WRONG_ANSWER, 0.1);
    golden(ExplanationCodec.INSTANCE, part, part("path", "ICD10CM:I21.9"));
    golden(ScoreCodec.INSTANCE, score, SCORE);
    golden(RejectionCodec.INSTANCE, rejection, REJECTION);
    Judged judged = new Judged(Groups.candidate(), List.of(score), List.of(rejection));
    String text =
        CANDIDATE.substring(0, CANDIDATE.length() - 1)
            + ",\"scores\":["
            + SCORE
            + "],\"rejections\":["
            + REJECTION
            + "]}";
    golden(JudgedCodec.INSTANCE, judged, text);
    golden(
        JudgedGroupCodec.INSTANCE,
        new JudgedGroup(Groups.full(), List.of(judged), List.of()),
        QUESTION.substring(0, QUESTION.length() - 1) + ",\"candidates\":[" + text + "]}");
  }

  private static String part(String code, String argument) {
    return "{\"code\":\"" + code + "\",\"value\":0.8,\"arguments\":[\"" + argument + "\"]}";
  }

  @Test
  void deadLetters() throws MalformedRecord {
    golden(
        DeadLetterCodec.INSTANCE,
        new DeadLetter(new Place(1, 99), DeadLetterCode.INVALID_UTF8, "bytes", 7),
        "{\"place\":\"1@99\",\"code\":\"invalid_utf8\",\"detail\":\"bytes\",\"column\":7}");
    golden(
        DeadLetterCodec.INSTANCE,
        new DeadLetter(new Place(1, 99), DeadLetterCode.LINE_TOO_LONG, "long", -1),
        "{\"place\":\"1@99\",\"code\":\"line_too_long\",\"detail\":\"long\"}");
  }

  @Test
  void deadLetterCodesAreFrozen() {
    assertThat(List.of(DeadLetterCode.values()).stream().map(DeadLetterCode::code))
        .containsExactly(
            "malformed_json",
            "invalid_utf8",
            "nul_character",
            "lone_surrogate",
            "bom_inside",
            "line_too_long",
            "nesting_too_deep",
            "number_too_long",
            "name_too_long",
            "too_many_values",
            "duplicate_key",
            "not_an_object",
            "wrong_type",
            "unknown_value",
            "out_of_range",
            "missing_field",
            "blank_question",
            "unsupported_content",
            "unrecognised_form",
            "non_finite_score",
            "truncated_stream",
            "corrupt_stream");
    assertThat(DeadLetterCode.of("bom_inside")).contains(DeadLetterCode.BOM_INSIDE);
    assertThat(DeadLetterCode.of("nothing")).isEmpty();
  }

  @Test
  void whateverIsWrittenIsReadBackEqual() throws MalformedRecord {
    Random random = Seed.random("CodecsTest");
    for (int i = 0; i < 1_000; i++) {
      CandidateGroup group = Groups.random(random);
      byte[] bytes = CandidateGroupCodec.INSTANCE.toBytes(group);
      CandidateGroup read = CandidateGroupCodec.INSTANCE.fromBytes(bytes);
      assertThat(read).isEqualTo(group);
      assertThat(CandidateGroupCodec.INSTANCE.toBytes(read)).isEqualTo(bytes);
    }
  }

  @Test
  void halfOfASurrogatePairIsNotWritten() {
    Question question =
        new Question(
            "", Prompt.of("CANARY \ud83d"), Reference.NONE, Traits.UNSTATED, Annotations.NONE);
    assertThatThrownBy(() -> QuestionCodec.INSTANCE.toBytes(question))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot write a record as JSON: a text holds NUL or half of a surrogate pair")
        .hasNoCause();
  }

  @Test
  void damagedTravelFormIsRefused() {
    assertThatThrownBy(() -> read(CandidateCodec.INSTANCE, "{\"answer\":\"a\"}"))
        .hasMessage("missing_field: place is missing (byte 0 of the line)");
    assertThatThrownBy(() -> read(CandidateCodec.INSTANCE, "{\"answer\":\"a\",\"place\":\"1@\"}"))
        .hasMessage("wrong_type: place must be a place: file@offset (byte 22 of the line)");
    assertThatThrownBy(() -> read(CandidateCodec.INSTANCE, "{\"place\":\"9999999999@1\"}"))
        .hasMessage("wrong_type: place must be a place: file@offset (byte 9 of the line)");
    assertThatThrownBy(() -> read(ScoreCodec.INSTANCE, SCORE.replaceFirst("0.8", "1.8")))
        .hasMessageStartingWith("out_of_range: a score must");
    assertThatThrownBy(() -> read(RejectionCodec.INSTANCE, REJECTION.replaceFirst("wrong", "x")))
        .hasMessageStartingWith("unknown_value: reason must be one of group_overflow, ");
    assertThatThrownBy(() -> read(ExplanationCodec.INSTANCE, "{\"code\":\"x\",\"value\":1e999}"))
        .hasMessage("out_of_range: value is beyond the range of a double (byte 20 of the line)");
  }

  private static <T> void golden(JsonCodec<T> codec, T value, String json) throws MalformedRecord {
    assertThat(new String(codec.toBytes(value), UTF_8)).isEqualTo(json);
    assertThat(read(codec, json)).isEqualTo(value);
  }

  private static <T> T read(JsonCodec<T> codec, String json) throws MalformedRecord {
    return codec.fromBytes(json.getBytes(UTF_8));
  }
}
