package org.twinline.reward.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionReaderTest {
  private static final String QUESTION =
      "A 40-year-old man has had knee pain since a fall two weeks ago. 患者男，40岁，两周前跌倒后膝痛。";

  /** In the middle of a chain of thought, so that the place tells nothing. */
  private static ActionReading middle(String step) {
    String before = "Knees carry much weight every day.\n".repeat(5);
    String cot = before + step + "\n" + before;
    List<Step> steps = Steps.of(cot);
    int at = 5;
    assertThat(steps.get(at).of(cot)).isEqualTo(step);
    return ActionReader.read(QUESTION, cot, steps).get(at);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plan | Let's look at the joint next.
          plan | 接下来需要分析膝关节的检查结果。
          restate | The patient has had knee pain since a fall two weeks ago.
          restate | 患者40岁男性，两周前跌倒后出现膝痛。
          recall | Gout is usually caused by crystals of uric acid.
          recall | 痛风通常由尿酸结晶引起，多见于中年男性。
          hypothesise | It could be a torn meniscus, or maybe a fracture.
          hypothesise | 另一个可能性是半月板损伤。
          support | The swelling right after the fall fits with a ligament tear.
          support | 跌倒后立即肿胀，支持韧带损伤。
          exclude | Gout seems less likely since there is no redness.
          exclude | 但患者没有发红，痛风可能性较低。
          backward | If it were gout, I would expect to see a red and hot joint.
          backward | 假设是痛风，应该会有红肿热痛。
          reflect | Wait, let me double-check that.
          reflect | 但这里是否存在矛盾？
          conclude | In conclusion, the answer is a torn meniscus.
          conclude | 综上，最可能的诊断是半月板损伤。
          """)
  void readsActionsInBothLanguages(String action, String step) {
    assertThat(middle(step).action().code()).isEqualTo(action);
    assertThat(middle(step).confidence()).isBetween(1.0 / 9, 1.0);
  }

  @Test
  void aLongerCueHidesTheOneInside() {
    Literals literals = new Literals(List.of("符合", "不符合", "fit", "doesn't fit"));
    assertThat(literals.find("这不符合")).extracting(Literals.Hit::literal).containsExactly("不符合");
    assertThat(literals.find("it doesn't fit the outfit"))
        .extracting(Literals.Hit::literal)
        .containsExactly("doesn't fit");
  }

  @Test
  void readingDependsOnNothingButTheText() {
    assertThat(middle("It could be a torn meniscus."))
        .isEqualTo(middle("It could be a torn meniscus."));
  }

  /** Work per character: literals compared at one place, whatever the text. */
  @Test
  void workIsBoundedByTheLengthOfTheText() {
    assertThat(CueTable.STANDARD.widest()).isLessThanOrEqualTo(120);
    String cot = "如果可能不符合the let's i ".repeat(8_000);
    List<Step> steps = Steps.of(cot);
    assertThat(steps.stream().mapToInt(s -> s.end() - s.start()).sum())
        .isLessThanOrEqualTo(cot.length());
    assertThat(ActionReader.read(QUESTION, cot, steps)).hasSameSizeAs(steps);
  }
}
