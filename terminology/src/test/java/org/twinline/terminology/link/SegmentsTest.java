package org.twinline.terminology.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.terminology.SemanticType;

class SegmentsTest {
  private static List<String> forms(String text) {
    Segments parts = Segments.of(text, SemanticType.DIAGNOSIS);
    List<String> out = new ArrayList<>();
    for (int p = 0; p < parts.size(); p++) {
      out.add(parts.get(p).form());
    }
    return out;
  }

  @Test
  void cutsAtPunctuation() {
    assertThat(forms("糖尿病；高血压、头晕")).containsExactly("糖尿病高血压头晕", "糖尿病", "高血压", "头晕");
    assertThat(forms("糖尿病/高血压.头晕")).contains("糖尿病", "高血压", "头晕");
  }

  @Test
  void cutsAtNumberingButNotAtGrades() {
    assertThat(forms("1肺炎2贫血")).contains("肺炎", "贫血");
    assertThat(forms("2型糖尿病")).containsExactly("2型糖尿病");
    assertThat(forms("孕38周")).containsExactly("妊娠38周");
  }

  @Test
  void cutsAtJoiningWords() {
    assertThat(forms("胆囊结石伴胆囊炎")).containsExactly("胆囊结石伴胆囊炎", "胆囊结石", "胆囊炎");
    assertThat(forms("肝癌术后腹水")).contains("肝癌术后", "肝癌", "腹水");
    assertThat(forms("pneumonia with pleural effusion")).contains("pneumonia", "pleural effusion");
  }

  @Test
  void knowsWhereEachPartStands() {
    String text = "糖尿病； 高血压";
    Segments parts = Segments.of(text, SemanticType.DIAGNOSIS);
    assertThat(text.substring(parts.get(2).start(), parts.get(2).end())).isEqualTo("高血压");
    assertThat(parts.get(2).committed()).isTrue();
    assertThat(parts.leaves()).isEqualTo(0b110);
  }

  @Test
  void boundsTheNumberOfParts() {
    assertThat(forms("甲病、乙病、丙病、丁病、".repeat(20))).hasSizeLessThanOrEqualTo(Segments.MAX);
    assertThat(forms("一二三四五六七八九十、".repeat(1) + "甲乙、丙丁、戊己、庚辛、壬癸、子丑、寅卯、辰巳、午未、申酉、戌亥、天地、玄黄、宇宙、洪荒、日月"))
        .hasSize(Segments.MAX);
  }

  @Test
  void nothingIsOnePartOfNothing() {
    assertThat(forms("")).containsExactly("");
    assertThat(forms("……")).containsExactly("");
  }
}
