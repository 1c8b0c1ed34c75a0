package org.twinline.reward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.Encoders;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.djl.PinnedEncoder;
import org.twinline.reward.djl.TestEncoder;

class BundleEvaluationTest {
  private static final List<String> GOOD =
      List.of("应尽快就医检查", "按时服药并复诊", "注意监测体温脉", "建议住院抗感染", "可先静脉补液体", "需要手术切除灶");

  private static final List<String> BAD =
      List.of("球队赢得了冠军", "今天比赛下雨了", "门票已全部售完", "裁判吹响了哨声", "跑步鞋正在打折", "观众席座无虚席");

  @TempDir Path directory;

  @Test
  void heldOutSplitsDimensionsAndTiesAreToldApart() throws IOException {
    Path data = directory.resolve("pairs.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      lines.add(pair(i, "relevance", i % 2 == 0 ? "train" : "test", i % 3 == 0));
      lines.add(pair(i, "empathy", i % 2 == 0 ? "test" : "train", i % 3 == 0));
    }
    lines.add(
        "{\"question\":\"平手\",\"chosen\":\"%s\",\"rejected\":\"%s\",\"language\":\"zh\",\"tie\":true,\"dimension\":\"empathy\"}"
            .formatted(GOOD.get(0), GOOD.get(1)));
    Files.write(data, lines);

    TrainingResult result =
        HeadTraining.of(BundleCard.Kind.PREFERENCE, settings(data, "dimensions", Set.of()));

    assertThat(result.fits())
        .extracting(TrainingResult.Fit::dimension)
        .containsExactly("empathy", "relevance");
    SortedMap<String, SortedMap<String, Figures>> slices =
        result.card().evidence().quality().slices();
    assertThat(slice(slices, "split").keySet()).contains("both", "phrase", "question");
    assertThat(slice(slices, "dimension").keySet()).containsExactly("empathy", "relevance");
    assertThat(slice(slices, "length_matched").keySet()).containsExactly("false", "true");
    // The headline is of the rows of which neither question nor phrases were seen.
    assertThat(result.card().evidence().quality().heldOut())
        .isEqualTo(slice(slices, "split").get("both"));
    assertThat(result.card().evidence().quality().heldOut().accuracy()).isGreaterThan(0.9);
    BundleScorer.open(directory.resolve("dimensions"), TestEncoder.DIRECTORY).close();
  }

  @Test
  void unseenKindsAreNeverFitted() throws IOException {
    Path data = verifierRows("verifier.jsonl", 60, 0);

    TrainingResult result =
        HeadTraining.of(BundleCard.Kind.VERIFIER, settings(data, "unseen", Set.of("odd")));

    // Every other question is of the kind that is held out; a pair of rows each.
    Figures unseen =
        Objects.requireNonNull(
            slice(result.card().evidence().quality().slices(), "split").get("corruption"));
    assertThat(unseen.n()).isEqualTo(60);
    assertThat(result.rows().fitted()).isLessThan(60);
  }

  @Test
  void evaluationLeavesTrainedQuestionsOutAndCalibrationLowersTheError() throws IOException {
    Path data = verifierRows("verifier.jsonl", 60, 0);
    HeadTraining.of(BundleCard.Kind.VERIFIER, settings(data, "bundle", Set.of()));
    Path bundle = directory.resolve("bundle");
    Path fresh = verifierRows("fresh.jsonl", 60, 1_000);

    BundleEvaluation.Report same = report(bundle, data, false);
    assertThat(same.trainedOn()).isPositive();
    assertThat(same.used() + same.trainedOn()).isEqualTo(120);
    assertThat(report(bundle, data, true).used()).isEqualTo(120);
    BundleEvaluation.Report other = report(bundle, fresh, false);
    assertThat(other.used()).isEqualTo(120);
    assertThat(other.all().accuracy().value().orElse(0)).isGreaterThan(0.9);
    assertThat(other.all().kappa().orElse(0)).isGreaterThan(0.8);
    assertThat(slice(other.slices(), "corruption").keySet()).containsExactly("even", "odd");

    BundleEvaluation evaluation = BundleEvaluation.of(bundle, fresh, encoding(), false);
    BundleEvaluation.Recalibration scaled = evaluation.recalibrated();
    assertThat(scaled.eceAfter()).isLessThan(0.1);
    Path written = directory.resolve("scaled");
    evaluation.write(written, scaled);
    BundleScorer.open(written, TestEncoder.DIRECTORY).close();
    assertThat(report(written, fresh, false).all().ece()).isLessThan(0.05);
  }

  @Test
  void vectorsAreTakenFromTheCache() throws IOException {
    Path data = verifierRows("verifier.jsonl", 60, 0);
    Path cache = directory.resolve("cache");
    TrainingSettings.Encoding cached =
        new TrainingSettings.Encoding(
            Encoders.in(TestEncoder.DIRECTORY), PinnedEncoder.ZH.folder(), Optional.of(cache), 2);

    TrainingResult first = train(data, "first", cached);
    TrainingResult second = train(data, "second", cached);
    TrainingResult plain = train(data, "plain", encoding());

    assertThat(first.texts().encoded()).isEqualTo(first.texts().distinct()).isPositive();
    assertThat(second.texts().encoded()).isZero();
    assertThat(directory.resolve("second").resolve(BundleCard.HEAD))
        .hasSameBinaryContentAs(directory.resolve("first").resolve(BundleCard.HEAD));
    assertThat(plain.card()).isEqualTo(first.card());
    try (var files = Files.list(cache)) {
      for (Path file : files.toList()) {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(content, content.length - 7));
      }
    }
    assertThat(train(data, "third", cached).texts().encoded()).isEqualTo(1);
  }

  @Test
  void tooFewLabelsAreNotCalibratedOn() throws IOException {
    Path data = verifierRows("verifier.jsonl", 60, 0);
    HeadTraining.of(BundleCard.Kind.VERIFIER, settings(data, "bundle", Set.of()));
    Path few = verifierRows("few.jsonl", 5, 2_000);

    assertThatThrownBy(
            () ->
                BundleEvaluation.of(directory.resolve("bundle"), few, encoding(), false)
                    .recalibrated())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot calibrate on 5 right and 5 wrong rows, at least 20 of each are needed");
  }

  private static <T> SortedMap<String, T> slice(
      SortedMap<String, SortedMap<String, T>> slices, String name) {
    return Objects.requireNonNull(slices.get(name));
  }

  private TrainingResult train(Path data, String name, TrainingSettings.Encoding encoding) {
    TestEncoder.card();
    return HeadTraining.of(
        BundleCard.Kind.VERIFIER,
        new TrainingSettings(data, encoding, target(name), TrainingSettings.Fit.DEFAULTS));
  }

  private BundleEvaluation.Report report(Path bundle, Path data, boolean seen) {
    return BundleEvaluation.of(bundle, data, encoding(), seen).report();
  }

  private Path verifierRows(String name, int questions, int from) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      for (int label = 0; label < 2; label++) {
        lines.add(
            "{\"question\":\"第%d问\",\"reference\":\"病例\",\"answer\":\"%s\",\"label\":%d,\"language\":\"zh\",\"corruption\":\"%s\"}"
                .formatted(
                    from + i,
                    answer(label == 1 ? GOOD : BAD, i),
                    label,
                    i % 2 == 0 ? "even" : "odd"));
      }
    }
    return Files.write(directory.resolve(name), lines);
  }

  private static String pair(int i, String dimension, String part, boolean matched) {
    return "{\"question\":\"第%d问\",\"chosen\":\"%s\",\"rejected\":\"%s\",\"language\":\"zh\",\"dimension\":\"%s\",\"part\":\"%s\",\"length_matched\":%s}"
        .formatted(i, answer(GOOD, i), answer(BAD, i), dimension, part, matched);
  }

  private static String answer(List<String> topic, int i) {
    return topic.get(i % topic.size()) + topic.get((i / topic.size() + i + 1) % topic.size());
  }

  private TrainingSettings settings(Path data, String name, Set<String> unseen) {
    TestEncoder.card();
    TrainingSettings.Fit usual = TrainingSettings.Fit.DEFAULTS;
    return new TrainingSettings(
        data,
        encoding(),
        target(name),
        new TrainingSettings.Fit(
            usual.seed(),
            usual.heldOut(),
            usual.folds(),
            usual.maximumEpochs(),
            usual.strengths(),
            unseen));
  }

  private static TrainingSettings.Encoding encoding() {
    return TrainingSettings.Encoding.of(TestEncoder.DIRECTORY, PinnedEncoder.ZH);
  }

  private TrainingSettings.Target target(String name) {
    return new TrainingSettings.Target(
        directory.resolve(name), "topic", Set.of(Language.ZH), "Apache-2.0", "a test");
  }
}
