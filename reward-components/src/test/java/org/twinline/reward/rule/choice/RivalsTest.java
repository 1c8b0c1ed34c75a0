package org.twinline.reward.rule.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.triple.Option;

class RivalsTest {
  private static final OptionSet OPTIONS =
      OptionSet.of(
          List.of(
              new Option("A", "肺炎"),
              new Option("B", "Pulmonary embolism"),
              new Option("C", "肺结核"),
              new Option("D", "支气管哮喘")));

  private static ChoiceReading read(String answer) {
    return ChoiceReader.of(OPTIONS, "").read(answer.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "答案是A。所以答案是C。",
        "The answer is A. The answer is C.",
        "故选A。\\n故选C。",
        "Therefore A. \\boxed{C}",
        "\\boxed{A} \\boxed{C}",
        "The answer is B. In the end: \\boxed{肺结核}",
      })
  void twoConclusionsContradict(String answer) {
    assertThat(read(answer)).isEqualTo(ChoiceReading.CONTRADICTORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "答案是C，但D也可能。",
        "答案是C。D也对。",
        "The answer is C, perhaps D.",
        "The answer is C, though D is also right.",
        "故选C，也许是D",
      })
  void anotherThatMayBeRightTooContradicts(String answer) {
    assertThat(read(answer)).isEqualTo(ChoiceReading.CONTRADICTORY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C|答案是A。不对，更正：答案是C。",
        "C|The answer is A. Wait, the answer is C.",
        "C|如果答案是A则痰检阴性。答案是C。",
        "C|答案是C。其次可能是D，但可能性小。",
        "C|The answer is C. D is not possible.",
        "C|The answer is C. The answer is C.",
        "C|答案是C，即肺结核。",
      })
  void whatIsTakenBackSupposedOrLessLikelyDoesNot(String label, String answer) {
    assertThat(read(answer)).isEqualTo(new ChoiceReading(Set.of(label), false));
  }

  @Test
  void aSecondConclusionIsFoundWhateverItsPlace() {
    String text = "答案是" + Signs.label(0) + "。答案是" + Signs.label(2) + "。";
    List<Group> groups = Groups.of(text, false);
    assertThat(Rivals.concluded(text, groups, OPTIONS, Set.of(2))).isTrue();
    assertThat(Rivals.concluded(text, groups, OPTIONS, Set.of(0, 2))).isFalse();
  }
}
