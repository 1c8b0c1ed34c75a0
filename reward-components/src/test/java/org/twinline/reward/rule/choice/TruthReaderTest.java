package org.twinline.reward.rule.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TruthReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "是",
        "是的。",
        "对",
        "正确",
        "√",
        "Yes",
        "yes.",
        "YES",
        "True",
        "**是**",
        "\\boxed{Yes}",
        "\\boxed{\\text{True}}",
        "<answer>yes</answer>",
        "是的，可以使用。",
        "Yes, it is safe.",
        "该说法正确。",
        "这种说法没有错",
        "没有错",
        "没错",
        "并非错误",
        "这个观点不是错误的",
        "不能说不正确",
        "The statement is true.",
        "The statement is not false.",
        "It is not incorrect.",
        "There is nothing wrong with this statement.",
        "答案：是",
        "答案是正确",
        "The answer is yes.",
        "Answer: True",
        "可以使用该药。",
        "需要手术治疗",
        "应该立即停药",
        "不得不手术",
        "并非不可以",
        "因此，该说法是正确的。",
        "不对。等等，重新考虑，应该是对的。",
        "No. Wait, I was wrong: yes.",
        "It can be used in pregnancy.",
        "不会不引起",
        "Ｙｅｓ",
        "Y\u200bes",
        "对的，没有问题",
      })
  void readsYes(String answer) {
    assertThat(TruthReader.read(answer)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "否",
        "不是",
        "不是的。",
        "错",
        "错误",
        "错误。",
        "×",
        "No",
        "no.",
        "False",
        "\\boxed{No}",
        "<answer>false</answer>",
        "不能使用",
        "不宜使用。",
        "该说法错误",
        "该说法是错误的。",
        "这种说法不正确",
        "不完全正确",
        "并非如此",
        "并不正确",
        "这是错误的说法。",
        "The statement is false.",
        "This is not true.",
        "It's not correct",
        "That is incorrect.",
        "isn't true",
        "答案：否",
        "答案是错误",
        "The answer is no.",
        "Answer: False",
        "It is not recommended",
        "It should not be given.",
        "You can't use it.",
        "该药禁用",
        "无需手术",
        "没有必要",
        "不建议使用",
        "患者有青霉素过敏史，不能使用。",
        "是的。等等，我错了，不能使用。",
        "Yes. Actually, no.",
        "不，不可以",
        "It is contraindicated in pregnancy.",
        "No, it isn't.",
        "无法确诊",
      })
  void readsNo(String answer) {
    assertThat(TruthReader.read(answer)).contains(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "肺炎", "pneumonia", "患者男，45岁", "正确的处理是补液", "是。……因此答案是否", "不良反应", "。", "{{{{"})
  void knowsWhenItDoesNotKnow(String answer) {
    assertThat(TruthReader.read(answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "是|true",
        "否|false",
        "正确|true",
        "错误|false",
        "true|true",
        "No|false",
        "√|true",
        "×|false",
        "可以|true",
        "不能|false"
      })
  void readsReferences(String item, boolean value) {
    assertThat(TruthReader.word(item)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"肺炎", "T", "5 mg", "yes and no", "F", ""})
  void takesNothingElseForATruthValue(String item) {
    assertThat(TruthReader.word(item)).isEmpty();
  }

  @Test
  void readsLongAnswers() {
    for (String piece :
        new String[] {"不", "不是", "not ", "not be ", "可以", "是", "因为", "the answer is ", "没有错 "}) {
      long start = System.nanoTime();
      Optional<Boolean> read = TruthReader.read(piece.repeat(100_000 / piece.length()));
      assertThat(read).isNotNull();
      assertThat((System.nanoTime() - start) / 1e9).as("seconds for '%s'", piece).isLessThan(2);
    }
  }
}
