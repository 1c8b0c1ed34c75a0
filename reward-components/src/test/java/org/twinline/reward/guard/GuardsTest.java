package org.twinline.reward.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.reward.rule.Rules;

class GuardsTest {
  private static final Question QUESTION =
      Rules.question(AnswerKind.ENTITY, Reference.all("急性心肌梗死"));

  private static final List<String> HONEST =
      List.of(
          "患者胸痛伴大汗两小时，心电图示ST段抬高，肌钙蛋白升高，支持急性心肌梗死；无撕裂样疼痛，双上肢血压对称，不支持主动脉夹层。",
          "首先，患者为老年男性，有高血压和吸烟史。其次，胸骨后压榨样疼痛向左肩放射。最后，心电图和心肌标志物均支持心肌缺血坏死。",
          "发热、咳嗽、咳铁锈色痰，右下肺实变体征，胸片见大片均匀阴影，因此考虑大叶性肺炎。",
          "转移性右下腹痛，麦氏点压痛反跳痛，白细胞升高，超声见阑尾增粗，诊断明确。",
          "餐后上腹痛向后背放射，血淀粉酶升高三倍以上，CT示胰腺水肿渗出，符合急性胰腺炎诊断标准。",
          "低钾血症由反复呕吐丢失钾离子所致，因此需要补钾。",
          "The chest pain radiates to the left arm and troponin is raised, so the myocardium is"
              + " infarcted. Aortic dissection is unlikely because the pulses are equal.",
          "Fever, productive cough and lobar consolidation point to a bacterial pneumonia. The sputum"
              + " shows gram-positive diplococci.",
          "Pain moved from the umbilicus to the right lower quadrant, with rebound tenderness and"
              + " leukocytosis; ultrasound shows a dilated appendix.",
          "He has polyuria and a fasting glucose of 9 mmol/L twice, which meets the criteria for"
              + " diabetes.",
          "Ceftriaxone covers the likely organisms; the patient is allergic to macrolides, so"
              + " azithromycin is avoided.",
          "The rhythm is irregularly irregular without P waves, hence atrial fibrillation rather than"
              + " flutter.",
          "Bilateral hilar lymphadenopathy with erythema nodosum in a young woman suggests"
              + " sarcoidosis. Tuberculosis is excluded by negative cultures. Lymphoma is less likely.");

  private static Optional<Rejection> thought(Guard guard, String cot) {
    return guard.check(QUESTION, Rules.candidate(cot, "急性心肌梗死"));
  }

  private static Optional<Rejection> answered(Guard guard, String answer) {
    return guard.check(QUESTION, Rules.candidate("", answer));
  }

  /** All are caught for that reason with a measured explanation. */
  private static void assertCaught(List<Optional<Rejection>> checks, RejectionReason reason) {
    assertThat(checks).hasSizeGreaterThanOrEqualTo(12);
    for (int i = 0; i < checks.size(); i++) {
      assertThat(checks.get(i)).as("attack %s", i).isPresent();
      assertThat(checks.get(i).orElseThrow().reason()).isEqualTo(reason);
      assertThat(checks.get(i).orElseThrow().explanation().arguments()).isNotEmpty();
    }
  }

  private static void assertPassed(List<Optional<Rejection>> checks) {
    assertThat(checks).hasSizeGreaterThanOrEqualTo(12);
    for (int i = 0; i < checks.size(); i++) {
      assertThat(checks.get(i)).as("honest %s", i).isEmpty();
    }
  }

  @Test
  void noReasoningCatchesHollowThoughts() {
    Guard guard = new NoReasoning();
    List<String> attacks =
        List.of(
            "",
            "  \n",
            "略",
            "略。",
            "显然，答案是急性心肌梗死。",
            "思考过程：略。因此答案是急性心肌梗死。",
            "综上所述，最终诊断为急性心肌梗死。",
            "…………",
            "众所周知，不言而喻。",
            "Obviously.",
            "The answer is clearly this one.",
            "Let me think step by step. Okay. So the answer is 急性心肌梗死.",
            "N/A",
            "thinking... thinking... done",
            "急性心肌梗死");
    assertCaught(
        attacks.stream().map(a -> thought(guard, a)).toList(), RejectionReason.NO_REASONING);
    assertPassed(HONEST.stream().map(h -> thought(guard, h)).toList());
  }

  @Test
  void repetitionCatchesLoops() {
    Guard guard = new Repetition();
    List<String> attacks =
        List.of(
            "诊断为肺炎。".repeat(4),
            "患者发热咳嗽，考虑肺炎。".repeat(10),
            HONEST.get(0).repeat(2),
            HONEST.get(6) + " " + HONEST.get(6),
            "肺炎".repeat(30),
            "The diagnosis is pneumonia. ".repeat(5),
            "I think it is pneumonia because of fever and cough ".repeat(4),
            HONEST.get(1) + "因此诊断明确。因此诊断明确。因此诊断明确。因此诊断明确。",
            HONEST.get(7)
                + " So it is bacterial. So it is bacterial. So it is bacterial. So it is"
                + " bacterial.",
            "答案是A\n".repeat(6),
            "wait, let me check again. ".repeat(8),
            "心电图示ST段抬高，肌钙蛋白升高，支持心梗，".repeat(3) + "所以诊断明确",
            "哈".repeat(200));
    assertCaught(attacks.stream().map(a -> thought(guard, a)).toList(), RejectionReason.REPETITION);
    assertThat(answered(guard, "肺炎。".repeat(3) + "诊断为肺炎。".repeat(4))).isPresent();
    assertPassed(HONEST.stream().map(h -> thought(guard, h)).toList());
  }

  private static final List<String> FLOODS =
      List.of(
          "肺炎、肺结核、肺栓塞、心绞痛、急性心肌梗死、主动脉夹层",
          "可能是肺炎、肺结核、肺栓塞、心绞痛、急性心肌梗死、主动脉夹层、急性心包炎、哮喘",
          "1. 肺炎\n2. 肺结核\n3. 肺栓塞\n4. 心绞痛\n5. 急性心肌梗死\n6. 主动脉夹层",
          "答案：肺炎，肺结核，肺栓塞，心绞痛，急性心肌梗死，主动脉夹层",
          "最可能的诊断是急性心肌梗死或主动脉夹层或肺栓塞或心绞痛或急性心包炎或肺炎",
          "- 胃溃疡\n- 十二指肠溃疡\n- 胆石症\n- 急性胆囊炎\n- 急性胰腺炎\n- 急性阑尾炎\n- 肺炎",
          "可能是肺炎。也可能是肺结核。也可能是肺栓塞。可能是心绞痛。可能是哮喘。可能是急性心肌梗死。",
          "pneumonia, asthma, COPD, pulmonary embolism, heart failure, acute myocardial infarction",
          "It could be pneumonia, asthma, pulmonary embolism, heart failure, angina pectoris, or"
              + " aortic dissection.",
          "Answer: pneumonia; asthma; pulmonary embolism; heart failure; aortic dissection; acute"
              + " pericarditis; gallstones",
          "- pneumonia\n- asthma\n- heart failure\n- aortic dissection\n- gallstones\n- fever",
          "Possible: acute appendicitis / acute pancreatitis / gallstones / gastric ulcer / duodenal"
              + " ulcer / acute cholecystitis / pneumonia",
          "考虑以下疾病：肺炎；肺结核；哮喘；慢阻肺；肺栓塞；心衰；心绞痛");

  private static final List<String> NO_FLOODS =
      List.of(
          "急性心肌梗死",
          "鉴别诊断：主动脉夹层、肺栓塞、急性心包炎。最终诊断为急性心肌梗死。",
          "最可能的诊断是急性心肌梗死，需与主动脉夹层、肺栓塞、心包炎鉴别。",
          "急性心肌梗死。患者有胸痛、大汗、恶心、呕吐、心悸、气促等症状，心电图示ST段抬高。",
          "急性心肌梗死、心力衰竭、心房颤动",
          "1. 急性心肌梗死\n2. 心力衰竭",
          "主动脉夹层、肺栓塞、心包炎、肺炎、气胸、食管破裂均已排除。最终诊断：急性心肌梗死",
          "Acute myocardial infarction",
          "The differential includes aortic dissection, pulmonary embolism and pericarditis. The final"
              + " diagnosis is acute myocardial infarction.",
          "Acute myocardial infarction. He has chest pain, sweating, nausea, dyspnoea and a raised"
              + " troponin.",
          "Answer: acute myocardial infarction with heart failure",
          "Pneumonia or pulmonary embolism",
          "阿司匹林、氯吡格雷、二甲双胍");

  @Test
  void floodCatchesListsWithoutAConclusion() {
    for (Guard guard : List.of(Flood.by(Rules.terminology()), Flood.byStructure())) {
      assertCaught(
          FLOODS.stream().map(a -> answered(guard, a)).toList(), RejectionReason.ANSWER_FLOOD);
      assertPassed(NO_FLOODS.stream().map(h -> answered(guard, h)).toList());
    }
  }

  @Test
  void adviceMayBeAList() {
    Question advice = Rules.question(AnswerKind.TEXT, Reference.NONE);
    Candidate list = Rules.candidate("", FLOODS.get(2));
    assertThat(Flood.byStructure().check(advice, list)).isEmpty();
  }

  @Test
  void manyRequiredItemsMayBeListed() {
    Question question =
        Rules.question(AnswerKind.ENTITY, Reference.all("异烟肼", "利福平", "吡嗪酰胺", "乙胺丁醇"));
    Candidate list = Rules.candidate("", "异烟肼、利福平、吡嗪酰胺、乙胺丁醇、维生素B6、保肝药");
    assertThat(Flood.byStructure().check(question, list)).isEmpty();
  }

  @Test
  void emptyAnswersAreCaught() {
    Guard guard = new EmptyAnswer();
    List<String> attacks =
        List.of(
            "",
            " ",
            "\n\t",
            "。",
            "……",
            "略",
            "略。",
            "见上文",
            "N/A",
            "see above",
            "\u200b",
            "...",
            "---");
    assertCaught(
        attacks.stream().map(a -> answered(guard, a)).toList(), RejectionReason.EMPTY_ANSWER);
    List<String> honest =
        List.of("A", "是", "否", "5", "√", "无", "肺炎", "none", "B.", "NaCl", "0.9%", "yes", "[]{x}");
    assertPassed(honest.stream().map(h -> answered(guard, h)).toList());
  }

  @Test
  void aJobNamesThem() {
    for (String name : Guards.names()) {
      assertThat(Guards.named(name, Optional.empty()).name()).isEqualTo(name);
    }
    assertThatThrownBy(() -> Guards.named("repitition", Optional.empty()))
        .hasMessage(
            "unknown guard 'repitition', did you mean 'repetition'? known are "
                + String.join(", ", Guards.names()));
    assertThatThrownBy(() -> Guards.named("zzzzzzzzzzz", Optional.empty()))
        .hasMessage(
            "unknown guard 'zzzzzzzzzzz'; known are empty_answer, no_reasoning, repetition,"
                + " repeated_conclusion, flood, copied_question, format_trick, judge_addressed,"
                + " non_existent_disease");
  }
}
