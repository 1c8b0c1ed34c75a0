package org.twinline.reward.rule.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.Option;

class ChoiceReaderTest {
  private static final String FOUR = "肺炎;Pulmonary embolism;肺结核;支气管哮喘";

  /** Options labelled A, B, C …, their texts separated by semicolons. */
  private static OptionSet options(String texts) {
    List<Option> options = new ArrayList<>();
    for (String text : texts.split(";", -1)) {
      options.add(new Option(Character.toString((char) ('A' + options.size())), text));
    }
    return OptionSet.of(options);
  }

  /** Options of given labels, all separated by semicolons. */
  private static OptionSet options(String labels, String texts) {
    String[] label = labels.split(";");
    String[] text = texts.split(";", -1);
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < label.length; i++) {
      options.add(new Option(label[i], text[i]));
    }
    return OptionSet.of(options);
  }

  private static String read(OptionSet options, String question, String answer) {
    ChoiceReading reading = ChoiceReader.of(options, question).read(answer.replace("\\n", "\n"));
    return reading.contradictory() ? "!" : String.join("", new TreeSet<>(reading.labels()));
  }

  private static String read(OptionSet options, String answer) {
    return read(options, "", answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B|B",
        "B|b",
        "B|(B)",
        "B|Ｂ",
        "B|（Ｂ）",
        "B|b)",
        "B|B.",
        "B|**B**",
        "B|`B`",
        "B|【B】",
        "B|\\boxed{B}",
        "B|$\\boxed{\\text{B}}$",
        "B|\\boxed{\\mathbf{B}}",
        "B|<answer>B</answer>",
        "B|选项B",
        "B|B选项",
        "B|B项",
        "B|第二项",
        "B|第2个选项",
        "B|第二个选项",
        "B|选项二",
        "B|the second option",
        "B|The 2nd choice",
        "B|Option 2",
        "D|最后一项",
        "B|B. Pulmonary embolism",
        "B|B、Pulmonary embolism",
        "B|Pulmonary embolism",
        "B|pulmonary embolism (B)",
        "B|答案为“Pulmonary embolism”",
        "AC|AC",
        "AC|ac",
        "AC|A和C",
        "AC|A、C",
        "AC|A，C",
        "AC|Ａ、Ｃ",
        "ACD|A, C and D",
        "ACD|A/C/D",
        "AC|答案是A和C。",
        "AC|A. 肺炎\\nC. 肺结核",
        "AC|肺炎和肺结核",
        "AC|选A、C两项",
        "AC|A，还有C",
      })
  void statesOptions(String labels, String answer) {
    assertThat(read(options(FOUR), answer)).isEqualTo(labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B|不选A，选B",
        "B|A错误，B正确",
        "B|A、C、D均不对，故选B",
        "C|Not A but C",
        "C|C rather than A",
        "C|C, not A.",
        "B|A is incorrect because the ECG is normal; B is correct.",
        "B|可排除A、C、D，答案为B",
        "B|A、C、D均不符合题意。",
        "B|A多见于儿童，故错误。C与题干不符。D也错。B符合题意，因此答案为B",
        "C|肺结核而非肺炎",
        "C|是肺结核，不是肺炎",
        "C|非肺炎，而是肺结核",
        "B|答案是A……不对，应为B",
        "B|答案是A。等等，重新考虑，正确答案是B。",
        "C|The answer is A. Wait, the answer is C.",
        "C|Answer: A. Hmm, actually, no. C.",
        "B|我起初选A，但更正为B",
        "B|选B，其他选项均错误",
        "B|B正确，其余错误",
        "B|Eliminating A, C and D leaves B.",
        "B|相比A，B更合适",
        "B|If the CT were normal, A would be right. The answer is B.",
        "B|是A吗？不，是B。",
        "B|答案：B\\n解析：A错误，因为无发热。C、D不符合题意。",
        "B|B. Pulmonary embolism\\n患者无肺炎表现。",
      })
  void ignoresWhatIsRuledOut(String labels, String answer) {
    assertThat(read(options(FOUR), answer)).isEqualTo(labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!|B. 肺结核",
        "!|答案：B（肺结核）",
        "!|肺结核（B）",
        "''|患者需要进一步检查",
        "''|不选A",
        "''|不是肺炎",
        "''|Answer: A patient with fever",
        "''|答案是维生素C缺乏",
        "''|hepatitis B virus infection",
        "''|B超提示胆囊结石",
        "''|C反应蛋白升高",
        "''|Vitamin A",
        "''|维生素A",
        "''|IgA升高",
        "''|是A吗？",
        "''|A、B、C、D均不对",
        "''|乙型肝炎",
      })
  void knowsWhenItDoesNotKnow(String labels, String answer) {
    assertThat(read(options(FOUR), answer)).isEqualTo(labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "D|维生素A;维生素B;维生素C;维生素D|维生素D",
        "A|维生素A;维生素B;维生素C;维生素D|选维生素A。",
        "B|维生素A;维生素C|C不对，B",
        "A|10%;10%~20%;20%~40%|10%",
        "B|10%;10%~20%;20%~40%|答案是10%～20%",
        "A|10%;10%~20%|约10%",
        "B|Ⅱ型;Ⅲ型|Ⅲ型",
        "A|Ⅱ型;Ⅲ型|Ⅱ型超敏反应",
        "B|1年;11年|11年",
        "A|1年;11年|1年。",
        "B|肺炎;支原体肺炎|答案是支原体肺炎",
        "A|肺炎;支原体肺炎|肺炎",
        "C|5;7;15|15",
        "A|5;7;15|5 rather than 7",
        "B|0.5 mg;5 mg|应给予5 mg",
        "B|典型肺炎;非典型肺炎|非典型肺炎",
        "B|有光泽;无光泽|无光泽",
        "A|心肌梗死(MI);心绞痛|心肌梗死",
        "A|心肌梗死(MI);心绞痛|考虑MI",
        "B|胰岛素(短效);胰岛素(长效)|长效",
        "C|A型;B型;AB型|AB型",
        "A|乙型肝炎;甲型肝炎|乙型肝炎",
        "D|肺炎;肺结核;肺癌;以上都不是|以上都不对",
        "D|肺炎;肺结核;肺癌;以上都是|以上均正确",
        "D|a;b;c;All of the above|All of them",
        "D|a1;b1;c1;None of the above|none of these",
        "B|HCO3-;HCO3|HCO3",
        "A|以上均可;无|以上均可以",
        "E|甲;乙;丙;丁;A+B+C|A+B+C",
        "A|休息3个月;休息6个月|休息三个月",
        "B|3 months of rest;6 months of rest|six months of rest",
        "''|升高血压;降低体温|降低血压",
        "A|Administer 500 mg of aspirin;Observe the patient closely|give 500 milligrams of aspirin, administer it",
        "A|两者均是;两者均不是|二者都是",
        "B|Escherichia coli;E. coli O157|E. coli O157",
      })
  void tellsTextsApart(String labels, String texts, String answer) {
    assertThat(read(options(texts), answer)).isEqualTo(labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|1;2;3;4|发热;咳嗽;头痛;腹泻|2",
        "2|1;2;3;4|发热;咳嗽;头痛;腹泻|选项2",
        "2|1;2;3;4|发热;咳嗽;头痛;腹泻|答案：(2)",
        "3|1;2;3;4|发热;咳嗽;头痛;腹泻|第三项",
        "''|1;2;3;4|发热;咳嗽;头痛;腹泻|应观察2周",
        "②|①;②;③|发热;咳嗽;头痛|②",
        "②|①;②;③|发热;咳嗽;头痛|答案为②",
        "①③|①;②;③|发热;咳嗽;头痛|①和③",
        "乙|甲;乙;丙|发热;咳嗽;头痛|乙",
        "乙|甲;乙;丙|发热;咳嗽;头痛|选乙。",
        "''|甲;乙;丙|发热;咳嗽;头痛|乙型肝炎",
        "丙甲|甲;乙;丙|发热;咳嗽;头痛|甲、丙",
        "b|a;b;c|fever;cough;headache|B",
        "b|a;b;c|fever;cough;headache|the answer is b.",
        "''|a;b;c|fever;cough;headache|a patient",
        "(B)|(A);(B)|fever;cough|B",
        "B.|A.;B.|fever;cough|answer: b",
      })
  void readsOtherLabels(String label, String labels, String texts, String answer) {
    assertThat(read(options(labels, texts), answer)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C|下列说法错误的是|C错误",
        "C|下列说法错误的是|A正确，B正确，C错误，D正确",
        "C|下列说法不正确的是|错误的是C",
        "C|Which statement is false?|C is false.",
        "C|下列说法正确的是|A错误，B错误，C正确，D错误",
        "''|下列说法正确的是|C错误",
      })
  void mindsWhatIsAskedFor(String labels, String question, String answer) {
    assertThat(read(options(FOUR), question, answer)).isEqualTo(labels);
  }

  @Test
  void readsHostileAnswers() {
    OptionSet four = options(FOUR);
    assertThat(read(four, "B\u200b")).isEqualTo("B");
    assertThat(read(four, "答案\u200b是\u2060B")).isEqualTo("B");
    assertThat(read(four, "Pulmo\u200bnary embolism")).isEqualTo("B");
    assertThat(read(four, "\u0391")).as("Greek Alpha").isEqualTo("A");
    assertThat(read(four, "答案：\u0410")).as("Cyrillic A").isEqualTo("A");
    assertThat(read(four, "选\u0412。")).as("Cyrillic Ve").isEqualTo("B");
    assertThat(read(four, "\\boxed{B")).isEqualTo("B");
    assertThat(read(four, "((((B")).isEqualTo("B");
    assertThat(read(four, "答案：【【B")).isEqualTo("B");
    assertThat(read(four, "\\boxed{}")).isEmpty();
    assertThat(read(four, "\ue001\ue102")).isEmpty();
    assertThat(read(four, "A B C D")).isEqualTo("ABCD");
    assertThat(read(four, "")).isEmpty();
    assertThat(read(four, "。。。")).isEmpty();
    assertThat(read(four, "\ud800")).isEmpty();
  }

  @Test
  void readsLongAnswersInTimeThatGrowsWithTheirLength() {
    OptionSet four = options(FOUR);
    String text = "患者发热、咳嗽，考虑肺炎，不符合肺结核。".repeat(5000) + "故选B。";
    assertThat(read(four, text)).isEqualTo("B");
    for (String piece :
        List.of(
            "正确的是",
            "不是",
            "A、",
            "项",
            "the answer is ",
            "(",
            "A ",
            "{",
            "选",
            "不对，",
            "is a ",
            "与题意",
            " \n",
            "a",
            "1. ")) {
      String hostile = piece.repeat(100_000 / piece.length());
      long start = System.nanoTime();
      assertThat(ChoiceReader.of(four, hostile).read(hostile + "B")).isNotNull();
      assertThat((System.nanoTime() - start) / 1e9).as("seconds for '%s'", piece).isLessThan(3);
    }
  }

  @Test
  void readsOddOptions() {
    assertThat(read(OptionSet.of(List.of()), "答案是C")).isEqualTo("C");
    assertThat(read(options("肺炎;肺炎;肺结核"), "肺炎")).isEqualTo("A");
    assertThat(options("肺炎;肺炎;肺结核").same(java.util.Set.of("A"), java.util.Set.of("B"))).isTrue();
    assertThat(options("肺炎;肺炎;肺结核").same(java.util.Set.of("A"), java.util.Set.of("C"))).isFalse();
    assertThat(options(";;").same(java.util.Set.of("A"), java.util.Set.of("B"))).isFalse();
    assertThat(read(options(";;肺结核"), "B")).isEqualTo("B");
    assertThat(read(options("A;A;B", "肺炎;肺癌;肺结核"), "选B")).isEqualTo("B");
    assertThat(read(options("A;A;B", "肺炎;肺癌;肺结核"), "肺癌")).isEqualTo("A");
    StringBuilder texts = new StringBuilder("项目甲");
    for (int i = 1; i < 26; i++) {
      texts.append(";选择对象").append((char) ('一' + i));
    }
    assertThat(read(options(texts.toString()), "答案：Z")).isEqualTo("Z");
    assertThat(read(options(texts.toString()), "I think the answer is Q.")).isEqualTo("Q");
    assertThat(read(options(texts.toString()), "I think so.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B|B",
        "B|(B)",
        "B|Ｂ",
        "AC|AC",
        "AC|CA",
        "AC|A,C",
        "AC|A、C",
        "B|Pulmonary embolism",
        "B|B. Pulmonary embolism",
        "C|肺结核",
        "''|AF",
        "''|X"
      })
  void readsReferences(String labels, String item) {
    assertThat(String.join("", new TreeSet<>(options(FOUR).reference(item)))).isEqualTo(labels);
  }
}
