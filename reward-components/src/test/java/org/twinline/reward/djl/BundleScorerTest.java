package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Triple;
import org.twinline.core.verdict.Score;

class BundleScorerTest {
  private static final List<String> NAMES =
      List.of("糖尿病", "高血压", "肺炎", "急性心肌梗死", "带状疱疹", "缺铁性贫血", "阑尾炎", "哮喘");

  @TempDir static Path directory;
  private static List<AutoCloseable> open = List.of();
  private static BundleScorer scorer = unopened();

  @BeforeAll
  static void openBundle() {
    scorer = BundleScorer.open(Bundles.write(directory.resolve("verifier")), TestEncoder.DIRECTORY);
    open = List.of(scorer);
  }

  @AfterAll
  static void closeBundle() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
  }

  /** Only there so that the field is never null. */
  private static BundleScorer unopened() {
    return BundleScorer.open(List.of(), TestEncoder.DIRECTORY);
  }

  @Test
  void scoresDoNotDependOnNeighbours() {
    Random random = new Random(seed());
    List<Triple> triples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      StringBuilder answer = new StringBuilder();
      int parts = i % 25 == 0 ? 30 + random.nextInt(70) : 1 + random.nextInt(12);
      for (int part = 0; part < parts; part++) {
        answer.append(NAMES.get(random.nextInt(NAMES.size()))).append('，');
      }
      String reference = NAMES.get(random.nextInt(NAMES.size()));
      triples.add(triple(Language.ZH, Reference.all(reference), answer.toString()));
    }
    List<List<Score>> together = scorer.score(triples);
    assertThat(together).allSatisfy(scores -> assertThat(scores).hasSize(1));

    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < triples.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<List<Score>> shuffled = scorer.score(order.stream().map(triples::get).toList());
    for (int i = 0; i < order.size(); i++) {
      assertThat(shuffled.get(i)).isEqualTo(together.get(order.get(i)));
    }
    for (int i : List.of(0, 57)) {
      assertThat(scorer.score(List.of(triples.get(i)))).containsExactly(together.get(i));
    }
  }

  @Test
  void explanationHasBundleLogitAndCutTokens() {
    String question = "x".repeat(3);
    List<List<Score>> scores =
        scorer.score(
            List.of(
                triple(Language.ZH, Reference.all("糖尿病"), "糖尿病"),
                triple(Language.ZH, Reference.all("糖尿病"), "糖".repeat(600)),
                triple(Language.ZH, Reference.all(question), "糖".repeat(510))));

    Score same = scores.get(0).get(0);
    // The logit of equal vectors is 8 · 1 − 4.
    assertThat(same.name()).isEqualTo("verifier");
    assertThat(same.value()).isCloseTo(1 / (1 + Math.exp(-4)), within(1e-6));
    assertThat(same.explanation().code()).isEqualTo("model_head");
    assertThat(same.explanation().value()).isEqualTo(same.value());
    assertThat(same.explanation().arguments().get(0)).isEqualTo("verifier");
    assertThat(Double.parseDouble(same.explanation().arguments().get(1)))
        .isCloseTo(4, within(1e-5));
    assertThat(same.explanation().arguments().get(2)).isEqualTo("0");
    assertThat(scores.get(1).get(0).explanation().arguments().get(2)).isEqualTo("90");
    assertThat(scores.get(2).get(0).explanation().arguments().get(2)).isEqualTo("0");
  }

  @Test
  void theBestAlternativeReferenceCounts() {
    Reference either =
        new Reference(
            List.of(
                new Reference.Alternative(List.of("高血压"), List.of()),
                new Reference.Alternative(List.of("糖尿病"), List.of())));
    List<List<Score>> scores =
        scorer.score(
            List.of(
                triple(Language.ZH, either, "糖尿病"),
                triple(Language.ZH, Reference.all("糖尿病"), "糖尿病")));

    assertThat(scores.get(0)).isEqualTo(scores.get(1));
  }

  @Test
  void whatCannotBeScoredHasNoScore() {
    List<List<Score>> scores =
        scorer.score(
            List.of(
                triple(Language.EN, Reference.all("diabetes"), "diabetes"),
                triple(Language.ZH, Reference.NONE, "糖尿病"),
                triple(Language.ZH, Reference.all("糖尿病"), " \n"),
                triple(Language.UNSTATED, Reference.all("糖尿病"), "2型糖尿病（T2DM）"),
                new Triple(
                    question(Language.UNSTATED, Reference.all("gout"), "What is it?"),
                    candidate("gout"))));

    assertThat(scores).extracting(List::size).containsExactly(0, 0, 0, 1, 0);
    assertThat(scorer.score(List.of())).isEmpty();
  }

  @Test
  void bundlesOnOneEncoderShareItsVectors() {
    LinearHead head = Bundles.cosineHead();
    Path second = directory.resolve("second");
    Bundle.write(second, Bundles.card(head, "second", List.of("{answer}", "{reference}")), head);
    try (BundleScorer both =
        BundleScorer.open(List.of(directory.resolve("verifier"), second), TestEncoder.DIRECTORY)) {
      TextEncoder.Work before = work(both);
      List<List<Score>> scores =
          both.score(List.of(triple(Language.ZH, Reference.all("糖尿病"), "高血压")));

      assertThat(scores.get(0)).extracting(Score::name).containsExactly("verifier", "second");
      assertThat(scores.get(0).get(0).value()).isEqualTo(scores.get(0).get(1).value());
      assertThat(work(both).texts() - before.texts()).isEqualTo(2);
      assertThat(work(both).batches() - before.batches()).isEqualTo(1);
    }
    Path verifier = directory.resolve("verifier");
    assertThatThrownBy(() -> BundleScorer.open(List.of(verifier, verifier), TestEncoder.DIRECTORY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot open bundle %s: another one scores 'verifier' too".formatted(verifier));
  }

  @Test
  void memoryIsFlatOverBatches() throws IOException {
    assumeThat(Path.of("/proc/self/status")).exists();
    List<Triple> triples = List.of(triple(Language.ZH, Reference.all("哮喘"), "肺炎"));
    for (int i = 0; i < 2; i++) {
      scorer.score(triples);
    }
    long before = residentKilobytes();
    for (int i = 0; i < 8; i++) {
      scorer.score(triples);
    }
    // A batch makes about 60 MB of arrays on its way through the layers.
    assertThat(residentKilobytes() - before).isLessThan(120_000);
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static TextEncoder.Work work(BundleScorer of) {
    return of.work().values().iterator().next();
  }

  private static long seed() {
    String given = System.getProperty("twinline.seed", "");
    long seed = given == null || given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("-Dtwinline.seed=" + seed);
    return seed;
  }

  private static Triple triple(Language language, Reference reference, String answer) {
    return new Triple(question(language, reference, "诊断是什么？"), candidate(answer));
  }

  private static Question question(Language language, Reference reference, String text) {
    return new Question(
        "q",
        Prompt.of(text),
        reference,
        new Traits(Task.DIAGNOSIS, AnswerKind.ENTITY, language),
        Annotations.NONE);
  }

  private static Candidate candidate(String answer) {
    return new Candidate(
        "c", new Response("", answer), Preference.NONE, new Place(0, 0), Extra.NONE);
  }
}
