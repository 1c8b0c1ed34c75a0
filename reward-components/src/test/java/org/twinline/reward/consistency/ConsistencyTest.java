package org.twinline.reward.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;
import org.twinline.reward.process.Cots;
import org.twinline.reward.rule.Rules;

class ConsistencyTest {
  private static final Question CHOICE =
      Cots.question(AnswerKind.CHOICE, "最可能的诊断是什么？", "普通感冒", "肺炎", "支气管哮喘");

  private static Optional<Score> check(Question question, String cot, String answer) {
    return Consistency.against(Optional.empty()).check(question, Cots.candidate(cot, answer));
  }

  private static double value(Question question, String cot, String answer) {
    return check(question, cot, answer).map(Score::value).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "A, 1",
    "答案是普通感冒。, 1",
    "B, 0",
    "最可能的诊断是肺炎。, 0",
  })
  void optionsAreCompared(String answer, double expected) {
    String cot = "流涕要想到普通感冒。肺炎也有可能。综上，最可能的诊断是普通感冒，而肺炎可能性较低。";
    Score score = check(CHOICE, cot, answer).orElseThrow();
    assertThat(score.value()).isEqualTo(expected);
    assertThat(score.name()).isEqualTo("consistency");
    assertThat(score.explanation().parts().get(0).code()).isEqualTo("consistency_options");
    assertThat(score.explanation().arguments().get(0)).isEqualTo("17-41");
  }

  @Test
  void theLastConclusionCounts() {
    String cot = "一开始看，诊断为肺炎。等等，再想想。因此正确答案是普通感冒，其他选项如肺炎作为干扰项。";
    assertThat(value(CHOICE, cot, "普通感冒")).isEqualTo(1);
    assertThat(value(CHOICE, cot, "肺炎")).isEqualTo(0);
  }

  @Test
  void namesAreComparedWithoutATerminology() {
    Question question = Cots.question(AnswerKind.ENTITY, "What is the diagnosis?");
    String cot = "The joint is red and hot.\nSo the diagnosis is acute gout.";
    assertThat(value(question, cot, "acute gout")).isGreaterThan(0.8);
    assertThat(value(question, cot, "septic arthritis")).isLessThanOrEqualTo(Consistency.REJECT);
  }

  @Test
  void namesAreComparedByConcept() {
    Question question = Cots.question(AnswerKind.ENTITY, "What is the diagnosis?");
    Consistency consistency = Consistency.against(Optional.of(Rules.terminology()));
    String cot = "There is fever and cough.\nIn conclusion, the diagnosis is pneumonia.";
    assertThat(consistency.check(question, Cots.candidate(cot, "肺炎")).orElseThrow().value())
        .isGreaterThan(0.8);
    assertThat(
            consistency
                .check(question, Cots.candidate(cot, "acute myocardial infarction"))
                .orElseThrow()
                .value())
        .isLessThanOrEqualTo(Consistency.REJECT);
  }

  @Test
  void truthAndNumbersAreCompared() {
    Question truth = Cots.question(AnswerKind.BOOLEAN, "Is it safe in pregnancy?");
    String unsafe = "It crosses the placenta.\nTherefore the answer is no.";
    assertThat(value(truth, unsafe, "No")).isEqualTo(1);
    assertThat(value(truth, unsafe, "Yes")).isEqualTo(0);
    Question dose = Cots.question(AnswerKind.NUMBER, "每日剂量是多少？");
    String milligrams = "体重60 kg，每千克10 mg。\n因此答案是600 mg。";
    assertThat(value(dose, milligrams, "600 mg")).isEqualTo(1);
    assertThat(value(dose, milligrams, "0.6 g")).isEqualTo(1);
    assertThat(value(dose, milligrams, "60 mg")).isLessThanOrEqualTo(Consistency.REJECT);
  }

  @Test
  void wordsOfALongAnswerAloneRejectNothing() {
    Question question = Cots.question(AnswerKind.TEXT, "How is it treated?");
    String cot = "Rest comes first.\n\nIn conclusion, colchicine and ice packs relieve the attack.";
    String same =
        "Treat the attack with colchicine, put ice packs on the joint and rest it until the"
            + " swelling is gone; then talk about purines and weight at the next visit.";
    String other =
        "Immediate surgery with thorough washing of the joint and antibiotics through the vein for"
            + " several weeks are needed, since the germ destroys cartilage within days.";
    assertThat(value(question, cot, same)).isGreaterThan(0.8);
    assertThat(value(question, cot, other)).isBetween(Consistency.REJECT + 0.01, 0.6);
    assertThat(Consistency.rejection(check(question, cot, other).orElseThrow())).isEmpty();
  }

  @Test
  void whatCannotBeReadHasNoScore() {
    assertThat(check(CHOICE, "", "A")).isEmpty();
    assertThat(check(CHOICE, "因此选A。", " ")).isEmpty();
    assertThat(check(CHOICE, "这道题很难，我没有想法。", "A")).isEmpty();
    assertThat(check(Cots.question(AnswerKind.JSON, "?"), "So the answer is x.", "{}")).isEmpty();
    assertThat(check(Cots.question(AnswerKind.NUMBER, "?"), "So the answer is low.", "5"))
        .isEmpty();
  }

  @Test
  void inconsistentTriplesAreRejectedWithTheirReason() {
    Rejection rejection =
        Consistency.rejection(check(CHOICE, "因此正确答案是普通感冒。", "肺炎").orElseThrow()).orElseThrow();
    assertThat(rejection.reason()).isEqualTo(RejectionReason.INCONSISTENT);
    assertThat(rejection.explanation().value()).isZero();
    assertThat(Consistency.rejection(check(CHOICE, "因此正确答案是肺炎。", "肺炎").orElseThrow())).isEmpty();
  }

  @Test
  void asidesOfAConclusionAreLeftOut() {
    assertThat(ConclusionText.main("考虑肺炎，而不是哮喘。")).contains("肺炎").doesNotContain("哮喘");
    assertThat(ConclusionText.main("It fits gout best, while arthritis is less likely."))
        .contains("gout")
        .doesNotContain("arthritis");
    assertThat(ConclusionText.main("其他选项作为干扰项。")).isBlank();
  }

  /** Short chains of thought whose last steps name nothing, or something else than the answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          胸痛要想到肺炎，也要想到急性心肌梗死。听诊有湿啰音。因此诊断明确。 | 肺炎
          先看胸片，有实变影，符合肺炎。急性心肌梗死时心电图应有改变，这里没有。治疗上需要抗感染。 | 肺炎
          可能是肺炎，可能是急性心肌梗死，也可能是普通感冒。 | 肺炎
          急性心肌梗死多有心电图改变。咳嗽和发热更像感染，以上可以解释全部表现。 | 肺炎
          Both pneumonia and acute myocardial infarction hurt. The film shows a shadow. So the diagnosis is clear. | pneumonia
          It could be pneumonia. It could be acute myocardial infarction. Time will tell. | pneumonia
          An acute myocardial infarction would change the tracing, and it is normal. Antibiotics are started. | pneumonia
          Could it be pneumonia? Then therefore which drug is best for acute myocardial infarction? | pneumonia
          """)
  void whereNothingIsConcludedNothingIsContradicted(String cot, String answer) {
    Question question = Cots.question(AnswerKind.ENTITY, "最可能的诊断是什么？");
    Optional<Score> score =
        Consistency.against(Optional.of(Rules.terminology()))
            .check(question, Cots.candidate(cot, answer));
    assertThat(score.flatMap(Consistency::rejection)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          有咳嗽和发热，胸片有实变。心电图正常，排除了急性心肌梗死。所以诊断为肺炎。 | 急性心肌梗死
          咳嗽、发热、肺部湿啰音。综上，最可能的是肺炎，而不是急性心肌梗死。应尽早抗感染治疗。 | 急性心肌梗死
          There is fever and cough. The tracing is normal. The answer is pneumonia, not acute myocardial infarction. | acute myocardial infarction
          Fever, cough and a shadow on the film. So this is pneumonia. Antibiotics should be started at once. | acute myocardial infarction
          """)
  void anotherAnswerThanTheStatedOneIsFound(String cot, String answer) {
    Question question = Cots.question(AnswerKind.ENTITY, "最可能的诊断是什么？");
    Consistency consistency = Consistency.against(Optional.of(Rules.terminology()));
    Score other = consistency.check(question, Cots.candidate(cot, answer)).orElseThrow();
    assertThat(Consistency.rejection(other)).isPresent();
    String stated = answer.startsWith("acute") ? "pneumonia" : "肺炎";
    Score own = consistency.check(question, Cots.candidate(cot, stated)).orElseThrow();
    assertThat(own.value()).isGreaterThan(0.8);
  }

  @Test
  void theAnswersOwnNameInTheConclusionIsNoContradiction() {
    Question question = Cots.question(AnswerKind.ENTITY, "What is the diagnosis?");
    String cot =
        "Fever and chest pain.\nSo the diagnosis is pneumonia with an acute myocardial infarction.";
    Consistency consistency = Consistency.against(Optional.of(Rules.terminology()));
    for (String answer : new String[] {"pneumonia", "acute myocardial infarction"}) {
      Score score = consistency.check(question, Cots.candidate(cot, answer)).orElseThrow();
      assertThat(Consistency.rejection(score)).as(answer).isEmpty();
    }
  }

  @Test
  void whatIsSaidOfTheOtherOptionsIsLeftOut() {
    String cot = "流涕是普通感冒的表现。因此选普通感冒。其余选项不合适：B有啰音，C有喘息。";
    assertThat(value(CHOICE, cot, "A")).isEqualTo(1);
    assertThat(value(CHOICE, cot, "C")).isEqualTo(0);
  }

  @Test
  void severalNumbersContradictNothing() {
    Question dose = Cots.question(AnswerKind.NUMBER, "每日剂量是多少？");
    assertThat(check(dose, "因此先按60 kg乘以10 mg计算，再分2次。", "600 mg")).isEmpty();
  }

  @Test
  void aLongChainOfThoughtIsRead() {
    String cot = "患者咳嗽但没有发热，".repeat(20_000) + "\n因此正确答案是肺炎。";
    assertThat(value(CHOICE, cot, "肺炎")).isEqualTo(1);
  }
}
