package org.twinline.reward.rule.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.Option;

class DividersTest {
  private static String read(String question, String answer) {
    List<Option> options = new ArrayList<>();
    for (String text : List.of("肺炎", "Pulmonary embolism", "肺结核", "支气管哮喘", "Lung cancer")) {
      options.add(new Option(Character.toString((char) ('A' + options.size())), text));
    }
    ChoiceReading reading = ChoiceReader.of(OptionSet.of(options), question).read(answer);
    return reading.contradictory() ? "!" : String.join("", new TreeSet<>(reading.labels()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C|The answer is C; D is not possible.",
        "C|The answer is C, D is not possible.",
        "C|The answer is C (D is not possible).",
        "C|The answer is C, and D is impossible.",
        "C|The answer is C; D cannot be right.",
        "C|The answer is C; D and E are not possible.",
        "C|I choose C; A, B and D are ruled out.",
        "C|Therefore C; D is unlikely.",
        "C|C; D is wrong.",
        "AC|The answer is A and C; D is not possible.",
        "AC|The answer is A, C; B and D are incorrect.",
        "B|The answer is Pulmonary embolism; Lung cancer is not possible.",
        "C|选C，D不可能",
        "C|选C，D不可能。",
        "C|选C；D不可能。",
        "C|答案是C，D没有可能。",
        "C|答案为C（D不可能）。",
        "C|故选C，A、B、D均不对。",
        "C|应选C，D可以排除",
        "C|选C，D说不通。",
        "AC|选A、C，B、D都不对",
        "A|答案是肺炎，肺结核可排除。",
        "C|C；D不可能。",
      })
  void whatIsRuledOutIsNotChosen(String labels, String answer) {
    assertThat(read("", answer)).isEqualTo(labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "答案是A、B，都不对。",
        "A，B不可能。",
        "A, B are not possible.",
        "A、B均不可能。",
        "Therefore A, B, C are not possible.",
        "Therefore A; B; C are not possible.",
        "A and B are not possible.",
      })
  void whatIsRuledOutTogetherStaysTogether(String answer) {
    assertThat(read("", answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C|选C，D正确。",
        "C|答案是C，A、B、D均正确。",
        "C|The answer is C; D is correct.",
      })
  void whereTheFalseIsAskedForTheTrueIsNotChosen(String labels, String answer) {
    assertThat(read("下列说法错误的是", answer)).isEqualTo(labels);
  }
}
