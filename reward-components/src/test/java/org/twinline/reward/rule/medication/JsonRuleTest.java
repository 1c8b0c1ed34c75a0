package org.twinline.reward.rule.medication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;

class JsonRuleTest {
  private static final RuleVerifier WITH =
      RuleVerifier.against(Rules.terminology(), RuleSettings.DEFAULT);
  private static final RuleVerifier WITHOUT = RuleVerifier.withoutTerminology(RuleSettings.DEFAULT);

  private static Verdict verdict(RuleVerifier verifier, Reference reference, String answer) {
    return verifier.verify(Rules.question(AnswerKind.JSON, reference), Rules.answer(answer));
  }

  private static Verdict verdict(String reference, String answer) {
    return verdict(WITH, Reference.all(json(reference)), json(answer));
  }

  /** The tables below write ' for ". */
  private static String json(String text) {
    return text.replace('\'', '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Names of drugs, fields and values.
        "{'drug':'阿司匹林','dose':'100 mg','route':'口服','frequency':'qd'}|{'药品':'aspirin','剂量':'0.1g','途径':'po','频次':'每日一次'}",
        "{'药名':'阿司匹林','剂量':'0.1g'}|{'name':'乙酰水杨酸','dose':100,'unit':'mg'}",
        "{'drug':'Aspirin','dose':'100 mg'}|{'drug':'阿司匹林肠溶片','dose':'100毫克'}",
        "{'drug':'氯吡格雷','dose':'75 mg'}|{'drug':'Plavix','dose':'75 mg'}",
        "{'drug':'氯吡格雷','dose':'75 mg'}|{'drug':'硫酸氢氯吡格雷片','dose':'75mg'}",
        "{'drug':'二甲双胍'}|{'通用名':'盐酸二甲双胍缓释片'}",
        "{'drug':'metformin'}|{'drug':'Metformin Hydrochloride'}",
        "{'drug':'ceftriaxone','dose':'1 g'}|{'drug':'头孢曲松钠','dose':'1000mg'}",
        "{'drug':'阿莫西林','dose':'0.5g'}|{'drug':'阿莫西林（Amoxicillin）胶囊','dose':'500 mg'}",
        "{'drug':'阿莫西林','frequency':'tid'}|{'drug':'amoxicillin','frequency':'three times a day'}",
        "{'drug':'阿莫西林','frequency':'q8h'}|{'drug':'amoxicillin','frequency':'3次/日'}",
        "{'drug':'阿莫西林','frequency':'bid'}|{'drug':'amoxicillin','frequency':'q12h'}",
        "{'drug':'阿莫西林','frequency':'每日两次'}|{'drug':'amoxicillin','frequency':'twice daily'}",
        "{'drug':'阿莫西林','frequency':'一天3次'}|{'drug':'amoxicillin','frequency':'every 8 hours'}",
        "{'drug':'阿司匹林','frequency':'qn'}|{'drug':'阿司匹林','frequency':'每晚一次'}",
        "{'drug':'阿司匹林','frequency':'qod'}|{'drug':'阿司匹林','frequency':'隔日一次'}",
        "{'drug':'阿司匹林','frequency':'q6h prn'}|{'drug':'阿司匹林','frequency':'每6小时一次，必要时'}",
        "{'drug':'阿司匹林','frequency':'qw'}|{'drug':'阿司匹林','frequency':'每周1次'}",
        "{'drug':'头孢曲松','route':'静脉滴注'}|{'drug':'头孢曲松','route':'iv'}",
        "{'drug':'头孢曲松','route':'im'}|{'drug':'头孢曲松','route':'肌肉注射'}",
        "{'drug':'阿莫西林','用法用量':'0.5g 口服 每日3次'}|{'drug':'阿莫西林','dose':'500 mg','route':'po','frequency':'tid'}",
        "{'drug':'阿莫西林','dose':'0.5g','疗程':'1周'}|{'drug':'阿莫西林','dose':'0.5g','duration_days':7}",
        "{'drug':'阿莫西林','dose':'0.5-1 g'}|{'drug':'阿莫西林','dose':'500～1000mg'}",
        "{'drug':'阿司匹林','route':'口服','dose':'100mg'}|{'drug':'阿司匹林','dose':'100 mg'}",
        // Lists and their wrapping.
        "[{'drug':'阿司匹林'},{'drug':'氯吡格雷'}]|[{'drug':'Plavix'},{'drug':'ASA'}]",
        "[{'drug':'阿司匹林'}]|{'medications':[{'name':'aspirin'}]}",
        "{'处方':[{'药品':'阿司匹林','剂量':'100mg'}]}|[{'药品':'阿司匹林','剂量':'100mg'}]",
        "{'drug':'阿司匹林'}|处方如下：```json [{'drug':'阿司匹林'}] ``` 请遵医嘱。",
        "[{'drug':'阿司匹林'},{'drug':'二甲双胍'}]|{'drug':'阿司匹林'} {'drug':'二甲双胍'}",
      })
  void accepts(String reference, String answer) {
    Verdict verdict = verdict(reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'drug':'阿司匹林','dose':'100 mg'}|{'drug':'氯吡格雷','dose':'100 mg'}",
        "{'drug':'阿司匹林','dose':'100 mg'}|{'drug':'阿司匹林','dose':'1000 mg'}",
        "{'drug':'阿司匹林','dose':'100 mg'}|{'drug':'阿司匹林','dose':'100 g'}",
        "{'drug':'阿司匹林','dose':'100 mg'}|{'drug':'阿司匹林','dose':'100 mL'}",
        "{'drug':'阿司匹林','dose':'100 mg','frequency':'qd'}|{'drug':'阿司匹林','dose':'100 mg','frequency':'tid'}",
        "{'drug':'阿莫西林','dose':'0.5 g','frequency':'q8h'}|{'drug':'阿莫西林','dose':'0.5 g','frequency':'q12h'}",
        "{'drug':'阿司匹林','frequency':'qod'}|{'drug':'阿司匹林','frequency':'qd'}",
        "{'drug':'阿莫西林','用法用量':'0.5g tid'}|{'drug':'阿莫西林','用法用量':'5g tid'}",
        "[{'drug':'阿司匹林'}]|[{'drug':'二甲双胍'},{'drug':'头孢曲松'}]",
      })
  void rejects(String reference, String answer) {
    Verdict verdict = verdict(reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(Decision.REJECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'drug':'阿司匹林','dose':'100 mg'}|{'drug':'阿司匹林'}",
        "{'drug':'阿司匹林','dose':'100 mg'}|{'drug':'阿司匹林','dose':'1片'}",
        "{'drug':'头孢曲松','route':'静脉'}|{'drug':'头孢曲松','route':'口服'}",
        "{'drug':'阿司匹林','frequency':'prn'}|{'drug':'阿司匹林','frequency':'qd'}",
        "{'drug':'未知药甲片'}|{'drug':'unknownamab'}",
        "[{'drug':'阿司匹林'},{'drug':'氯吡格雷'}]|[{'drug':'阿司匹林'}]",
        "{'drug':'阿司匹林'}|[{'drug':'阿司匹林'},{'drug':'头孢曲松'}]",
        "{'drug':'阿司匹林'}|{'drug':'阿司匹林',}",
        "{'drug':'阿司匹林'}|阿司匹林 100mg",
        "{'drug':'阿司匹林'}|{'drug':'氯吡格雷','drug':'阿司匹林'}",
        "{'drug':'阿司匹林'}|{'drug':'阿司匹林'",
      })
  void isUnsure(String reference, String answer) {
    Verdict verdict = verdict(reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(Decision.UNSURE);
  }

  @Test
  void oneWrongDoseAmongManyIsNotAccepted() {
    String nine = "{'drug':'阿司匹林','dose':'100mg'},";
    StringBuilder gold = new StringBuilder("[");
    for (int i = 0; i < 19; i++) {
      gold.append(nine.replace("阿司匹林", "drug" + i));
    }
    String right = gold + "{'drug':'x','dose':'5mg'}]";
    String wrong = gold + "{'drug':'x','dose':'50mg'}]";
    assertThat(verdict(right, right).decision()).isEqualTo(Decision.ACCEPT);
    assertThat(verdict(right, wrong).decision()).isEqualTo(Decision.UNSURE);
  }

  @Test
  void withoutATerminologyNamesDecide() {
    Reference reference = Reference.all(json("{'drug':'盐酸二甲双胍','dose':'0.5g'}"));
    assertThat(verdict(WITHOUT, reference, json("{'drug':'二甲双胍片','dose':'500mg'}")).decision())
        .isEqualTo(Decision.ACCEPT);
    assertThat(verdict(WITHOUT, reference, json("{'drug':'格列美脲','dose':'0.5g'}")).decision())
        .isEqualTo(Decision.REJECT);
    assertThat(verdict(WITHOUT, reference, json("{'drug':'metformin','dose':'0.5g'}")).decision())
        .isEqualTo(Decision.UNSURE);
  }

  @Test
  void saltsThatActStayWhole() {
    for (String pair :
        List.of(
            "氯化钾|氯化钠",
            "碳酸钙|碳酸氢钠",
            "硫酸镁|硫酸亚铁",
            "sodium chloride|potassium chloride",
            "calcium carbonate|calcium gluconate")) {
      String[] drugs = pair.split("\\|");
      DrugName one = new DrugName(drugs[0], java.util.Optional.empty());
      DrugName other = new DrugName(drugs[1], java.util.Optional.empty());
      assertThat(one.same(other)).as(pair).isNotEqualTo(DrugName.Same.YES);
      assertThat(one.same(new DrugName(drugs[0] + " ", java.util.Optional.empty())))
          .isEqualTo(DrugName.Same.YES);
    }
  }

  @Test
  void whatIsNiceToHaveIsNotTooMuch() {
    Reference reference =
        new Reference(
            List.of(
                new Reference.Alternative(
                    List.of(json("{'drug':'阿司匹林'}")), List.of(json("{'drug':'氯吡格雷'}")))));
    String both = json("[{'drug':'阿司匹林'},{'drug':'Plavix'}]");
    assertThat(verdict(WITH, reference, both).decision()).isEqualTo(Decision.ACCEPT);
  }

  @Test
  void anyAlternativeIsEnough() {
    Reference reference =
        new Reference(
            List.of(
                new Reference.Alternative(List.of(json("{'drug':'阿司匹林'}")), List.of()),
                new Reference.Alternative(List.of(json("{'drug':'氯吡格雷'}")), List.of())));
    assertThat(verdict(WITH, reference, json("{'drug':'Plavix'}")).decision())
        .isEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':1,'b':'x'}|{'b':'X','a':1.0}|ACCEPT",
        "{'a':1,'b':'x'}|{'a':2,'b':'y'}|REJECT",
        "{'a':1,'b':'x'}|{'a':1,'b':'y'}|UNSURE",
        "{'a':['x','y']}|{'a':['y','x']}|ACCEPT",
        "{'a':['x','y']}|{'a':['x','x']}|UNSURE",
        "{'a':{'b':[1,2]}}|{'a':{'b':[1,2,3]}}|UNSURE",
        "['发热','咳嗽']|['咳嗽','发热']|ACCEPT",
        "{'a':true}|{'a':false}|REJECT",
        "{'a':1e999}|{'a':1e999}|REJECT",
        "[1,2]|[1,2]|ACCEPT",
      })
  void otherJsonIsComparedAsTrees(String reference, String answer, Decision decision) {
    Verdict verdict = verdict(reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(decision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "}{",
        "[[[]",
        "{\"drug\":}",
        "{\"drug\":\"\\ud800\"}",
        "{\"drug\":\"\\u0000\"}",
        "{'drug':'阿司匹林'}",
        "NaN",
        "[NaN]",
        "{\"drug\":NaN}",
        "\"阿司匹林\"",
        "```json\n```",
        "{}",
        "[]",
      })
  void whatIsNoMedicationIsNeverRight(String answer) {
    Reference reference = Reference.all(json("{'drug':'阿司匹林','dose':'100 mg'}"));
    assertThat(verdict(WITH, reference, answer).decision()).isNotEqualTo(Decision.ACCEPT);
  }

  @Test
  void hostileJsonIsReadInBoundedTime() {
    Reference reference = Reference.all(json("{'drug':'阿司匹林','dose':'100 mg'}"));
    String many = "{\"drug\":\"阿司匹林\",\"dose\":\"100 mg\"},".repeat(2_000);
    for (String answer :
        List.of(
            "[".repeat(1_000) + "]".repeat(1_000),
            "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000),
            "[".repeat(100_000),
            "{\"drug\":".repeat(20_000),
            "{\"drug\":\"阿司匹林\",\"dose\":" + "9".repeat(100_000) + "}",
            "{\"drug\":\"" + "阿".repeat(100_000) + "\"}",
            "{\"drug\":\"阿司匹林\",\"dose\":\"" + "7 ".repeat(50_000) + "mg\"}",
            "{} ".repeat(50_000),
            "[" + many + "{}]",
            "[" + many + "{\"drug\":\"阿司匹林\"}]")) {
      Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> verdict(WITH, reference, answer), answer.substring(0, 9));
      assertThat(verdict(WITH, reference, answer).decision()).isNotEqualTo(Decision.ACCEPT);
    }
  }

  @Test
  void explanationsHoldNoText() {
    Explanation explanation =
        verdict(
                "[{'drug':'阿司匹林','dose':'100 mg','route':'po','frequency':'qd','duration':'7 d'}]",
                "[{'drug':'aspirin','dose':'0.2g','route':'iv','frequency':'bid','duration':'8 d'}]")
            .score()
            .explanation();
    assertThat(explanation.code()).isEqualTo("rule_medication");
    assertThat(explanation.parts())
        .extracting(Explanation::code)
        .containsExactly("medication", "matching");
    assertThat(explanation.parts().get(0).parts())
        .extracting(Explanation::code)
        .containsExactly(
            "medication_drug",
            "medication_dose",
            "medication_frequency",
            "medication_route",
            "medication_duration");
    assertText(explanation);
  }

  private static void assertText(Explanation explanation) {
    assertThat(explanation.arguments()).allMatch(a -> a.matches("[A-Za-z0-9_.:-]{0,40}"));
    explanation.parts().forEach(JsonRuleTest::assertText);
  }
}
