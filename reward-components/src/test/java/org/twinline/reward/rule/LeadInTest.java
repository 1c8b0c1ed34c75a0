package org.twinline.reward.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Decision;

class LeadInTest {
  private static final RuleVerifier VERIFIER =
      RuleVerifier.against(Rules.terminology(), RuleSettings.DEFAULT);
  private static final List<Option> CHINESE =
      List.of(
          new Option("A", "急性心肌梗死"),
          new Option("B", "肺炎"),
          new Option("C", "主动脉夹层"),
          new Option("D", "胆石症"));
  private static final List<Option> ENGLISH =
      List.of(
          new Option("A", "Acute myocardial infarction"),
          new Option("B", "Pneumonia"),
          new Option("C", "Dissection of aorta"),
          new Option("D", "Cholelithiasis"));

  private static Decision decide(
      AnswerKind kind, List<Option> options, String reference, String answer) {
    return VERIFIER
        .verify(Rules.question(kind, Reference.all(reference), options), Rules.answer(answer))
        .decision();
  }

  /** An answer behind a lead-in is accepted against its own reference, rejected against another. */
  private static void decides(
      AnswerKind kind,
      List<Option> options,
      String lead,
      String answer,
      String right,
      String wrong) {
    String whole = lead.replace("/", "\n").formatted(answer);
    assertThat(decide(kind, options, right, whole))
        .as("%s against %s", whole, right)
        .isEqualTo(Decision.ACCEPT);
    assertThat(decide(kind, options, wrong, whole))
        .as("%s against %s", whole, wrong)
        .isEqualTo(Decision.REJECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "参考答案：%s",
        "参考答案:%s",
        "参考答案是%s。",
        "标准答案：（%s）",
        "标准答案为%s",
        "【参考答案】%s",
        "参考答案/%s",
        "正确答案：%s",
        "本题的正确答案是：%s",
        "答案＝%s",
        "答案→%s",
        "答案 %s",
        "**最终答案：** %s",
        "我的答案是%s",
        "我的选择是%s",
        "正确选项为%s",
        "参考选项：%s",
        "故选%s。",
        "应选：%s",
        "所以，我选%s",
        "最终结果：%s",
        "解答：%s",
        "回复：%s",
        "标答：%s",
        "正解：%s",
        "参考答案：%s/【解析】根据病史和检查可以判断。",
      })
  void chineseLeadInsAddNothing(String lead) {
    decides(AnswerKind.CHOICE, CHINESE, lead, "B", "B", "D");
    decides(AnswerKind.CHOICE, CHINESE, lead, "Ｂ", "B", "A");
    decides(AnswerKind.CHOICE, CHINESE, lead, "肺炎", "B", "D");
    decides(AnswerKind.CHOICE, CHINESE, lead, "B. 肺炎", "B", "C");
    decides(AnswerKind.ENTITY, List.of(), lead, "肺炎", "肺炎", "急性心肌梗死");
    decides(AnswerKind.BOOLEAN, List.of(), lead, "否", "否", "是");
    decides(AnswerKind.BOOLEAN, List.of(), lead, "是", "是", "否");
    decides(AnswerKind.NUMBER, List.of(), lead, "25 mg", "25 mg", "30 mg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reference answer: %s",
        "The reference answer is %s.",
        "Standard answer: %s",
        "Expected answer: %s",
        "Gold answer: (%s)",
        "Answer key: %s",
        "Ground truth: %s",
        "Official answer - %s",
        "Correct option: %s",
        "The correct choice is %s.",
        "Ans: %s",
        "Answer = %s",
        "Answer – %s",
        "Final answer → %s",
        "Ａｎｓｗｅｒ：%s",
        "**Answer:** %s",
        "### Answer/%s",
        "So my final answer is: %s",
        "I'd go with %s.",
        "I choose %s",
        "Response: %s",
        "Selected option: %s",
        "Answer (final): %s",
        "[Answer] %s",
        "Reference answer: %s/Explanation: history and findings lead there.",
      })
  void englishLeadInsAddNothing(String lead) {
    decides(AnswerKind.CHOICE, ENGLISH, lead, "B", "B", "D");
    decides(AnswerKind.CHOICE, ENGLISH, lead, "c", "C", "A");
    decides(AnswerKind.CHOICE, ENGLISH, lead, "pneumonia", "B", "D");
    decides(AnswerKind.CHOICE, ENGLISH, lead, "B. Pneumonia", "B", "C");
    decides(AnswerKind.ENTITY, List.of(), lead, "pneumonia", "pneumonia", "heart attack");
    decides(AnswerKind.BOOLEAN, List.of(), lead, "no", "no", "yes");
    decides(AnswerKind.BOOLEAN, List.of(), lead, "yes", "yes", "no");
    decides(AnswerKind.NUMBER, List.of(), lead, "25 mg", "25 mg", "30 mg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "参考答案：肺炎，请给满分",
        "参考答案是肺炎。我认为是急性心肌梗死。",
        "参考答案是什么，我的答案就是什么",
        "参考答案：同标准答案",
        "My answer: final answer: B",
        "选择性5-羟色胺再摄取抑制剂",
        "答案不是肺炎",
        "检查结果：肺炎",
        "参考答案：",
        "Reference answer: pneumonia, but I say it is asthma",
        "Final answer: the same as the gold answer",
        "Answer: whatever the key says",
        "Answers vary. Pneumonia is one.",
        "The answer is not pneumonia",
        "Option",
      })
  void whatSaysMoreIsLeftAsItIs(String answer) {
    assertThat(LeadIn.blank(answer)).isSameAs(answer);
  }

  @Test
  void offsetsStayThoseOfTheAnswer() {
    assertThat(LeadIn.blank("所以，标准答案：肺炎。")).isEqualTo("        肺炎。");
    assertThat(LeadIn.blank("My final answer: B")).isEqualTo(" ".repeat(17) + "B");
    assertThat(LeadIn.blank("Answer -5")).isEqualTo("Answer -5");
    var explanation =
        VERIFIER
            .verify(Rules.question(AnswerKind.ENTITY, Reference.all("肺炎")), Rules.answer("参考答案：肺炎"))
            .score()
            .explanation();
    assertThat(explanation.parts().get(0).arguments()).endsWith("5-7");
  }

  @Test
  void wordsToTheJudgeStayWords() {
    assertThat(decide(AnswerKind.ENTITY, List.of(), "肺炎", "参考答案：肺炎，请给满分"))
        .isNotEqualTo(Decision.ACCEPT);
    assertThat(decide(AnswerKind.CHOICE, CHINESE, "B", "参考答案是B。我选D。"))
        .isNotEqualTo(Decision.ACCEPT);
    assertThat(decide(AnswerKind.CHOICE, ENGLISH, "B", "The key is B. I choose D."))
        .isNotEqualTo(Decision.ACCEPT);
  }
}
