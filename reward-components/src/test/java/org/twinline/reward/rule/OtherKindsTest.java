package org.twinline.reward.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Verdict;

class OtherKindsTest {
  private static final List<Option> OPTIONS =
      List.of(
          new Option("A", "肺炎"),
          new Option("B", "Pulmonary embolism"),
          new Option("C", "肺结核"),
          new Option("D", "支气管哮喘"));

  private static Verdict verdict(AnswerKind kind, String reference, String answer) {
    return RuleVerifier.withoutTerminology(RuleSettings.DEFAULT)
        .verify(
            Rules.question(
                kind, Reference.all(reference), kind == AnswerKind.CHOICE ? OPTIONS : List.of()),
            Rules.answer(answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B|B",
        "B|B.",
        "B|(B)",
        "B|（Ｂ）",
        "B|b",
        "B|B. Pulmonary embolism",
        "B|答案：B",
        "B|答案是B",
        "B|选B",
        "B|故选 B。",
        "B|正确答案为B项",
        "B|Answer: B",
        "B|The answer is B.",
        "B|The correct option is (B) because of the CT.",
        "B|**B**",
        "B|\\boxed{B}",
        "B|因此，B选项正确",
        "B|B is correct",
        "B|A不对，C也不对，所以选B",
        "B|pulmonary embolism",
        "B|最可能的诊断是 Pulmonary embolism。",
        "AC|AC",
        "AC|A和C",
        "AC|A、C",
        "AC|答案：A，C",
        "A,C|选择 A and C",
        "CA|A C",
        "肺炎|A",
        "C|肺结核",
        "D|支气管哮喘（D）",
        "A|答案：A. 肺炎",
      })
  void choiceAccepts(String reference, String answer) {
    Verdict verdict = verdict(AnswerKind.CHOICE, reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"B|A", "B|AB", "AC|A", "B|答案：C", "B|肺炎", "B|ABCD", "B|不选B，选C", "肺炎|B"})
  void choiceRejects(String reference, String answer) {
    assertThat(verdict(AnswerKind.CHOICE, reference, answer).decision()).isEqualTo(Decision.REJECT);
  }

  @Test
  void choiceSaysWhenItDoesNotKnow() {
    Verdict verdict = verdict(AnswerKind.CHOICE, "B", "患者需要进一步检查");
    assertThat(verdict.decision()).isEqualTo(Decision.UNSURE);
    assertThat(verdict.score().explanation().code()).isEqualTo("choice_unrecognised");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "是|是|ACCEPT",
        "是|是的，可以使用。|ACCEPT",
        "yes|Yes, it is.|ACCEPT",
        "no|No.|ACCEPT",
        "否|不是|ACCEPT",
        "否|不能使用|ACCEPT",
        "错|该说法错误|ACCEPT",
        "对|正确|ACCEPT",
        "yes|no|REJECT",
        "是|否|REJECT",
        "no|It is not recommended|ACCEPT",
        "yes|True|ACCEPT",
        "是|并非不可以，不是不行|ACCEPT",
        "yes|pneumonia|UNSURE",
        "对|这种说法不正确|REJECT",
      })
  void booleans(String reference, String answer, Decision decision) {
    assertThat(verdict(AnswerKind.BOOLEAN, reference, answer).decision()).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 mg|5mg|ACCEPT", "5 mg|5毫克|ACCEPT", "5 mg|The answer is 5.0 mg.|ACCEPT",
            "5 mg|6 mg|REJECT",
        "5 mg|5 mL|REJECT", "5 mg|5|ACCEPT", "1,000|1000|ACCEPT", "1.2×10^9|1.2e9|ACCEPT",
        "62 mL/h|62 mL per hour|ACCEPT", "7.4|约7.40|ACCEPT", "30%|30 %|ACCEPT", "30%|0.3|ACCEPT",
        "5 mg|5 mg 或 10 mg|UNSURE", "5 mg|不知道|UNSURE", "80次/分|80 bpm|ACCEPT", "-3|−3|ACCEPT",
      })
  void numbers(String reference, String answer, Decision decision) {
    Verdict verdict = verdict(AnswerKind.NUMBER, reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(decision);
  }

  @Test
  void jsonHasNoRule() {
    Verdict verdict = verdict(AnswerKind.JSON, "x", "x");
    assertThat(verdict.decision()).isEqualTo(Decision.UNSURE);
    assertThat(verdict.score().explanation().code()).isEqualTo("no_rule_for_kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "肺炎|ENTITY",
        "Acute myocardial infarction|ENTITY",
        "yes|BOOLEAN",
        "错误|BOOLEAN",
        "5 mg|NUMBER",
        "3.5×10^9/L|NUMBER",
        "{\"drug\":\"x\"}|JSON",
        "多休息，多饮水。注意保暖。|TEXT",
        "2型糖尿病|ENTITY",
        "Drink plenty of water and rest. See a doctor if it persists.|TEXT",
        "30%|NUMBER",
      })
  void kindsAreRecognised(String reference, AnswerKind kind) {
    assertThat(AnswerKinds.recognise(Rules.question(AnswerKind.UNSTATED, Reference.all(reference))))
        .isEqualTo(kind);
  }

  @Test
  void optionsMakeAChoice() {
    for (String reference : List.of("B", "AC", "肺结核")) {
      assertThat(
              AnswerKinds.recognise(
                  Rules.question(AnswerKind.UNSTATED, Reference.all(reference), OPTIONS)))
          .isEqualTo(AnswerKind.CHOICE);
    }
    assertThat(AnswerKinds.recognise(Rules.question(AnswerKind.UNSTATED, Reference.NONE)))
        .isEqualTo(AnswerKind.TEXT);
  }

  @Test
  void settingsAreChecked() {
    RuleSettings.Weights weights = new RuleSettings.Weights(1, 0, 0);
    assertThatThrownBy(() -> new RuleSettings(weights, 0.5, 0.6, 0.1, 0, 0))
        .hasMessage("illegal reject: 0.6, must be below accept (0.5)");
    assertThatThrownBy(() -> new RuleSettings(weights, 0.5, 0.3, 0.5, 0, 0))
        .hasMessage("illegal partial credit: 0.5, must be below accept (0.5)");
    assertThatThrownBy(() -> new RuleSettings(weights, 1.5, 0.3, 0.5, 0, 0))
        .hasMessage("illegal accept: 1.5, must be between 0.0 and 1.0");
    assertThatThrownBy(() -> new RuleSettings.Weights(0, 0, 0))
        .hasMessage("illegal weights: all are 0");
  }
}
