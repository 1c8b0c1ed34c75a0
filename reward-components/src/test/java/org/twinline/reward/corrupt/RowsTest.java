package org.twinline.reward.corrupt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.text.Span;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Place;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.Terminology;

final class RowsTest {
  private static final Path ROOT = Path.of(System.getProperty("twinline.root", ".."));
  private static final Terminology SAMPLES = Rules.build(ROOT.resolve("samples/terminology"));

  @Test
  void verifierRowsAreBalancedAndNameNoConceptOfTheOtherPart() {
    VerifierRows rows = VerifierRows.over(SAMPLES, 17);
    Siblings siblings = new Siblings(SAMPLES);
    Set<Part> parts = new HashSet<>();
    int made = 0;
    for (int i = 0; i < 40; i++) {
      List<VerifierRow> some =
          rows.of("v" + i, "诊断是什么（" + i + "）？", "肺炎", List.of(), List.of("肺结核"), Language.ZH);
      made += some.size();
      assertThat(some.stream().filter(VerifierRow::right).count() * 2).isEqualTo(some.size());
      some.forEach(row -> parts.add(row.part()));
    }
    assertThat(made).isPositive();
    // A reference that is a concept has rows in its own part alone.
    assertThat(parts).hasSize(1);
    assertThat(siblings.part(SAMPLES.exactOrdinals("肺炎")))
        .isEqualTo(Optional.of(parts.iterator().next()));
  }

  @Test
  void anUnknownReferenceNeedsDistractors() {
    VerifierRows rows = VerifierRows.over(SAMPLES, 17);
    assertThat(rows.of("v", "Which box?", "Box E", List.of(), List.of(), Language.EN)).isEmpty();
    List<VerifierRow> made =
        rows.of("v", "Which box?", "Box E", List.of(), List.of("Box A"), Language.EN);
    assertThat(made).hasSize(6);
    assertThat(made)
        .filteredOn(r -> r.form().equals("reversed_contrast"))
        .allSatisfy(
            r -> {
              assertThat(r.right()).isFalse();
              assertThat(r.answer()).contains("Box E").contains("Box A");
            });
  }

  @Test
  void stepsHaveALabelEach() {
    StepRows rows = StepRows.over(SAMPLES, 17);
    int unsound = 0;
    int sound = 0;
    for (int i = 0; i < 30; i++) {
      GoodAnswer good =
          new GoodAnswer(
              "s" + i,
              "诊断（" + i + "）？",
              "患者咳嗽3天。体温升高，考虑感染。胸片示右下肺阴影。白细胞升高支持细菌感染。因此考虑肺炎。",
              "肺炎",
              Language.ZH);
      StepRow row = rows.of(good).orElseThrow();
      assertThat(row.steps()).hasSameSizeAs(row.sound());
      unsound += (int) row.sound().stream().filter(s -> !s).count();
      sound += (int) row.sound().stream().filter(s -> s).count();
    }
    assertThat((double) unsound / (unsound + sound)).isBetween(0.2, 0.45);
    assertThat(rows.of(new GoodAnswer("x", "q", "一句。", "a", Language.ZH))).isEmpty();
  }

  @Test
  void consistencyRowsDifferInOneSide() {
    ConsistencyRows rows = ConsistencyRows.over(SAMPLES, 17);
    List<ConsistencyRow> made =
        rows.of("c", "Which one?", "The clues fit.", "Box E", List.of("Box A"), Language.EN);
    assertThat(made).hasSize(2);
    ConsistencyRow agree = made.get(0);
    ConsistencyRow differ = made.get(1);
    assertThat(agree.consistent()).isTrue();
    assertThat(agree.cot()).startsWith("The clues fit. ").contains("Box E");
    assertThat(agree.answer()).contains("Box E");
    assertThat(differ.consistent()).isFalse();
    assertThat(differ.cot().contains("Box A")).isNotEqualTo(differ.answer().contains("Box A"));
  }

  @Test
  void linesAreWrittenFieldByField() {
    GoodAnswer good = new GoodAnswer("q1", "怎么办？", "想一想。", "应休息。", Language.ZH);
    Corrupted answer = Corrupted.of(Corruption.NEGATION_FLIPPED, Part.TRAIN, "应休息。", "不应休息。");
    assertThat(answer.place()).isEqualTo(new Span(0, 1));
    assertThat(text(TrainingRows.pair(good, answer)))
        .isEqualTo(
            "{\"id\":\"q1/negation_flipped\",\"question\":\"怎么办？\",\"chosen\":\"应休息。\","
                + "\"rejected\":\"不应休息。\",\"language\":\"zh\",\"corruption\":\"negation_flipped\","
                + "\"dimension\":\"correctness\",\"part\":\"train\",\"length_matched\":false}");
    Corrupted cot = Corrupted.of(Corruption.STEP_REPLACED, Part.TEST, "想一想。", "不想一想。");
    assertThat(text(TrainingRows.pair(good, cot)))
        .isEqualTo(
            "{\"id\":\"q1/step_replaced\",\"question\":\"怎么办？\",\"chosen\":\"应休息。\","
                + "\"rejected\":\"应休息。\",\"chosen_cot\":\"想一想。\",\"rejected_cot\":\"不想一想。\","
                + "\"language\":\"zh\",\"corruption\":\"step_replaced\",\"dimension\":\"process\","
                + "\"part\":\"test\",\"length_matched\":false}");
    assertThat(
            text(
                TrainingRows.verifier(
                    new VerifierRow("v", "q", "r", "a", true, Language.EN, "stated", Part.TEST))))
        .isEqualTo(
            "{\"id\":\"v/stated\",\"question\":\"q\",\"reference\":\"r\",\"answer\":\"a\",\"label\":1,"
                + "\"language\":\"en\",\"corruption\":\"stated\",\"part\":\"test\"}");
    assertThat(
            text(
                TrainingRows.steps(
                    new StepRow(
                        "s",
                        "q",
                        List.of("a", "b"),
                        List.of(true, false),
                        Language.EN,
                        Part.TRAIN))))
        .isEqualTo(
            "{\"id\":\"s\",\"question\":\"q\",\"steps\":[\"a\",\"b\"],\"labels\":[1,0],"
                + "\"language\":\"en\",\"part\":\"train\"}");
    assertThat(
            text(
                TrainingRows.consistency(
                    new ConsistencyRow("c", "q", "t", "a", false, Language.EN, "own", Part.TRAIN))))
        .isEqualTo(
            "{\"id\":\"c/own\",\"question\":\"q\",\"cot\":\"t\",\"answer\":\"a\",\"label\":0,"
                + "\"language\":\"en\",\"corruption\":\"own\",\"part\":\"train\"}");
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  @Test
  void goodAnswersAreReadFromRecordsAndFromPlainRows() throws MalformedRecord {
    assertThat(read("{\"id\":\"1\",\"question\":\"怎么办？\",\"answer\":\"休息。\"}"))
        .containsExactly(new GoodAnswer("1", "怎么办？", "", "休息。", Language.ZH));
    assertThat(
            read(
                "{\"question\":\"What?\",\"chosen\":\"Rest.\",\"cot\":\"Think.\",\"language\":\"en\"}"))
        .containsExactly(new GoodAnswer("", "What?", "Think.", "Rest.", Language.EN));
    assertThat(read("{\"question\":\"What now?\",\"chosen\":\"Rest.\",\"rejected\":\"Run.\"}"))
        .extracting(GoodAnswer::answer)
        .containsExactly("Rest.");
    assertThat(
            read(
                "{\"id\":\"1\",\"question\":\"What?\",\"candidates\":["
                    + "{\"id\":\"a\",\"answer\":\"Rest.\",\"preference\":0.9},"
                    + "{\"id\":\"b\",\"answer\":\"Run.\",\"preference\":0.1}]}"))
        .extracting(GoodAnswer::answer)
        .containsExactly("Rest.");
    assertThat(read("{\"question\":\"What?\",\"answer\":\" \"}")).isEmpty();
  }

  private static List<GoodAnswer> read(String line) throws MalformedRecord {
    return new GoodAnswers().of(line.getBytes(StandardCharsets.UTF_8), new Place(0, 0));
  }
}
