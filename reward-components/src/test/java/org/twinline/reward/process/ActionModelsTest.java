package org.twinline.reward.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Question;
import org.twinline.reward.djl.ActionBundles;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Encoders;
import org.twinline.reward.djl.StepLogits;
import org.twinline.reward.djl.TestEncoder;

class ActionModelsTest {
  private static final Question QUESTION = Cots.question(AnswerKind.TEXT, "患者发热三天，最可能的诊断是什么？");
  private static final String COT = "首先看看患者的症状。发热伴脓痰提示细菌感染的可能性大。所以最可能的诊断是肺炎。";
  private static final String OTHER = "患者咳嗽三天。如果是肺炎，应该有发热。再检查一遍这个判断。";
  private static final String ENGLISH = "Okay, let me think. So the answer is pneumonia.";

  @TempDir Path directory;

  private StepLogits sure(String name, ThinkingAction action) {
    Path folder = directory.resolve(name);
    ActionBundles.write(folder, action);
    return StepLogits.open(folder, Encoders.in(TestEncoder.DIRECTORY));
  }

  private static List<ActionReading> words(String cot) {
    return ActionReader.read(QUESTION.prompt().lastUserContent(), cot, Steps.of(cot));
  }

  private static ActionModels.Read read(ActionModels models, String cot) {
    return models.read(List.of(new ActionModels.Chain(QUESTION, cot))).get(0);
  }

  @Test
  void sharesAreTheMeanOfBothReaders() {
    List<Step> steps = Steps.of(COT);
    List<double[]> shares = ActionReader.shares(QUESTION.prompt().lastUserContent(), COT, steps);
    StepLogits bundle = sure("a", ThinkingAction.BACKWARD);
    List<ActionReading> expected = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String text = ActionText.of(COT, steps.get(i), Language.ZH);
      double[] byEncoder = ActionReading.shares(bundle.of(List.of(text)).get(0).orElseThrow());
      double[] mean = new double[byEncoder.length];
      for (int d = 0; d < mean.length; d++) {
        mean[d] = 0.5 * shares.get(i)[d] + 0.5 * byEncoder[d];
      }
      expected.add(ActionReading.of(mean));
    }
    assertThat(expected).doesNotHaveDuplicates().isNotEqualTo(words(COT));
    try (ActionModels models = ActionModels.of(List.of(bundle))) {
      assertThat(read(models, COT)).isEqualTo(new ActionModels.Read(expected, Optional.empty()));
    }
  }

  @Test
  void aChainOfAnotherLanguageIsReadByWords() {
    try (ActionModels models = ActionModels.of(List.of(sure("a", ThinkingAction.BACKWARD)))) {
      assertThat(read(models, ENGLISH).actions()).isEqualTo(words(ENGLISH));
    }
  }

  @Test
  void neighboursDoNotMatter() {
    Path english = directory.resolve("en");
    ActionBundles.english(english, ThinkingAction.REFLECT);
    try (ActionModels models =
        ActionModels.of(
            List.of(
                sure("zh", ThinkingAction.PLAN),
                StepLogits.open(english, Encoders.in(TestEncoder.DIRECTORY))))) {
      List<String> cots = List.of(ENGLISH, "", COT, OTHER, ENGLISH + " " + ENGLISH);
      List<ActionModels.Read> together =
          models.read(cots.stream().map(cot -> new ActionModels.Chain(QUESTION, cot)).toList());

      assertThat(together).isEqualTo(cots.stream().map(cot -> read(models, cot)).toList());
      assertThat(together.get(0).actions().get(0).action()).isEqualTo(ThinkingAction.REFLECT);
      assertThat(together.get(1).actions()).isEmpty();
      assertThat(together.get(2).actions().get(0).action()).isEqualTo(ThinkingAction.PLAN);
      assertThat(together.get(2)).isNotEqualTo(together.get(3));
    }
  }

  /** A record of thousands of steps must not hold up the others for minutes. */
  @Test
  void stepsBeyondTheLimitAreReadByWords() {
    String cot = "首先看看患者的主要症状。".repeat(ActionModels.MOST_STEPS + 3);
    try (ActionModels models = ActionModels.of(List.of(sure("a", ThinkingAction.BACKWARD)))) {
      List<ActionReading> read = read(models, cot).actions();

      assertThat(read).hasSize(ActionModels.MOST_STEPS + 3);
      assertThat(read.get(ActionModels.MOST_STEPS - 1).action()).isEqualTo(ThinkingAction.BACKWARD);
      assertThat(read.get(ActionModels.MOST_STEPS))
          .isEqualTo(words(cot).get(ActionModels.MOST_STEPS));
    }
  }

  @Test
  void twoForOneLanguageAreRefused() {
    List<StepLogits> two =
        List.of(sure("a", ThinkingAction.PLAN), sure("b", ThinkingAction.REFLECT));

    assertThatThrownBy(() -> ActionModels.of(two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another one reads ZH steps too");
  }

  @Test
  void otherKindsAreRefused() {
    Path samples = Path.of(System.getProperty("twinline.root", "..")).resolve("samples/models");
    BundleCard card = BundleCard.read(samples.resolve("verifier-zh"));

    assertThatThrownBy(() -> ActionModels.requireActions(card))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("verifier-zh: it is not of kind actions");
  }

  @Test
  void theActionsMustFitTheSteps() {
    assertThatThrownBy(
            () ->
                ProcessReward.withoutTerminology()
                    .judge(QUESTION, Cots.candidate(COT, "肺炎"), words(ENGLISH)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot judge 3 steps by 2 actions");
  }
}
