package org.twinline.reward.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {
  private static List<String> of(String cot) {
    return Steps.of(cot).stream().map(step -> step.of(cot)).toList();
  }

  @Test
  void aStepIsASentence() {
    assertThat(of("She has had a fever for 3 days. It could be the flu.\nLet me check the rest."))
        .containsExactly(
            "She has had a fever for 3 days.", "It could be the flu.", "Let me check the rest.");
    assertThat(of("患者发热三天，伴咳嗽。考虑上呼吸道感染！需要排除肺炎。"))
        .containsExactly("患者发热三天，伴咳嗽。", "考虑上呼吸道感染！", "需要排除肺炎。");
  }

  @Test
  void shortPiecesJoinTheNextOne() {
    assertThat(of("Hmm. What else could explain the rash? Right."))
        .containsExactly("Hmm. What else could explain the rash? Right.");
    assertThat(of("对。那么这应该是支气管炎。")).containsExactly("对。那么这应该是支气管炎。");
  }

  @Test
  void aListOfShortItemsIsOneStep() {
    assertThat(of("可能的诊断包括以下几种：\nA. 肺炎\nB. 支气管炎\nC. 哮喘\n\n首先看肺炎的可能性。"))
        .containsExactly("可能的诊断包括以下几种：\nA. 肺炎\nB. 支气管炎\nC. 哮喘", "首先看肺炎的可能性。");
    assertThat(of("The options on the table:\n- measles\n- rubella\n\nThe fever came first here."))
        .containsExactly(
            "The options on the table:\n- measles\n- rubella", "The fever came first here.");
  }

  @Test
  void longSentencesAreCutBehindAComma() {
    String cot = "患者咳嗽，".repeat(300);
    List<Step> steps = Steps.of(cot);
    assertThat(steps).hasSizeGreaterThan(2).allMatch(s -> s.end() - s.start() <= Steps.LONGEST);
    assertThat(steps.get(0).of(cot)).endsWith("，");
    assertThat(String.join("", of(cot))).isEqualTo(cot);
  }

  @Test
  void surrogatePairsAreNotCut() {
    String cot = "\ud842\udfb7".repeat(1000);
    assertThat(String.join("", of(cot))).isEqualTo(cot);
    assertThat(of(cot)).noneMatch(step -> Character.isLowSurrogate(step.charAt(0)));
  }

  @Test
  void blankTextsHaveNone() {
    assertThat(Steps.of("")).isEmpty();
    assertThat(Steps.of(" \n\t ")).isEmpty();
  }

  @Test
  void stepsAreBounded() {
    assertThat(Steps.of("The rash is still there today.\n".repeat(10_000))).hasSize(Steps.MOST);
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> new Step(3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal range of a step: 3-3, must not be empty");
  }
}
