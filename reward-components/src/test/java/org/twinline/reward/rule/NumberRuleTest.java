package org.twinline.reward.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Verdict;

class NumberRuleTest {
  private static final RuleVerifier VERIFIER =
      RuleVerifier.withoutTerminology(RuleSettings.DEFAULT);

  private static Verdict verdict(String question, Reference reference, String answer) {
    return VERIFIER.verify(
        new Question(
            "q",
            Prompt.of(question),
            reference,
            new Traits(Task.KNOWLEDGE, AnswerKind.NUMBER, Language.UNSTATED),
            Annotations.NONE),
        Rules.answer(answer));
  }

  private static void check(String reference, String answer, Decision decision) {
    Verdict verdict = verdict("?", Reference.all(reference), answer);
    assertThat(verdict.decision())
        .as("%s | %s: %s", reference, answer, verdict.score())
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // One unit in another.
        "500 mg|0.5 g",
        "500 mg|0.5克",
        "0.25 g|250毫克",
        "250 μg|250 mcg",
        "250微克|0.25 mg",
        "1 kg|2斤",
        "10 mL|10毫升",
        "0.5 L|500 cc",
        "120 mmHg|16.0 kPa",
        "120毫米汞柱|120 mm Hg",
        "12 cmH2O|12 cm H2O",
        "37 ℃|98.6 °F",
        "38.5摄氏度|38.5°C",
        "39 ℃|39度",
        "37.5°C|T37.5℃",
        "80次/分|80 bpm",
        "80次/分|每分钟80次",
        "80 beats per minute|80/min",
        "16 breaths/min|16次/分钟",
        "24 h|24小时",
        "2天|48 hours",
        "1周|7 days",
        "14天|2周",
        "半年|6个月",
        "1.5年|18 months",
        "1年半|18个月",
        "2岁半|30个月",
        "1 h 30 min|90分钟",
        "90 min|1个半小时",
        "30天|1个月",
        "4×10^9/L|4.0×10⁹/L",
        "4×10^9/L|4000/μL",
        "4×10^9/L|4.0×109/L",
        "150 g/L|15 g/dL",
        "5.6 mmol/L|5.6毫摩尔每升",
        "20万单位|200000 U",
        "400 IU|400国际单位",
        "80万U|80万单位",
        "22 kg/m2|22 kg/m²",
        "60 mL/min/1.73m2|60 mL/min/1.73 m²",
        "60 mL/min|60 mL/(min·1.73m²)",
        "10 mg/kg/d|10 mg·kg-1·d-1",
        "10 mg/kg/d|10 mg/(kg·d)",
        "10 mg/kg|每公斤体重 10 mg/kg",
        "62 mL/h|62 mL per hour",
        "100 mg/d|100 mg daily",
        "100 mg/d|100 mg",
        "1900 cm⁻¹|1900 cm^-1",
        "140 mEq/L|140 meq/l",
        "290 mOsm/kg|290 mOsm/L",
        "3片|3 tablets",
        // Numbers as they are written.
        "1,000|1000",
        "12000 mg|12,000 mg",
        "1.2e9|1.2×10^9",
        "37.5|37.50",
        "0.333|1/3",
        "33%|1/3",
        "5 mg|５ｍｇ",
        "3|三",
        "12|答案是十二。",
        "120 mg|一百二十毫克",
        "2|两次",
        "2次|两次",
        "0.5片|半片",
        "0.5 tablet|half a tablet",
        "15000|1.5万",
        "1/3|三分之一",
        "2/3|two thirds",
        "75%|百分之七十五",
        "75%|0.75",
        "0.3|三成",
        "3 days|three days",
        "25 weeks|twenty-five weeks",
        "2003年|二〇〇三年",
        "1.5 tablets|1½ tablets",
        "1:6|1∶6",
        "1:6|1/6",
        "1:6|1比6",
        "130/80mmHg|130/80 mmHg",
        "-3|−3",
        "5 mg|\\boxed{5\\text{ mg}}",
        "1/3|\\boxed{\\frac{1}{3}}",
        "30%|$30\\%$",
        // Ranges and bounds.
        "3.9-6.1 mmol/L|3.9～6.1mmol/L",
        "3.9-6.1 mmol/L|3.9 mmol/L至6.1 mmol/L",
        "3-5 days|between 3 and 5 days",
        "3-5天|三到五天",
        "3.5–5.5 g/dL|35 to 55 g/L",
        "20万IU～30万IU|20～30万IU",
        "5±0.5|4.5-5.5",
        "2周～2个月|2周至2个月",
        "3个月以上6个月以下|3~6个月",
        "3-5 days|4 days",
        "3.9-6.1|5.0",
        "≥65岁|65 or older",
        "≥65岁|65岁以上",
        "不超过4 g|≤4 g",
        "<1周|1周以内",
        "not more than 2 weeks|最多2周",
        "5年|不少于5年",
        "＜5mm|5 mm",
        // Which number counts.
        "40 mg|体重20 kg，每次 2 mg/kg，故剂量 = 40 mg",
        "40 mg|2 mg/kg × 20 kg = 40 mg",
        "5 mg|不是10 mg，而是5 mg",
        "5 mg|The answer is 5.0 mg.",
        "5 mg|5 mg (0.005 g)",
        "6|CD4 T细胞，IL-6，5-HT；答案是6",
        "2006年1月23日|预产期为2006年1月23日。",
        "身长96厘米、体重14公斤|身高约96cm，体重约14kg",
      })
  void accepts(String reference, String answer) {
    check(reference, answer, Decision.ACCEPT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 mg|6 mg",
        "5 mg|5 g",
        "5 mg|50 mg",
        "5 mg|0.05 g",
        "5 mg|5.4 mg",
        "5 mg|5 mL",
        "5 mg|5 kPa",
        "37 ℃|37 kg",
        "37 ℃|37 °F",
        "37 ℃|310 °C",
        "10 mg/kg|10 mg",
        "3|四",
        "120|一百零二",
        "75%|百分之七",
        "75%|7.5%",
        "1/3|四分之一",
        "2天|2周",
        "6个月|6周",
        "1年|1个月",
        "4×10^9/L|4×10^12/L",
        "4×10^9/L|40×10^9/L",
        "3-5天|6天",
        "3-5天|7-10天",
        "3-5天|1-30天",
        "≥65岁|65岁以下",
        "≤4 g|不少于4 g",
        "<1周|2周",
        "130/80mmHg|130/90 mmHg",
        "130/80mmHg|140/80 mmHg",
        "1:6|1:8",
        "12|1 到 100",
        "5 mg|5 mL",
        "0.9%|9%",
        "2006年1月23日|2006年1月24日",
        "身长96厘米、体重14公斤|身长85厘米、体重14公斤",
        "-3|3",
        "20万单位|20单位",
        "5 mg|口服，每日3次",
      })
  void rejects(String reference, String answer) {
    check(reference, answer, Decision.REJECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 mg|5 mg 或 10 mg",
        "5 mg|不知道",
        "5 mg|1片",
        "100 mg/dL|5.6 mmol/L",
        "3-6个月|3-7个月",
        "12周|3个月",
        "1.73|1.7",
        "1:6|6:1",
        "≥100|120",
        "23|20 to 25",
        "5 mg|CD4和IL-6",
        "pneumonia|5 mg",
        "5 mg/h|5 mg",
      })
  void isUnsure(String reference, String answer) {
    check(reference, answer, Decision.UNSURE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "空腹血糖是多少？|5.6 mmol/L|101 mg/dL|ACCEPT",
        "What is the fasting glucose?|100 mg/dL|5.55 mmol/L|ACCEPT",
        "空腹血糖是多少？|5.6 mmol/L|150 mg/dL|REJECT",
        "血肌酐|88.4 μmol/L|1.0 mg/dL|ACCEPT",
        "总胆固醇|5.2 mmol/L|201 mg/dL|ACCEPT",
        "血尿素氮|7.1 mmol/L|19.9 mg/dL|ACCEPT",
        "尿素氮|7.1 mmol/L|42.6 mg/dL|REJECT",
        "serum calcium|2.5 mmol/L|10.0 mg/dL|ACCEPT",
        "serum calcium|2.5 mmol/L|5.0 mEq/L|ACCEPT",
        "血钾|4.0 mmol/L|4.0 mEq/L|ACCEPT",
        "血糖与尿酸|5.6 mmol/L|101 mg/dL|UNSURE",
        "?|5.6 mmol/L|101 mg/dL|UNSURE",
      })
  void molesMeetGramsOfANamedSubstance(
      String question, String reference, String answer, Decision decision) {
    Verdict verdict = verdict(question, Reference.all(reference), answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 mg|5 mL|number_dimension",
        "5 mg|5|number_unit_left_out",
        "3-5 d|4 d|number_in_range",
        "3-6 d|3-7 d|number_ranges_overlap",
        "≤5 d|5 d|number_bound_left_out",
        "5 mg|5 mg or 7 mg|number_ambiguous",
        "5 mg|1 tablet|unit_unknown",
        "5 mmol/L|90 mg/dL|number_substance_unknown",
        "1:6|6:1|number_ratio_inverted",
        "5 mg|5 mg|rule_number",
        "5 mg|none|number_unrecognised",
        "96 cm 14 kg|96 cm, 14 kg|rule_numbers",
      })
  void saysWhy(String reference, String answer, String code) {
    assertThat(verdict("?", Reference.all(reference), answer).score().explanation().code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999",
        "-1e999",
        "NaN",
        "Infinity",
        "∞",
        "0/0",
        "1/0",
        "-",
        ".",
        "5 /",
        "÷",
        "5e",
        "10^",
        "10^999",
        "1:0",
        "1..5",
        "--5--",
        "^^^",
        "1,2,3,4",
        "±",
        "半半半",
        "百百百",
        "个半",
        "万万万",
        "\\frac{\\frac{1}{2}}{3}",
        "5 mg/mg/mg/mg/mg/mg/mg/mg/mg/mg/mg",
        "5 ((((((",
        "every 8h",
      })
  void hostileTextIsNeverRight(String answer) {
    Verdict verdict = verdict("?", Reference.all("7.25 mmol/L"), answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isNotEqualTo(Decision.ACCEPT);
    assertThat(verdict("?", Reference.all(answer), "7.25 mmol/L").decision())
        .isNotEqualTo(Decision.ACCEPT);
  }

  @Test
  void minusZeroIsZero() {
    check("0", "-0", Decision.ACCEPT);
    check("-0.0 mg", "0 g", Decision.ACCEPT);
  }

  @Test
  void aUnitInAnotherScriptIsNotTaken() {
    // Cyrillic letters that look like "mg": no unit at all, so the unit counts as left out.
    assertThat(verdict("?", Reference.all("5 g"), "5 \u043cg").decision())
        .isNotEqualTo(Decision.ACCEPT);
    check("5 mg", "5 m\u200bg", Decision.ACCEPT);
  }

  @Test
  void longTextIsReadInLinearTime() {
    List<String> texts =
        List.of(
            "7".repeat(10_000),
            "7".repeat(100_000),
            "7 ".repeat(50_000),
            "1,000".repeat(20_000),
            "5-".repeat(50_000),
            "5mg/".repeat(25_000),
            "mg/kg".repeat(20_000),
            "一".repeat(100_000),
            "一百".repeat(50_000),
            "two ".repeat(25_000),
            "5 h ".repeat(25_000),
            "×10^".repeat(25_000),
            "1/".repeat(50_000),
            "每日".repeat(50_000),
            " ".repeat(100_000) + "5",
            "\\frac{".repeat(16_000),
            "5" + " ".repeat(100_000) + "mg");
    for (String text : texts) {
      Assertions.assertTimeout(
          Duration.ofSeconds(5),
          () -> verdict("?", Reference.all("8.5 mg"), text),
          text.substring(0, 8));
      assertThat(verdict("?", Reference.all("8.5 mg"), text).decision())
          .as(text.substring(0, 8))
          .isNotEqualTo(Decision.ACCEPT);
    }
  }

  @Test
  void anyAlternativeIsEnoughAndAllItemsAreNeeded() {
    Reference either =
        new Reference(
            List.of(
                new Reference.Alternative(List.of("5 mg"), List.of()),
                new Reference.Alternative(List.of("10 mg"), List.of())));
    assertThat(verdict("?", either, "10 mg").decision()).isEqualTo(Decision.ACCEPT);
    Reference both = Reference.all("5 mg", "2 h");
    assertThat(verdict("?", both, "5 mg, 2 h").decision()).isEqualTo(Decision.ACCEPT);
    assertThat(verdict("?", both, "5 mg, 3 h").decision()).isEqualTo(Decision.REJECT);
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      check("5 IU", "5 ıu", Decision.UNSURE);
      check("5 min", "5 MIN", Decision.ACCEPT);
    } finally {
      Locale.setDefault(before);
    }
  }
}
