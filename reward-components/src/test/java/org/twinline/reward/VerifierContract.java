package org.twinline.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.rule.Rules;

/** What every verifier holds to. */
public abstract class VerifierContract {
  private static final String CANARY = "canary9274";

  private static final List<Option> OPTIONS =
      List.of(new Option("A", "肺炎 " + CANARY), new Option("B", "肺结核"), new Option("C", "肺栓塞"));

  private static final List<String> ANSWERS =
      List.of(
          "",
          "肺炎",
          CANARY,
          "肺炎" + CANARY,
          "最可能的诊断是肺炎，因为" + CANARY,
          "A 肺炎、肺结核、" + CANARY,
          "pneumonia and asthma " + CANARY,
          "不是肺炎",
          "B",
          "答案：A",
          "是的，" + CANARY,
          "5 mg " + CANARY,
          "\\boxed{" + CANARY + "}",
          "(((((",
          "\ud83d\ude00 \ud800 \u200b");

  private static final List<Reference> REFERENCES =
      List.of(
          Reference.all("肺炎"),
          Reference.all("肺炎", "pulmonary tuberculosis"),
          Reference.all("B"),
          Reference.all("5 mg"),
          Reference.all("是"),
          Reference.all(CANARY + " 9"),
          new Reference(
              List.of(
                  new Reference.Alternative(List.of("哮喘"), List.of(CANARY)),
                  new Reference.Alternative(List.of("I21" + CANARY), List.of("肺炎")))));

  /** The verifier under test. */
  protected abstract Verifier create();

  @Test
  void scoresAreBoundedDeterministicAndExplainedWithoutText() {
    Verifier verifier = create();
    Verifier again = create();
    for (AnswerKind kind : AnswerKind.values()) {
      for (Reference reference : REFERENCES) {
        Question question = Rules.question(kind, reference, OPTIONS);
        for (String answer : ANSWERS) {
          Verdict verdict = verifier.verify(question, Rules.answer(answer));
          assertThat(verdict.score().value()).isBetween(0.0, 1.0);
          assertThat(verdict.score().explanation().value()).isEqualTo(verdict.score().value());
          assertThat(again.verify(question, Rules.answer(answer))).isEqualTo(verdict);
          assertSmall(verdict.score().explanation());
        }
      }
    }
  }

  private static void assertSmall(Explanation explanation) {
    for (String argument : explanation.arguments()) {
      assertThat(argument).doesNotContain(CANARY).matches("[A-Za-z0-9_.:-]{0,40}");
    }
    explanation.parts().forEach(VerifierContract::assertSmall);
  }

  @Test
  void refusesAQuestionWithoutReference() {
    assertThatThrownBy(
            () ->
                create()
                    .verify(Rules.question(AnswerKind.ENTITY, Reference.NONE), Rules.answer("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has no reference");
  }
}
