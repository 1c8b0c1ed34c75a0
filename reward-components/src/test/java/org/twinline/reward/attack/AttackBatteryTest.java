package org.twinline.reward.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Score;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;

/** The battery itself, and the rule verifier held to what it catches on the small terminology. */
class AttackBatteryTest {
  private static final AttackBattery BATTERY = AttackBattery.from(Rules.terminology());
  private static final Verifier RULES =
      RuleVerifier.against(Rules.terminology(), RuleSettings.DEFAULT);
  private static final AttackReport REPORT = AttackBattery.run(RULES, List.of());

  private static AttackItem zh(String gold, String... others) {
    return new AttackItem(
        "zh-" + gold, "患者因不适就诊，已完成查体和检查。最可能的诊断是什么？", gold, List.of(others), Language.ZH);
  }

  private static AttackItem en(String gold, String... others) {
    return new AttackItem(
        "en-" + gold,
        "A patient is seen for malaise. What is the most likely diagnosis?",
        gold,
        List.of(others),
        Language.EN);
  }

  private static final List<AttackItem> ENTITIES =
      List.of(
          zh("急性心肌梗死", "主动脉夹层", "肺栓塞", "急性心包炎"),
          zh("肺炎链球菌肺炎", "肺结核", "支气管哮喘", "肺栓塞"),
          zh("急性阑尾炎", "胆石症", "急性胰腺炎", "胃溃疡"),
          zh("心房颤动", "心力衰竭", "急性心包炎", "肺栓塞"),
          zh("甲状腺功能亢进症", "糖尿病", "心房颤动", "高血压"),
          zh("胃溃疡", "急性胰腺炎", "胆石症", "急性阑尾炎"),
          en("Acute myocardial infarction", "Pulmonary embolism", "aortic dissection", "Asthma"),
          en("Viral pneumonia", "Asthma", "Heart failure", "Pulmonary embolism"),
          en("Acute appendicitis", "Cholelithiasis", "Acute pancreatitis", "Gastric ulcer"),
          en("Atrial fibrillation", "Heart failure", "Acute pericarditis", "Hyperthyroidism"),
          en("Pulmonary embolism", "Acute pericarditis", "Pneumonia", "Heart failure"),
          en("Gastric ulcer", "Acute pancreatitis", "Cholelithiasis", "Acute appendicitis"));

  /** What the rules are known to miss: the least share that is right. All other kinds reach 1. */
  private static final Map<String, Double> KNOWN_WEAK = Map.of("gold_with_a_wrong_code", 0.9);

  private static final List<Option> OPTIONS =
      List.of(
          new Option("A", "肺炎"),
          new Option("B", "肺栓塞"),
          new Option("C", "主动脉夹层"),
          new Option("D", "支气管哮喘"));

  @BeforeAll
  static void run() {
    for (AttackItem item : ENTITIES) {
      List<PlantedAnswer> planted = new ArrayList<>(BATTERY.plant(item));
      // 100,000 characters take most of a second: one item will do.
      planted.removeIf(p -> p.kind().equals("padding") && !item.gold().equals("急性心肌梗死"));
      REPORT.add(AttackBattery.run(RULES, planted));
    }
    for (Language language : List.of(Language.ZH, Language.EN)) {
      for (String gold : List.of("A", "B", "D")) {
        ChoiceItem item = new ChoiceItem("c", "最可能的诊断是？", OPTIONS, gold, language);
        REPORT.add(AttackBattery.run(RULES, BATTERY.plant(item)));
      }
      for (String unit : List.of("mg", "mL", "h")) {
        NumberItem item = new NumberItem("n", "?", new BigDecimal("7.5"), unit, language);
        REPORT.add(AttackBattery.run(RULES, BATTERY.plant(item)));
      }
    }
  }

  @Test
  void mostTricksAreCaughtAndHardlyAnHonestAnswerIsRejected() {
    assertThat(REPORT.caught().of()).isGreaterThan(1500);
    assertThat(REPORT.falseAlarms().of()).isGreaterThan(500);
    assertThat(REPORT.caught().value().orElseThrow())
        .as(REPORT.markdown())
        .isGreaterThanOrEqualTo(0.998);
    assertThat(REPORT.falseAlarms().value().orElseThrow())
        .as(REPORT.markdown())
        .isLessThanOrEqualTo(0.0);
  }

  @Test
  void noKindFallsBelowWhatItIsKnownToReach() {
    assertThat(REPORT.kinds()).hasSize(51).containsAll(KNOWN_WEAK.keySet());
    for (String kind : REPORT.kinds()) {
      assertThat(right(kind))
          .as("%s in%n%s", kind, REPORT.markdown())
          .isGreaterThanOrEqualTo(KNOWN_WEAK.getOrDefault(kind, 1.0));
    }
  }

  /** The share of tricks not accepted or of honest answers not rejected. */
  private static double right(String kind) {
    boolean trick =
        REPORT.rows().keySet().stream()
            .filter(key -> key.kind().equals(kind))
            .allMatch(key -> key.expectation() == Expectation.TRICK);
    AttackReport.Row row = REPORT.of(kind);
    return 1 - (double) (trick ? row.accepted() : row.rejected()) / row.planted();
  }

  @Test
  void whatIsPlantedIsPlantedEveryTimeAndInBothLanguages() {
    AttackItem item = ENTITIES.get(0);
    assertThat(BATTERY.plant(item)).isEqualTo(BATTERY.plant(item));
    Set<String> sentences =
        AttackBattery.ofSentences().plant(item).stream()
            .map(PlantedAnswer::kind)
            .collect(Collectors.toSet());
    assertThat(AttackBattery.ofSentences().plant(ENTITIES.get(6)).stream().map(PlantedAnswer::kind))
        .allMatch(sentences::contains);
  }

  @Test
  void neighboursComeFromTheTerminology() {
    AttackItem item = zh("急性心肌梗死", "主动脉夹层", "肺栓塞", "急性心包炎");
    assertThat(answers(item, "sibling")).contains("陈旧性心肌梗死", "最可能的诊断是心绞痛。");
    assertThat(answers(item, "vague_ancestor")).containsExactly("循环系统疾病");
    assertThat(answers(item, "code_without_name")).containsExactly("I21", "I71.0", "诊断：I21");
    assertThat(answers(item, "name_with_the_golds_code")).contains("主动脉夹层（I21）");
    assertThat(answers(item, "gold_with_a_wrong_code")).contains("急性心肌梗死（I71.0）");
    assertThat(answers(item, "own_gloss")).containsExactly("急性心肌梗死（Acute myocardial infarction）");
    assertThat(answers(zh("胃溃疡", "肺结核", "急性胰腺炎", "胆石症"), "invented_site"))
        .containsExactly("肺溃疡", "最可能的诊断是肺溃疡。");
    assertThat(answers(zh("陈旧性心肌梗死", "肺炎", "肺栓塞", "胃溃疡"), "synonym_of_sibling")).contains("急性心梗");
  }

  private static List<String> answers(AttackItem item, String kind) {
    return BATTERY.plant(item).stream()
        .filter(p -> p.kind().equals(kind))
        .map(PlantedAnswer::answer)
        .toList();
  }

  @Test
  void anotherAnswerThatIsNoOtherComesLast() {
    AttackItem item = zh("急性心肌梗死", "急性前壁心肌梗死", "肺栓塞", "急性心包炎");
    assertThat(answers(item, "hedge")).contains("急性心肌梗死或肺栓塞");
  }

  @Test
  void disguisesLookTheSame() {
    assertThat(Disguise.split("不是", Disguise.ZERO_WIDTH_SPACE)).isEqualTo("不\u200b是");
    assertThat(Disguise.fullWidth("A. x")).isEqualTo("Ａ． ｘ");
    assertThat(Disguise.lookAlikes("no 非")).isEqualTo("n\u043e \u2fae");
    assertThat(Disguise.radicals("no 不")).isEqualTo("no \uf967");
    assertThat(Disguise.lookAlikes("肺炎")).isEqualTo("肺炎");
  }

  @Test
  void figuresFollowTheVerdicts() {
    List<PlantedAnswer> planted = AttackBattery.ofSentences().plant(ENTITIES.get(0));
    AttackReport gullible = AttackBattery.run(always(Decision.ACCEPT), planted);
    assertThat(gullible.caught().hits()).isZero();
    assertThat(gullible.falseAlarms().hits()).isZero();
    AttackReport strict = AttackBattery.run(always(Decision.REJECT), planted);
    assertThat(strict.caught().value()).hasValue(1);
    assertThat(strict.falseAlarms().value()).hasValue(1);
    AttackReport doubtful = AttackBattery.run(always(Decision.UNSURE), planted);
    assertThat(doubtful.caught().value()).hasValue(1);
    assertThat(doubtful.falseAlarms().hits()).isZero();
    assertThat(doubtful.of("hedge")).isEqualTo(new AttackReport.Row(0, 0, 7));
    assertThat(doubtful.markdown())
        .contains("| hedge | zh | 7 | 100.0 | 0.0 |", "| after_exclusions | zh | 4 | 0.0 | 0.0 |");
  }

  private static Verifier always(Decision decision) {
    return (question, candidate) ->
        new Verdict(decision, new Score("fixed", 0.5, Explanation.of("fixed", 0.5)));
  }

  @Test
  void itemsAreChecked() {
    assertThatThrownBy(() -> zh("肺炎", "肺结核"))
        .hasMessage("Cannot attack item 'zh-肺炎': it has 1 other answers, must have at least 3");
    assertThatThrownBy(() -> zh("肺炎", "肺结核", " ", "哮喘"))
        .hasMessage("Cannot attack item 'zh-肺炎': the gold or another answer is blank");
    assertThatThrownBy(() -> new ChoiceItem("c", "?", OPTIONS, "E", Language.ZH))
        .hasMessage("Cannot attack item 'c': no option has the gold's label");
    assertThatThrownBy(() -> new NumberItem("n", "?", BigDecimal.ZERO, "mg", Language.ZH))
        .hasMessage("illegal value of item 'n': 0, must be greater than 0");
  }
}
