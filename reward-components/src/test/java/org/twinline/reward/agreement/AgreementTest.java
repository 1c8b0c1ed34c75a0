package org.twinline.reward.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Task;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.rule.RuleSettings;

class AgreementTest {
  private static final Thresholds DEFAULT = Thresholds.of(RuleSettings.DEFAULT);

  /** Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilsonIsAsPublished(int hits, int of, double low, double high) {
    Proportion.Interval interval = new Proportion(hits, of).wilson().orElseThrow();
    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void wilsonEndsAtTheEnds() {
    assertThat(new Proportion(0, 3).wilson().orElseThrow().low()).isZero();
    assertThat(new Proportion(3, 3).wilson().orElseThrow().high()).isEqualTo(1);
    assertThat(new Proportion(0, 0).wilson()).isEmpty();
    assertThat(new Proportion(0, 0).value()).isEmpty();
  }

  /** Cohen 1960, table 1, of 100; and Sim and Wright, Physical Therapy 85 (2005) 257–268. */
  @Test
  void kappaIsAsPublished() {
    assertThat(Kappa.of(new long[][] {{44, 7, 9}, {5, 20, 5}, {1, 3, 6}}).orElseThrow())
        .isCloseTo(0.492, within(5e-4));
    assertThat(Kappa.of(new long[][] {{22, 2}, {4, 11}}).orElseThrow())
        .isCloseTo(0.67, within(5e-3));
  }

  @Test
  void kappaNeedsTwoClasses() {
    assertThat(Kappa.of(new long[][] {{5, 0}, {0, 0}})).isEmpty();
    assertThat(Kappa.of(new long[][] {{0, 0}, {0, 0}})).isEmpty();
    assertThat(Kappa.of(new long[][] {{5, 0}, {0, 5}}).orElseThrow()).isEqualTo(1);
  }

  /** Hanley and McNeil 1982, table I: 109 images rated 1 to 5, area 0.893. */
  @Test
  void areaIsAsPublished() {
    int[] normal = {33, 6, 6, 11, 2};
    int[] abnormal = {3, 2, 2, 11, 33};
    Answers answers = new Answers();
    for (int i = 0; i < 5; i++) {
      answers.wrong(normal[i], i / 5.0).right(abnormal[i], i / 5.0);
    }
    assertThat(area(answers).orElseThrow()).isCloseTo(0.893, within(5e-4));
    assertThat(area(new Answers().right(3, 1))).isEmpty();
    assertThat(area(new Answers())).isEmpty();
  }

  private static OptionalDouble area(Answers answers) {
    return Agreement.of(answers.list(), DEFAULT).overall().auc();
  }

  @Test
  void unsureIsWrongInTheAccuracyAndItsOwnClassInKappa() {
    Answers answers =
        new Answers()
            .right(70, 0.95)
            .right(4, 0.6)
            .right(6, 0.1)
            .wrong(2, 0.9)
            .wrong(13, 0)
            .of(AnswerKind.NUMBER)
            .unknown(5, Label.WRONG);
    Agreement agreement = Agreement.of(answers.list(), DEFAULT);
    Counts all = agreement.overall().counts();
    assertThat(all).isEqualTo(new Counts(new Counts.Row(70, 4, 6), new Counts.Row(2, 5, 13)));
    assertThat(all.accuracy()).isEqualTo(new Proportion(83, 100));
    assertThat(all.decidedAccuracy()).isEqualTo(new Proportion(83, 91));
    assertThat(all.coverage()).isEqualTo(new Proportion(91, 100));
    assertThat(all.falseAccepts()).isEqualTo(new Proportion(2, 20));
    assertThat(all.falseRejects()).isEqualTo(new Proportion(6, 80));
    assertThat(all.acceptPrecision()).isEqualTo(new Proportion(70, 72));
    assertThat(all.rejectPrecision()).isEqualTo(new Proportion(13, 19));
    // p_o = 0.83, p_e = 0.8·0.72 + 0.2·0.19 = 0.614
    assertThat(all.kappa().orElseThrow()).isCloseTo((0.83 - 0.614) / 0.386, within(1e-9));
    // p_o = 83/91, p_e = (76·72 + 15·19) / 91²
    double chance = (76 * 72 + 15 * 19) / (91.0 * 91);
    assertThat(all.decidedKappa().orElseThrow())
        .isCloseTo((83 / 91.0 - chance) / (1 - chance), within(1e-9));
    assertThat(agreement.kinds().keySet()).containsExactly(AnswerKind.ENTITY, AnswerKind.NUMBER);
    assertThat(Objects.requireNonNull(agreement.kinds().get(AnswerKind.NUMBER)).counts().coverage())
        .isEqualTo(new Proportion(0, 5));
    assertThat(Objects.requireNonNull(agreement.tasks().get(Task.DIAGNOSIS)).counts())
        .isEqualTo(all);
  }

  @Test
  void worstCasesComeByScoreThenId() {
    Answers answers =
        new Answers().wrong(2, 0.9).wrong(1, 1).wrong(1, 0).right(1, 1).right(2, 0.5).right(1, 0.2);
    WorstCases worst = WorstCases.of(answers.list(), DEFAULT, 2);
    assertThat(worst.wrong()).extracting(LabelledAnswer::id).containsExactly("a2", "a0");
    assertThat(worst.right()).extracting(LabelledAnswer::id).containsExactly("a7", "a5");
  }

  @Test
  void whatTheRulesCannotTellIsNotKnown() {
    RuleSettings settings = RuleSettings.DEFAULT;
    assertThat(
            Judgement.of(AnswerKind.ENTITY, Explanation.of("rule_entity", 0.9), settings).known())
        .isTrue();
    assertThat(
            Judgement.of(AnswerKind.ENTITY, Explanation.of("rule_no_answer", 0), settings).known())
        .isTrue();
    assertThat(
            Judgement.of(AnswerKind.ENTITY, Explanation.of("rule_entity", 0.575), settings).known())
        .isFalse();
    for (String code : List.of("number_unit_left_out", "text_exact")) {
      Judgement judgement = Judgement.of(AnswerKind.TEXT, Explanation.of(code, 0.9), settings);
      assertThat(DEFAULT.decide(judgement)).isEqualTo(Decision.ACCEPT);
    }
    for (String code : List.of("no_rule_for_kind", "choice_unrecognised", "number_ambiguous")) {
      Judgement judgement = Judgement.of(AnswerKind.TEXT, Explanation.of(code, 0.575), settings);
      assertThat(judgement.known()).isFalse();
      assertThat(DEFAULT.decide(judgement)).isEqualTo(Decision.UNSURE);
    }
  }
}
