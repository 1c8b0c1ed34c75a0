package org.twinline.reward.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.verdict.Decision;

class CalibrationTest {
  private static final CalibrationSettings DEFAULT = CalibrationSettings.DEFAULT;

  @Test
  void thresholdsLieInTheMiddleBetweenScores() {
    Answers answers =
        new Answers().right(40, 0.9).right(2, 0.5).wrong(2, 0.5).wrong(40, 0.1).wrong(1, 0.7);
    // 0.7 may be accepted as well: 40 of 41 are right. 0.5 may not be decided either way.
    Calibration calibration = Calibration.of(answers.list(), DEFAULT);
    Band band = calibration.overall().band();
    assertThat(band.accept().orElseThrow()).isCloseTo(0.6, within(1e-12));
    assertThat(band.reject().orElseThrow()).isCloseTo(0.3, within(1e-12));
    assertThat(calibration.resubstitution().overall().counts())
        .isEqualTo(new Counts(new Counts.Row(40, 2, 0), new Counts.Row(1, 2, 40)));
  }

  @Test
  void neighbouringThresholdsMayMeet() {
    List<LabelledAnswer> answers = new Answers().right(30, 1).wrong(30, 0).list();
    Calibration calibration = Calibration.of(answers, DEFAULT);
    assertThat(calibration.overall().band()).isEqualTo(Band.of(0.5, 0.5));
    assertThat(calibration.overall().curve())
        .containsExactly(
            new CurvePoint(0, new Counts(new Counts.Row(30, 0, 0), new Counts.Row(30, 0, 0))),
            new CurvePoint(0.5, new Counts(new Counts.Row(30, 0, 0), new Counts.Row(0, 0, 30))),
            new CurvePoint(1, new Counts(new Counts.Row(0, 0, 30), new Counts.Row(0, 0, 30))));
    assertThat(calibration.crossFitted().overall().counts().accuracy())
        .isEqualTo(new Proportion(60, 60));
  }

  @Test
  void doublesWithoutAMiddleAreStillToldApart() {
    double low = Math.nextDown(1.0);
    Calibration calibration =
        Calibration.of(new Answers().right(30, 1).wrong(30, low).list(), DEFAULT);
    assertThat(calibration.overall().band()).isEqualTo(Band.of(1, low));
  }

  @Test
  void scoresThatSayNothingDecideNothing() {
    List<LabelledAnswer> answers = new Answers().right(30, 0.5).wrong(30, 0.5).list();
    Calibration calibration = Calibration.of(answers, DEFAULT);
    assertThat(calibration.overall().band()).isEqualTo(Band.NONE);
    assertThat(calibration.resubstitution().overall().counts().coverage())
        .isEqualTo(new Proportion(0, 60));
  }

  @Test
  void theWilsonBoundIsStricter() {
    // 40 of 40 right has a lower bound of 0.912, 200 of 200 of 0.981.
    CalibrationSettings wilson =
        new CalibrationSettings(0.97, 0.97, CalibrationSettings.Bound.WILSON);
    assertThat(
            Calibration.of(new Answers().right(40, 1).wrong(200, 0).list(), wilson)
                .overall()
                .band())
        .isEqualTo(new Band(OptionalDouble.empty(), OptionalDouble.of(0.5)));
  }

  @Test
  void kindsWithFewAnswersTakeTheThresholdsOfAll() {
    Answers answers =
        new Answers()
            .right(50, 0.9)
            .wrong(50, 0.2)
            .of(AnswerKind.NUMBER)
            .right(30, 0.5)
            .wrong(30, 0.4)
            .of(AnswerKind.CHOICE)
            .right(30, 1)
            .wrong(19, 0)
            .unknown(7, Label.WRONG);
    Calibration calibration = Calibration.of(answers.list(), DEFAULT);
    Calibration.Choice choice = Objects.requireNonNull(calibration.kinds().get(AnswerKind.CHOICE));
    assertThat(choice.own()).isFalse();
    assertThat(choice.band()).isEqualTo(calibration.overall().band());
    assertThat(choice.wrong()).isEqualTo(19);
    assertThat(calibration.thresholds().kinds().keySet())
        .containsExactly(AnswerKind.ENTITY, AnswerKind.NUMBER);
    assertThat(calibration.thresholds().band(AnswerKind.NUMBER).accept().orElseThrow())
        .isCloseTo(0.45, within(1e-12));
    assertThat(calibration.thresholds().decide(new Judgement(AnswerKind.CHOICE, 1, false)))
        .isEqualTo(Decision.UNSURE);
  }

  @Test
  void tooFewAnswersAreRefused() {
    assertThatThrownBy(
            () -> Calibration.of(new Answers().right(19, 1).wrong(40, 0).list(), DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot calibrate on 19 right and 40 wrong answers that the rules could judge: at least"
                + " 20 of each are needed");
    assertThatThrownBy(() -> new CalibrationSettings(0, 0.9, CalibrationSettings.Bound.POINT))
        .hasMessage("illegal accept precision: 0.0, must be above 0 and at most 1");
    assertThatThrownBy(() -> Band.of(0.3, 0.4))
        .hasMessage("illegal reject: 0.4, must be at most accept (0.3)");
  }

  /** Against every pair of cuts, tried one by one. */
  @Test
  void noOtherThresholdsDecideMore() {
    long seed = Long.getLong("twinline.seed", 17);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Answers answers = new Answers();
      for (int i = 0; i < 60; i++) {
        double score = random.nextInt(12) / 11.0;
        if (random.nextDouble() < score) {
          answers.right(1, score);
        } else {
          answers.wrong(1, score);
        }
      }
      CalibrationSettings settings =
          new CalibrationSettings(0.85, 0.8, CalibrationSettings.Bound.POINT);
      Band band = Curve.of(answers.list()).best(settings);
      long decided = decided(answers.list(), band, settings);
      assertThat(decided).as("-Dtwinline.seed=%s, round %s", seed, round).isNotNegative();
      assertThat(most(answers.list(), settings))
          .as("-Dtwinline.seed=%s, round %s", seed, round)
          .isEqualTo(decided);
    }
  }

  private static long most(List<LabelledAnswer> answers, CalibrationSettings settings) {
    List<OptionalDouble> cuts = new ArrayList<>();
    cuts.add(OptionalDouble.empty());
    IntStream.rangeClosed(0, 12).forEach(i -> cuts.add(OptionalDouble.of(cut(i))));
    long most = 0;
    for (OptionalDouble accept : cuts) {
      for (OptionalDouble reject : cuts) {
        if (accept.isEmpty() || reject.isEmpty() || reject.getAsDouble() <= accept.getAsDouble()) {
          most = Math.max(most, decided(answers, new Band(accept, reject), settings));
        }
      }
    }
    return most;
  }

  private static double cut(int i) {
    return i == 0 ? 0 : i == 12 ? 1 : (i - 0.5) / 11;
  }

  /** The decided, or −1 where the band does not hold what is asked. */
  private static long decided(
      List<LabelledAnswer> answers, Band band, CalibrationSettings settings) {
    Counts counts = Counts.of(answers, a -> band.decide(a.judgement().score()));
    boolean holds =
        counts.acceptPrecision().value().orElse(1) >= settings.acceptPrecision()
            && counts.rejectPrecision().value().orElse(1) >= settings.rejectPrecision();
    return holds ? counts.decided() : -1;
  }

  @Test
  void crossFittedFiguresAreOfThresholdsChosenElsewhere() {
    // 30 of 31 is too little to accept; without the one wrong answer all 30 may be accepted.
    List<LabelledAnswer> answers =
        new Answers().wrong(1, 0.95).right(30, 0.9).wrong(30, 0.1).list();
    Calibration calibration = Calibration.of(answers, DEFAULT);
    assertThat(calibration.resubstitution().overall().counts())
        .isEqualTo(new Counts(new Counts.Row(0, 30, 0), new Counts.Row(0, 1, 30)));
    long together =
        answers.stream()
            .filter(a -> a.label() == Label.RIGHT)
            .filter(a -> Calibration.fold(a.id()) == Calibration.fold("a0"))
            .count();
    assertThat(together).isBetween(1L, 29L);
    assertThat(calibration.crossFitted().overall().counts())
        .isEqualTo(
            new Counts(new Counts.Row(together, 30 - together, 0), new Counts.Row(1, 0, 30)));
  }

  @Test
  void foldsAreFrozen() {
    assertThat(IntStream.range(0, 12).map(i -> Calibration.fold("a" + i)).boxed().toList())
        .containsExactly(0, 2, 0, 2, 3, 0, 1, 0, 4, 0, 2, 3);
  }
}
