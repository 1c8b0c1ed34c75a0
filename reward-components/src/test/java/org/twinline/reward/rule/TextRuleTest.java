package org.twinline.reward.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;

class TextRuleTest {
  private static final RuleSettings SETTINGS = RuleSettings.DEFAULT;

  private static Explanation judge(String answer, String... required) {
    return new TextRule(Optional.empty(), SETTINGS).judge(Reference.all(required), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "多饮水，注意休息。|多饮水,注意休息|text_exact",
        "Drink plenty of water. Rest at home.|drink plenty of water; rest at home|text_exact",
        "ＡＢＣ|abc|text_exact",
        "多饮水，注意休息。保持室内通风。|要多喝水|text_unmatched",
        "Drink plenty of water and rest. See a doctor if it persists.|Drink water.|text_unmatched",
        "戒烟|建议戒烟|rule_keywords",
      })
  void choosesHowToCompare(String reference, String answer, String code) {
    assertThat(judge(answer, reference).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "建议戒烟，同时限酒，控制体重。|ASSERTED",
        "患者应戒烟。|ASSERTED",
        "不需要戒烟|NEGATED",
        "无需戒烟，多运动|NEGATED",
        "戒烟并不需要|NEGATED",
        "多运动|ABSENT",
        "不饮酒，戒烟|ASSERTED",
        "不能不戒烟|ASSERTED",
      })
  void findsChineseKeywords(String answer, String found) {
    assertFound("戒烟", answer, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "antibiotic|Start antibiotics today.|ASSERTED",
        "antibiotics|An antibiotic is needed.|ASSERTED",
        "antibiotic|No antibiotics are needed.|NEGATED",
        "antibiotic|Antibiotics are not indicated.|NEGATED",
        "antibiotic|antibioticstewardship|ABSENT",
        "stop smoking|Smoking should be stopped.|ASSERTED",
        "biopsy|Biopsies were taken|ASSERTED",
        "MRI|an mri of the spine|ASSERTED",
        "rest|the restless patient|ABSENT",
        "Beta-blocker|beta blockers|ASSERTED",
        "aspirin|Avoid aspirin.|NEGATED",
        "aspirin|Do not avoid aspirin.|ASSERTED",
        "aspirin|Do not give ibuprofen, give aspirin|ASSERTED",
        "heparin|without heparin, but later heparin|ASSERTED",
      })
  void findsEnglishKeywords(String keyword, String answer, String found) {
    assertFound(keyword, answer, found);
  }

  private static void assertFound(String keyword, String answer, String found) {
    Explanation explanation = judge(answer, keyword, "nowhere to be found");
    assertThat(explanation.parts().get(0).arguments())
        .containsExactly("1", found.toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void scoresTheShareOfKeywords() {
    String[] three = {"戒烟", "限酒", "低盐饮食"};
    assertThat(judge("戒烟、限酒、低盐饮食", three).value()).isEqualTo(1);
    assertThat(judge("多运动", three).value()).isZero();
    Explanation two = judge("建议戒烟限酒", three);
    assertThat(two.value()).isCloseTo(0.3 + 0.55 * 2 / 3, within(1e-9));
    assertThat(two.arguments()).containsExactly("2", "3");
    assertThat(SETTINGS.decide(two.value())).isEqualTo(Decision.UNSURE);
    assertThat(SETTINGS.decide(judge("戒烟", three).value())).isEqualTo(Decision.UNSURE);
  }

  @Test
  void tellsTheCoverageOfALongReference() {
    String reference = "注意休息，多饮水。保持室内通风。";
    Explanation some = judge("注意休息，多饮水。", reference);
    assertThat(some.value()).isEqualTo(SETTINGS.unknown());
    assertThat(some.parts()).hasSize(1);
    assertThat(some.parts().get(0).code()).isEqualTo("text_coverage");
    assertThat(some.parts().get(0).value()).isCloseTo(6.0 / 12, within(1e-9));
    assertThat(judge("无关", reference).parts().get(0).value()).isZero();
    Explanation other = judge("按时服用降压药物，每周复诊。", reference);
    assertThat(other.code()).isEqualTo("rule_text_unlike");
    assertThat(SETTINGS.decide(other.value())).isEqualTo(Decision.REJECT);
  }

  @Test
  void takesTheBestAlternative() {
    Reference reference =
        new Reference(
            List.of(
                new Reference.Alternative(List.of("戒烟", "限酒"), List.of()),
                new Reference.Alternative(List.of("运动"), List.of())));
    Explanation best = new TextRule(Optional.empty(), SETTINGS).judge(reference, "坚持运动");
    assertThat(best.value()).isEqualTo(1);
  }

  @Test
  void knowsSynonymsOfTheTerminology() {
    TextRule rule = new TextRule(Optional.of(Rules.terminology()), SETTINGS);
    Reference reference = Reference.all("急性心肌梗死", "肺炎");
    assertThat(
            rule.judge(reference, "The patient has acute myocardial infarction and pneumonia.")
                .value())
        .isEqualTo(1);
    assertThat(rule.judge(reference, "No acute myocardial infarction, no pneumonia.").value())
        .isZero();
  }

  @Test
  void isWhatVerifiesText() {
    RuleVerifier verifier = RuleVerifier.withoutTerminology(SETTINGS);
    assertThat(
            verifier
                .verify(Rules.question(AnswerKind.TEXT, Reference.all("x")), Rules.answer("x"))
                .decision())
        .isEqualTo(Decision.ACCEPT);
  }

  @Test
  void readsLongAnswers() {
    long start = System.nanoTime();
    assertThat(judge("no smoking ".repeat(9000), "smoking", "no x").value()).isZero();
    assertThat(judge("戒".repeat(100_000), "戒烟", "戒戒烟").value()).isZero();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(3);
  }
}
