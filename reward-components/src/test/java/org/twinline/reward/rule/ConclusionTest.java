package org.twinline.reward.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.reward.rule.Conclusion.Strength;

class ConclusionTest {
  private static final int LONG = 100_000;

  private static List<String> parts(String answer) {
    List<String> parts = new ArrayList<>();
    new ConclusionParts(answer).forEach(part -> parts.add(part.strength() + " " + part.text()));
    return parts;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "肺炎|最可能的诊断是肺炎，因为有发热。",
        "肺炎|最可能的诊断是肺结核。不对，最可能的诊断是肺炎。",
        "pneumonia|Answer: pneumonia because of the fever. He was well before.",
        "pneumonia|I favour pneumonia over tuberculosis. The diagnosis is pneumonia.",
        "pneumonia|\\boxed{\\text{pneumonia}} and {more}",
        "x{y}|\\boxed{x{y}}",
        "pneumonia|<answer>pneumonia</answer> or so",
        "pneumonia|So <final_answer>pneumonia",
        "肺炎|肺炎可能性最大。",
        "甲病|甲病：60%，乙病：30%",
      })
  void whatACueConcludes(String part, String answer) {
    Conclusion conclusion = Conclusion.of(answer);
    assertThat(conclusion.text()).isEqualTo(part);
    assertThat(conclusion.strength()).isEqualTo(Strength.STATED);
    assertThat(answer.substring(conclusion.start(), conclusion.end())).isEqualTo(part);
  }

  @Test
  void aListBelowItsCueEndsWhereAnotherSectionBegins() {
    assertThat(Conclusion.of("## 最终诊断\n1. 肺炎\n2. 哮喘\n\n处理：\n休息").text()).isEqualTo("1. 肺炎\n2. 哮喘");
    assertThat(Conclusion.of("### Final diagnosis\n1. pneumonia\nPlan:\nrest").text())
        .isEqualTo("1. pneumonia");
  }

  @Test
  void partsComeTheMostDecisiveFirst() {
    assertThat(parts("考虑肺炎。答案：哮喘。"))
        .containsExactly("STATED 哮喘", "SUPPORTED 肺炎", "PLACED 考虑肺炎。答案：哮喘。");
    String first = "The patient came in yesterday.";
    String middle = "Therefore all of this was thought over again by everyone who was there.";
    String last = "Nothing else was seen in the whole of the long record that he had";
    assertThat(parts(first + " " + middle + " " + last))
        .containsExactly(
            "PLACED " + middle.substring(0, middle.length() - 1),
            "PLACED " + first.substring(0, first.length() - 1),
            "PLACED " + last);
  }

  @Test
  void sixPartsOfAKindAreLookedAtAtMost() {
    assertThat(parts("答案是甲。".repeat(9)).stream().filter(p -> p.startsWith("STATED"))).hasSize(6);
    assertThat(parts("符合甲。".repeat(9)).stream().filter(p -> p.startsWith("SUPPORTED"))).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "。", "..\n", "答案是", "答案是什么？"})
  void whatConcludesNothingHasItsPlaceAlone(String answer) {
    assertThat(Conclusion.of(answer).strength()).isEqualTo(Strength.PLACED);
  }

  /** Each of these made every cue, or every character, read the rest of the answer once more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "答案是甲乙丙 ",
        "ranked ",
        "ranked first ",
        "\\boxed{x ",
        "<answer>x ",
        "甲可能性大",
        "诊断：\n甲乙",
        "符合肺炎",
        "answer is x because y ",
        "answer is x ",
        "favour x over y ",
        "жавеф",
        "(5 ",
      })
  void readsInLinearTime(String piece) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    String answer = piece.repeat(LONG / piece.length());
    long start = threads.getCurrentThreadCpuTime();
    assertThat(Conclusion.of(answer).end()).isLessThanOrEqualTo(answer.length());
    assertThat((threads.getCurrentThreadCpuTime() - start) / 1e9).as("seconds").isLessThan(2);
  }
}
