package org.twinline.reward.rule.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.Option;

/** Sentences written by hand, in other styles than those the recogniser was made with. */
class UnseenSentencesTest {
  private static final OptionSet ZH =
      OptionSet.of(
          List.of(
              new Option("A", "急性胰腺炎"),
              new Option("B", "消化性溃疡穿孔"),
              new Option("C", "急性胆囊炎"),
              new Option("D", "肠梗阻"),
              new Option("E", "急性心肌梗死")));
  private static final OptionSet EN =
      OptionSet.of(
          List.of(
              new Option("A", "Acute pancreatitis"),
              new Option("B", "Perforated peptic ulcer"),
              new Option("C", "Acute cholecystitis"),
              new Option("D", "Bowel obstruction"),
              new Option("E", "Myocardial infarction (MI)")));

  private static void reads(OptionSet options, String labels, String answer) {
    ChoiceReading reading = ChoiceReader.of(options, "").read(answer.replace("\\n", "\n"));
    String read = String.join("", new java.util.TreeSet<>(reading.labels()));
    assertThat(read).isEqualTo(labels == null ? "" : labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B|这道题我会毫不犹豫地选 B，理由是膈下游离气体。",
        "B|个人倾向于B。",
        "C|综合上述分析，本例考虑为急性胆囊炎可能性最大。",
        "A|四个干扰项都站不住脚，唯有A能解释血淀粉酶升高。",
        "D|既不是胰腺的问题，也不是胆囊的问题，肠梗阻才是病因。",
        "E|别被腹痛迷惑，心电图提示的是急性心肌梗死（选项E）。",
        "B|A×、C×、D×、E×，B√。",
        "B|答：B",
        "AC|本题为多选，应当勾选 A 与 C 两项。",
        "C|乍一看像A，但Murphy征阳性，所以还是C更合理。",
        "D|【答案】D\\n【解析】呕吐、停止排便排气，符合肠梗阻表现；急性胰腺炎血淀粉酶应升高。",
        "A|参考答案: (A)。其余各项与题干不符。",
        "E|心电图ST段抬高→急性心肌梗死→E",
        "B|若为胰腺炎则血淀粉酶升高，与本例不符。故诊断消化性溃疡穿孔。",
        "C|急性胆囊炎无疑。",
        "D|我的选择：肠梗阻 [D]",
        "A|毫无疑问，患者得的是急性胰腺炎，不是什么溃疡穿孔。",
        "B|最后敲定B项：消化性溃疡穿孔。",
        "C|选项A、B、D、E都可以逐一否定，只剩下C。",
        "E|正解：E，急性心肌梗死",
        "B|I'd go with B on this one.",
        "C|Murphy sign is positive, so this has to be acute cholecystitis.",
        "A|Elevated lipase clinches it: (A) Acute pancreatitis.",
        "D|My pick? Option D, no hesitation.",
        "E|ST elevation means an MI, so E it is.",
        "B|Of the five, only perforated peptic ulcer explains the free air under the diaphragm.",
        "AC|Both A and C apply here.",
        "C|While A is tempting, the ultrasound findings make C the better answer.",
        "D|Diagnosis → bowel obstruction",
        "B|Answer choice B (perforated peptic ulcer) is right; pancreatitis would raise lipase.",
        "E|Not the pancreas, not the gallbladder: this is a myocardial infarction.",
        "A|Ans. A",
        "C|I initially leaned towards D, but on reflection C is the one.",
        "B|{\"reasoning\": \"free air\", \"answer\": \"B\"}",
        "D|### Final Answer\\n\\nD",
        "A|The best answer here? Acute pancreatitis, hands down.",
        "E|We can safely cross out A, B, C and D. That leaves us with E.",
        "B|correct answer - b",
        "C|The patient most likely suffers from acute cholecystitis rather than acute pancreatitis.",
        "D|Key: D.",
      })
  void readsWhatAPersonWouldRead(String labels, String answer) {
    reads(answer.codePoints().anyMatch(Character::isIdeographic) ? ZH : EN, labels, answer);
  }

  /** A second set, written after the first one had been read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B|膈下有游离气体，铁证如山，B无误。",
        "E|老年人上腹痛务必先想到心梗，本题答案当然是E啦",
        "C|A？不太像。B？也不像。C最贴切。",
        "D|把A、B、C、E全部划掉后，答案呼之欲出：D",
        "A|题目问的是最可能的诊断，那当然是急性胰腺炎咯。",
        "AC|A和C都对，B、D、E都不对。",
        "B|该病人诊断应首先考虑消化性溃疡穿孔，其次才是急性胰腺炎。",
        "E|急性心肌梗死（E项）最符合，而急性胰腺炎（A项）可以排除。",
        "C|正确答案：C 急性胆囊炎",
        "D|D。理由：腹胀、停止排气排便。",
        "A|综上，选择A选项，即急性胰腺炎。",
        "B|不选C的原因是Murphy征阴性；选B是因为膈下游离气体。",
        "C|答案应该不是A，而是C。",
        "D|诊断：肠梗阻。鉴别诊断：急性胰腺炎、急性胆囊炎。",
        "B|The free air makes B the only sensible choice.",
        "E|(E) is my answer.",
        "C|Neither A nor B; C.",
        "A|Correct: A",
        "D|Based on the vignette, bowel obstruction is the most probable diagnosis.",
        "B|Choice (B) best accounts for the rigid abdomen.",
        "AC|A & C",
        "C|A is wrong. B is wrong. D and E are wrong too.",
        "E|In summary, this patient is having a myocardial infarction; pancreatitis is unlikely.",
        "A|Option A: Acute pancreatitis. Option B is incorrect since there is no free air.",
        "D|I am confident that the answer's D.",
        "B|b - perforated peptic ulcer",
        "C|Let me think... could it be A? No. The Murphy sign points to C.",
        "E|Answer = E",
        "A|Acute cholecystitis is less likely than acute pancreatitis.",
        "D|The correct answer is therefore option D: bowel obstruction, since C would cause fever.",
      })
  void readsASecondSet(String labels, String answer) {
    reads(answer.codePoints().anyMatch(Character::isIdeographic) ? ZH : EN, labels, answer);
  }
}
