package org.twinline.terminology.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisListTest {
  private static final DiagnosisList LIST =
      DiagnosisList.over(
          Dictionary.of(
              ("高血压 糖尿病 冠心病 不稳定心绞痛 心绞痛 头痛 头晕 胆囊结石 急性胆囊炎 慢性胆囊炎 胆囊结石伴急性胆囊炎"
                      + " 肺炎 支气管肺炎 肺结核 胃炎 慢性胃炎 胃溃疡 反流性食管炎 肝囊肿 肾囊肿 肾结石 输尿管结石"
                      + " 骨质疏松 腰椎骨折 股骨骨折 脑梗死 脑出血 心功能不全 缺铁性贫血 再生障碍性贫血 甲状腺结节"
                      + " 甲状腺功能亢进症 甲状腺炎 心律失常 心力衰竭 扩张型心肌病 子宫肌瘤 卵巢囊肿 乳腺恶性肿瘤 胃癌"
                      + " 2型糖尿病 糖尿病性肾病 高血压性心脏病 hypertension asthma pneumonia")
                  .split("[ ]")));

  private static String spans(String text) {
    return LIST.split(text).stream()
        .map(d -> text.substring(d.start(), d.end()))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "糖尿病;高血压=糖尿病|高血压",
        "糖尿病；高血压、冠心病=糖尿病|高血压|冠心病",
        "1.头痛2.头晕=头痛|头晕",
        "1、头痛；2、头晕=头痛|头晕",
        "(1)肺炎 (2)胃炎=肺炎|胃炎",
        "①肺炎②胃炎=肺炎|胃炎",
        "1头痛2头晕=1头痛|头晕",
        "头痛.头晕.高血压=头痛|头晕|高血压",
        "高血压 糖尿病=高血压|糖尿病",
        "高血压/糖尿病=高血压|糖尿病",
        "高血压冠心病不稳定心绞痛=高血压|冠心病|不稳定心绞痛",
        "糖尿病高血压=糖尿病|高血压",
        "胆囊结石慢性胆囊炎=胆囊结石|慢性胆囊炎",
        "胆囊结石伴急性胆囊炎=胆囊结石伴急性胆囊炎",
        "胆囊结石伴慢性胆囊炎=胆囊结石|慢性胆囊炎",
        "肺炎合并心力衰竭=肺炎|心力衰竭",
        "肺炎并心律失常及心功能不全=肺炎|心律失常|心功能不全",
        "肺炎可能性大=肺炎可能性大",
        "胃癌Ⅳ期=胃癌Ⅳ期",
        "左侧胃溃疡=左侧胃溃疡",
        "高血压性心脏病=高血压性心脏病",
        "2型糖尿病=2型糖尿病",
        "心功能3级=心功能3级",
        "hypertension, asthma=hypertension|asthma",
        "pneumonia with asthma=pneumonia|asthma",
        "hypertension and pneumonia=hypertension|pneumonia",
        "heart failure=heart failure",
        "type 2 diabetes mellitus; asthma=type 2 diabetes mellitus|asthma",
        "12;。=''",
        "'  '=''",
      })
  void splits(String text, String expected) {
    assertThat(spans(text)).isEqualTo(expected);
  }

  @Test
  void saysWhatIsANameAndWhatReadsAsTwo() {
    assertThat(LIST.split("胆囊结石伴急性胆囊炎")).containsExactly(new Diagnosis(0, 10, true, true, 1));
    assertThat(LIST.split("高血压;左侧肾结石"))
        .containsExactly(new Diagnosis(0, 3, true, false, 1), new Diagnosis(4, 9, false, false, 1));
  }

  @Test
  void countsWhatAClassificationNeedsForIt() {
    assertThat(concepts("胃癌")).containsExactly(2);
    assertThat(concepts("胃癌术后")).containsExactly(3);
    assertThat(concepts("子宫肌瘤;肺炎")).containsExactly(2, 1);
    assertThat(concepts("股骨骨折术后")).containsExactly(2);
    assertThat(concepts("胃切除术后")).containsExactly(1);
    assertThat(concepts("腹主动脉瘤")).containsExactly(1);
    assertThat(concepts("lung carcinoma")).containsExactly(2);
  }

  private static List<Integer> concepts(String text) {
    return LIST.split(text).stream().map(Diagnosis::concepts).toList();
  }

  @Test
  void refusesAnEmptySpan() {
    assertThatThrownBy(() -> new Diagnosis(3, 3, false, false, 1))
        .hasMessage("illegal span: 3 to 3");
    assertThatThrownBy(() -> new Diagnosis(0, 3, false, false, 0))
        .hasMessage("illegal concepts: 0, must be at least 1");
  }
}
