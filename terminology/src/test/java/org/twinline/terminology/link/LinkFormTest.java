package org.twinline.terminology.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.terminology.SemanticType;

class LinkFormTest {
  @ParameterizedTest
  @CsvSource({
    "右肺腺癌Ⅳ期, 右肺腺癌4期",
    "宫颈鳞癌IIb期, 子宫颈鳞癌2b期",
    "二型糖尿病, 2型糖尿病",
    "心功能III级, 心功能3级",
    "胸部 X 线异常, 胸部x线异常",
    "COPD（急性期）, 慢性阻塞性肺病急性期",
    "脑梗塞, 脑梗死",
    "黏液性囊肿, 粘液性囊肿"
  })
  void foldsDiagnoses(String raw, String form) {
    assertThat(LinkForm.of(raw, SemanticType.DIAGNOSIS)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({"左侧声带息肉摘除术, 声带病损切除术", "左心室造影术, 左心室造影", "起搏器置入术, 起搏器植入术", "结肠造瘘术, 结肠造口术"})
  void foldsProcedures(String raw, String form) {
    assertThat(LinkForm.of(raw, SemanticType.PROCEDURE)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "Fractures of the ribs, fracture of the rib",
    "Oesophageal ulcer, esophageal ulcer",
    "Anaemias, anemia",
    "Glycogen storage diseases type II, glycogen storage disease type 2",
    "Biopsies, biopsy"
  })
  void foldsEnglishWords(String raw, String form) {
    assertThat(LinkForm.of(raw, SemanticType.DIAGNOSIS)).isEqualTo(form);
  }

  @Test
  void leavesAbbreviationsOfEnglishTextsAlone() {
    assertThat(LinkForm.of("COPD with PE", SemanticType.DIAGNOSIS)).isEqualTo("copd with pe");
  }

  @Test
  void isStable() {
    String form = LinkForm.of("双侧甲状腺结节切除术", SemanticType.PROCEDURE);
    assertThat(LinkForm.of(form, SemanticType.PROCEDURE)).isEqualTo(form);
  }
}
