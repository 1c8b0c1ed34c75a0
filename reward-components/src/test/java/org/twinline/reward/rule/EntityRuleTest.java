package org.twinline.reward.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Verdict;

class EntityRuleTest {
  private static final RuleVerifier VERIFIER =
      RuleVerifier.against(Rules.terminology(), RuleSettings.DEFAULT);

  private static Verdict verdict(Reference reference, String answer) {
    return VERIFIER.verify(Rules.question(AnswerKind.ENTITY, reference), Rules.answer(answer));
  }

  private static double score(String reference, String answer) {
    return Rules.entity(reference, answer).score().value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "急性心肌梗死|急性心梗",
        "急性心肌梗死|AMI",
        "急性心肌梗死|Acute myocardial infarction",
        "Acute myocardial infarction|heart attack",
        "急性心肌梗死|最可能的诊断是急性心肌梗死。",
        "急性心肌梗死|患者胸痛，心电图改变。最可能的诊断：急性心肌梗死（AMI），需与主动脉夹层鉴别",
        "急性心肌梗死|鉴别诊断包括主动脉夹层、肺栓塞、急性心包炎。最终诊断为急性心肌梗死，因为肌钙蛋白升高。",
        "急性心肌梗死|排除主动脉夹层和肺栓塞，考虑急性心肌梗死",
        "急性心肌梗死|急性心肌梗死而非主动脉夹层",
        "急性心肌梗死|\\boxed{急性心肌梗死}",
        "急性心肌梗死|急性前壁心肌梗死",
        "急性心肌梗死|急性心肌梗死合并心力衰竭",
        "肺炎|右下肺肺炎",
        "pneumonia|The most likely diagnosis is **pneumonia** because of fever and cough.",
        "Pneumonia|Answer: pneumonia of the right lower lobe",
        "aortic dissection|Pulmonary embolism was ruled out. The final diagnosis is aortic dissection.",
        "Acute appendicitis|The patient has acute appendicitis.",
        "糖尿病肾病|诊断：1. 2型糖尿病性肾病",
        "2型糖尿病|Ⅱ型糖尿病",
        "腹腔镜阑尾切除术|首选手术方式是腹腔镜阑尾切除",
        "阿司匹林|乙酰水杨酸",
        "阿司匹林|给予阿司匹林口服治疗",
      })
  void accepts(String reference, String answer) {
    Verdict verdict = Rules.entity(reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "急性心肌梗死|主动脉夹层",
        "急性心肌梗死|陈旧性心肌梗死",
        "急性胰腺炎|慢性胰腺炎",
        "急性阑尾炎|慢性阑尾炎",
        "1型糖尿病|2型糖尿病",
        "甲状腺功能亢进症|甲减",
        "病毒性肺炎|细菌性肺炎",
        "肺炎|排除肺炎",
        "肺炎|不是肺炎",
        "肺炎|排除肺炎，考虑肺结核",
        "肺结核|考虑肺炎而非肺结核",
        "pneumonia|There is no evidence of pneumonia.",
        "pneumonia|Asthma rather than pneumonia",
        "Acute pancreatitis|The answer is chronic pancreatitis.",
        "急性心肌梗死|急性心肌梗死、主动脉夹层、肺栓塞、急性心包炎、心绞痛、肺炎、哮喘",
        "阿司匹林|氯吡格雷",
        "胃溃疡|考虑为十二指肠溃疡",
        "肺炎链球菌肺炎|呼吸系统疾病",
        "肺炎|",
      })
  void rejects(String reference, String answer) {
    Verdict verdict = Rules.entity(reference, answer == null ? "" : answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(Decision.REJECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "肺炎链球菌肺炎|肺炎",
        "急性前壁心肌梗死|急性心肌梗死",
        "急性心肌梗死|急性心肌梗死、主动脉夹层",
        "Box E|肺炎",
      })
  void doesNotKnow(String reference, String answer) {
    Verdict verdict = Rules.entity(reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(Decision.UNSURE);
  }

  @Test
  void aChildIsMoreRightThanTheParentAndTheParentThanASibling() {
    double child = score("细菌性肺炎", "肺炎链球菌肺炎");
    double parent = score("细菌性肺炎", "肺炎");
    double sibling = score("细菌性肺炎", "病毒性肺炎");
    double stranger = score("细菌性肺炎", "胆石症");
    assertThat(score("细菌性肺炎", "Bacterial pneumonia")).isEqualTo(1);
    assertThat(child).isBetween(0.85, 0.999).isGreaterThan(parent);
    assertThat(parent).isGreaterThan(sibling);
    assertThat(sibling).isLessThanOrEqualTo(0.3).isGreaterThan(stranger);
  }

  @Test
  void severalRequiredItemsAreMatchedBest() {
    Reference both = Reference.all("糖尿病", "高血压");
    assertThat(verdict(both, "高血压；糖尿病").score().value()).isEqualTo(1);
    assertThat(verdict(both, "hypertension and diabetes").score().value()).isEqualTo(1);
    assertThat(verdict(both, "高血压").score().value()).isEqualTo(0.5);
    assertThat(verdict(both, "高血压、肺炎").decision()).isNotEqualTo(Decision.ACCEPT);
  }

  @Test
  void theBestAlternativeCounts() {
    Reference either =
        new Reference(
            List.of(
                new Reference.Alternative(List.of("肺炎"), List.of()),
                new Reference.Alternative(List.of("肺结核"), List.of())));
    assertThat(verdict(either, "肺结核").score().value()).isEqualTo(1);
  }

  @Test
  void niceToHaveAddsToTheAcceptedAndRescuesNobody() {
    Reference reference =
        new Reference(List.of(new Reference.Alternative(List.of("肺炎"), List.of("高血压"))));
    Verdict plain = verdict(reference, "右侧肺炎");
    Verdict more = verdict(reference, "右侧肺炎，高血压");
    assertThat(plain.decision()).isEqualTo(Decision.ACCEPT);
    assertThat(more.score().value()).isGreaterThan(plain.score().value());
    assertThat(verdict(reference, "肺结核，高血压").decision()).isEqualTo(Decision.REJECT);
    assertThat(verdict(reference, "高血压").decision()).isEqualTo(Decision.REJECT);
  }

  @Test
  void explainsWithCodes() {
    Explanation explanation = Rules.entity("急性心肌梗死", "主动脉夹层").score().explanation();
    assertThat(explanation.code()).isEqualTo("rule_entity");
    assertThat(explanation.parts())
        .extracting(Explanation::code)
        .containsExactly("pair", "matching");
    assertThat(explanation.parts().get(0).arguments())
        .containsExactly("0", "ICD10CM:I21", "ICD10CM:I71.0", "other", "0-5");
    assertThat(explanation.parts().get(0).parts())
        .extracting(Explanation::code)
        .containsExactly("path", "graph", "term", "atoms");
  }

  @Test
  void withoutTerminologyNamesAreCompared() {
    RuleVerifier verifier = RuleVerifier.withoutTerminology(RuleSettings.DEFAULT);
    java.util.function.BiFunction<String, String, Decision> decide =
        (reference, answer) ->
            verifier
                .verify(
                    Rules.question(AnswerKind.ENTITY, Reference.all(reference)),
                    Rules.answer(answer))
                .decision();
    assertThat(decide.apply("肺炎", "最可能的诊断是肺炎。")).isEqualTo(Decision.ACCEPT);
    assertThat(decide.apply("pneumonia", "The patient has Pneumonia.")).isEqualTo(Decision.ACCEPT);
    assertThat(decide.apply("肺炎", "胃溃疡")).isEqualTo(Decision.REJECT);
    assertThat(decide.apply("急性胰腺炎", "慢性胰腺炎")).isEqualTo(Decision.REJECT);
    assertThat(decide.apply("肺炎", "pneumonia")).isEqualTo(Decision.UNSURE);
  }
}
