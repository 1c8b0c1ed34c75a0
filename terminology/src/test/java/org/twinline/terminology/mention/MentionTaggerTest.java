package org.twinline.terminology.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.terminology.Fixture;
import org.twinline.terminology.Mention;

class MentionTaggerTest {
  /** Mentions as raw text, negated ones in brackets. */
  private static String tagged(String text) {
    return Fixture.terminology().mentions(text).stream()
        .map(m -> (m.negated() ? "-" : "+") + text.substring(m.start(), m.end()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "患者急性心肌梗死合并心衰|+急性心肌梗死 +心衰",
        "排除肺炎，考虑肺结核|-肺炎 +肺结核",
        "排除肺炎、肺结核和肺栓塞。发热|-肺炎 -肺结核 -肺栓塞 +发热",
        "无发热、咳嗽，有胸痛|-发热 -咳嗽 +胸痛",
        "无发热有咳嗽|-发热 +咳嗽",
        "否认高血压、糖尿病|-高血压 -糖尿病",
        "胸部CT未见肺炎|+胸部CT -肺炎",
        "不考虑主动脉夹层|-主动脉夹层",
        "不是肺炎，而是肺结核|-肺炎 +肺结核",
        "不是肺炎而是肺结核|-肺炎 +肺结核",
        "急性胰腺炎而非急性胆囊炎|+急性胰腺炎 -急性胆囊炎",
        "肺炎已排除|-肺炎",
        "肺栓塞可能性小，肺炎可能性大|-肺栓塞 +肺炎",
        "不能排除肺栓塞|+肺栓塞",
        "不除外肺结核|+肺结核",
        "ALL 与 all|''",
        "No evidence of pneumonia. Asthma is likely|-pneumonia +Asthma",
        "rules out pulmonary embolism, consider aortic dissection|-pulmonary embolism +aortic dissection",
        "pneumonia was ruled out and asthma confirmed|-pneumonia +asthma",
        "denies chest pain or cough|-chest pain -cough",
        "heart failure without atrial fibrillation|+heart failure -atrial fibrillation",
        "asthma rather than COPD|+asthma -COPD",
        "It is not pneumonia but asthma|-pneumonia +asthma",
        "pulmonary embolism cannot be ruled out|+pulmonary embolism",
        "not only pneumonia|+pneumonia",
        "PE and pe|+PE",
        "gallstones, duodenal ulcers|+gallstones +duodenal ulcers",
        "antiasthmatic asthmatic asthma|+asthma",
        "２型糖尿病和Ⅱ型糖尿病|+２型糖尿病 +Ⅱ型糖尿病",
        "高血压，心力衰竭|+高血压 +心力衰竭",
      })
  void tags(String text, String expected) {
    assertThat(tagged(text)).isEqualTo(expected);
  }

  @Test
  void nothingCrossesASentence() {
    assertThat(tagged("糖尿。病")).isEmpty();
    assertThat(tagged("")).isEmpty();
  }

  @Test
  void aNameMayMeanSeveralConcepts() {
    List<Mention> mentions = Fixture.terminology().mentions("阿司匹林");
    assertThat(mentions).hasSize(1);
    assertThat(mentions.get(0).concepts()).hasSize(1);
  }
}
