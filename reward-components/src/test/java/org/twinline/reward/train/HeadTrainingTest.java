package org.twinline.reward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.Calibration;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.djl.PinnedEncoder;
import org.twinline.reward.djl.QuestionHash;
import org.twinline.reward.djl.TestEncoder;

class HeadTrainingTest {
  /** Two topics of equal lengths, which neither length nor shared characters tell apart. */
  private static final List<String> MEDICAL =
      List.of("应尽快就医检查", "按时服药并复诊", "注意监测体温脉", "建议住院抗感染", "可先静脉补液体", "需要手术切除灶");

  private static final List<String> SPORT =
      List.of("球队赢得了冠军", "今天比赛下雨了", "门票已全部售完", "裁判吹响了哨声", "跑步鞋正在打折", "观众席座无虚席");

  @TempDir Path directory;

  @Test
  void verifierIsDeterministicAndBeatsTheBaselines() throws IOException {
    Path data = directory.resolve("verifier.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      for (int label = 0; label < 2; label++) {
        lines.add(
            "{\"id\":\"r%d\",\"question\":\"第%d问\",\"reference\":\"病例\",\"answer\":\"%s\",\"label\":%d,\"language\":\"%s\",\"corruption\":\"topic\"}"
                .formatted(i, i, answer(i, label), label, i == 35 ? "en" : "zh"));
      }
    }
    Files.write(data, lines);

    TrainingResult first = HeadTraining.of(BundleCard.Kind.VERIFIER, settings(data, "first"));
    TrainingResult second = HeadTraining.of(BundleCard.Kind.VERIFIER, settings(data, "second"));

    Path head = directory.resolve("first").resolve(BundleCard.HEAD);
    assertThat(head).hasSameBinaryContentAs(directory.resolve("second").resolve(BundleCard.HEAD));
    assertThat(first.card()).isEqualTo(second.card());
    assertThat(BundleCard.read(directory.resolve("first"))).isEqualTo(first.card());
    assertThat(Files.size(head)).isLessThan(100_000);
    assertThat(first.rows().unused()).isEqualTo(2);
    assertThat(first.rows().fitted() + first.rows().heldOut()).isEqualTo(70);
    assertThat(first.card().evidence().questionHashes()).hasSize(first.rows().fitted() / 2);
    assertBeatsBaselines(first, List.of("length", "majority", "overlap"));
    assertThat(first.fits().get(0).curve().get(0).trainingLoss()).isGreaterThan(0.69);
    assertThat(
            first.fits().get(0).curve().get(first.fits().get(0).chosen().epoch()).validationLoss())
        .isLessThan(0.4);
    BundleScorer.open(directory.resolve("first"), TestEncoder.DIRECTORY).close();
  }

  @Test
  void preferenceBeatsTheBaselines() throws IOException {
    Path data = directory.resolve("preference.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      lines.add(
          "{\"question\":\"第%d问\",\"chosen\":\"%s\",\"rejected\":\"%s\",\"language\":\"zh\"}"
              .formatted(i, answer(i, 1), answer(i, 0)));
    }
    Files.write(data, lines);

    TrainingResult result =
        HeadTraining.of(BundleCard.Kind.PREFERENCE, settings(data, "preference"));

    assertBeatsBaselines(result, List.of("length", "overlap"));
    assertThat(result.card().identity().kind()).isEqualTo(BundleCard.Kind.PREFERENCE);
    assertThat(((Calibration.Platt) result.card().outputs().dimensions().get(0).calibration()).b())
        .isZero();
    BundleScorer.open(directory.resolve("preference"), TestEncoder.DIRECTORY).close();
  }

  @Test
  void heldOutQuestionsAreNeverFitted() {
    TestEncoder.card();
    QuestionSplit split = new QuestionSplit(TrainingSettings.Fit.DEFAULTS);
    int heldOut = 0;
    for (int i = 0; i < 1000; i++) {
      int fold = split.fold("第" + i + "问");
      assertThat(fold).isBetween(QuestionSplit.HELD_OUT, 4);
      // Punctuation, width and case do not make another question.
      assertThat(split.fold("第 " + i + " 问？")).isEqualTo(fold);
      heldOut += fold == QuestionSplit.HELD_OUT ? 1 : 0;
    }
    assertThat(heldOut).isBetween(160, 240);
    assertThat(QuestionHash.of("ＣＴ检查？")).isEqualTo(QuestionHash.of("ct 检查"));
  }

  @Test
  void malformedRowsAreNamedByLine() throws IOException {
    TestEncoder.card();
    Path data = directory.resolve("rows.jsonl");
    Files.writeString(
        data,
        """
        {"question":"问","reference":"甲","answer":"乙","label":1,"language":"zh"}

        {"question":"问","reference":"甲","answer":"乙","label":2,"language":"zh"}
        """);
    assertThatThrownBy(() -> HeadTraining.of(BundleCard.Kind.VERIFIER, settings(data, "none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot train on %s, line 3: 'label' must be a whole number between 0 and 1"
                .formatted(data));

    Files.writeString(
        data,
        "{\"question\":\"问\",\"chosen\":\"甲\",\"rejected\":\"乙\",\"language\":\"zh\",\"x\":1}");
    assertThatThrownBy(() -> HeadTraining.of(BundleCard.Kind.PREFERENCE, settings(data, "none")))
        .hasMessageContaining("line 1: unknown key 'x', known here: ");

    Files.writeString(
        data, "{\"question\":\"问\",\"chosen\":\"甲\",\"rejected\":\"乙\",\"language\":\"zh\"}");
    assertThatThrownBy(() -> HeadTraining.of(BundleCard.Kind.PREFERENCE, settings(data, "none")))
        .hasMessageContaining("more questions are needed");
    assertThat(directory.resolve("none")).doesNotExist();
  }

  private static String answer(int i, int label) {
    List<String> topic = label == 1 ? MEDICAL : SPORT;
    return topic.get(i % topic.size()) + topic.get((i / topic.size() + i + 1) % topic.size());
  }

  private TrainingSettings settings(Path data, String bundle) {
    TestEncoder.card();
    return new TrainingSettings(
        data,
        TrainingSettings.Encoding.of(TestEncoder.DIRECTORY, PinnedEncoder.ZH),
        new TrainingSettings.Target(
            directory.resolve(bundle), "topic", Set.of(Language.ZH), "Apache-2.0", "a test"),
        TrainingSettings.Fit.DEFAULTS);
  }

  private static void assertBeatsBaselines(TrainingResult result, List<String> names) {
    BundleCard.Quality quality = result.card().evidence().quality();
    assertThat(quality.baselines().keySet()).containsExactlyElementsOf(names);
    assertThat(quality.heldOut().accuracy()).isGreaterThanOrEqualTo(0.9);
    for (Figures baseline : quality.baselines().values()) {
      assertThat(baseline.accuracy()).isLessThan(quality.heldOut().accuracy());
    }
  }
}
