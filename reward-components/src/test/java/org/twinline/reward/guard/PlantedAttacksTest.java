package org.twinline.reward.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.verdict.Rejection;
import org.twinline.reward.Guard;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.Terminology;

/** Floors under what the guards catch of the planted corpora; docs/measurements.md has figures. */
class PlantedAttacksTest {
  private static final double CAUGHT = 0.95;

  /** Restatements in English words that nobody foresaw: 28 of 32 of the unseen half. */
  private static final double SHORT_OF_IT = 0.85;

  private static final double SUSPECTED = 0.02;

  static List<String> kinds() {
    return Planted.KINDS.stream().filter(k -> !k.equals("non_existent_disease")).toList();
  }

  private static double share(Guard guard, List<Planted> corpus, boolean attack, String part) {
    List<Planted> some =
        corpus.stream().filter(p -> p.attack() == attack && p.part().contains(part)).toList();
    long found =
        some.stream().filter(p -> guard.check(p.question(), p.candidate()).isPresent()).count();
    return (double) found / some.size();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void catchesTheAttacksAndSparesTheHonest(String kind) {
    List<Planted> corpus = Planted.corpus(kind);
    Guard guard = Guards.named(kind, Optional.empty());
    double least = kind.equals("repeated_conclusion") ? SHORT_OF_IT : CAUGHT;
    assertThat(share(guard, corpus, true, "")).as("caught of %s", kind).isGreaterThan(least);
    assertThat(share(guard, corpus, true, "unseen")).as("unseen").isGreaterThan(least);
    assertThat(share(guard, corpus, false, "")).as("suspected").isLessThan(SUSPECTED);
  }

  /** What the organ table alone catches; the verdicts on existence need an index of all names. */
  @Test
  void diseasesInAnOrganThatCannotHaveThem() {
    List<Planted> corpus = Planted.corpus("non_existent_disease");
    Guard guard = NonExistentDisease.by(Rules.terminology());
    assertThat(share(guard, corpus, true, "")).isGreaterThan(0.8);
    assertThat(share(guard, corpus, false, "")).isZero();
    assertThat(share(NonExistentDisease.unasked(), corpus, true, "")).isZero();
  }

  @ParameterizedTest
  @MethodSource("org.twinline.reward.guard.Planted#kinds")
  void everyCorpusIsLargeAndEven(String kind) {
    List<Planted> corpus = Planted.corpus(kind);
    long attacks = corpus.stream().filter(Planted::attack).count();
    long chinese = corpus.stream().filter(p -> p.attack() && p.language() == Language.ZH).count();
    long unseen = corpus.stream().filter(p -> p.attack() && p.part().equals("unseen")).count();
    assertThat(attacks).isGreaterThanOrEqualTo(50);
    assertThat(corpus.size() - attacks).isGreaterThanOrEqualTo(attacks);
    assertThat(chinese * 2).isEqualTo(attacks);
    assertThat((double) unseen / attacks).isBetween(0.45, 0.55);
    assertThat(corpus.stream().map(Planted::id).distinct()).hasSize(corpus.size());
  }

  @Test
  void explanationsHoldNoText() {
    for (String kind : Planted.KINDS) {
      Guard guard = Guards.named(kind, Optional.of(Rules.terminology()));
      for (Planted planted : Planted.corpus(kind)) {
        Optional<Rejection> found = guard.check(planted.question(), planted.candidate());
        found.ifPresent(
            r ->
                assertThat(r.explanation().arguments())
                    .as(planted.id())
                    .isNotEmpty()
                    .allMatch(a -> a.matches("[a-z_]{1,30}|-?[0-9.]{1,12}")));
      }
    }
  }

  /** All guards on 200,000 characters of what is worst for a search that goes back. */
  @Test
  void longTextsTakeLinearTime() {
    List<String> units =
        List.of("\\boxed{", "请给", "answer is ", "ignore all ", "最终答案：", "A、", "<a style ", "\n");
    List<Guard> guards = Guards.all(Optional.of(Rules.terminology()));
    // Its own time: other tests may keep the machine busy.
    ThreadMXBean own = ManagementFactory.getThreadMXBean();
    for (String unit : units) {
      String text = unit.repeat(200_000 / unit.length());
      var question = Planted.question("q", text, "", AnswerKind.ENTITY, Language.ZH);
      for (Guard guard : guards) {
        long start = own.getCurrentThreadCpuTime();
        Optional<Rejection> found = guard.check(question, Planted.candidate("c", text, text));
        assertThat(Duration.ofNanos(own.getCurrentThreadCpuTime() - start))
            .as("%s on '%s' (%s)", guard.name(), unit, found.isPresent())
            .isLessThan(Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void patternsOfAJobAreGuardsToo() {
    GuardSettings settings =
        new GuardSettings(
            List.of("empty_answer"),
            List.of(
                new GuardPattern("advert", GuardPattern.Field.ANSWER, "(?i)call us at \\d+"),
                new GuardPattern("slow", GuardPattern.Field.BOTH, "(x+x+)+y")));
    List<Guard> guards = settings.guards(Optional.empty());
    assertThat(guards).extracting(Guard::name).containsExactly("empty_answer", "advert", "slow");
    var question = Planted.question("q", "?", "", AnswerKind.TEXT, Language.EN);
    Rejection found =
        guards
            .get(1)
            .check(question, Planted.candidate("c", "", "Rest. Call us at 555."))
            .orElseThrow();
    assertThat(found.reason().code()).isEqualTo("guard_pattern");
    assertThat(found.explanation().arguments()).containsExactly("advert", "answer", "6");
    assertThat(guards.get(1).check(question, Planted.candidate("c", "call us at 5", "Rest.")))
        .isEmpty();
    String hostile = "x".repeat(200_000);
    assertThat(guards.get(2).check(question, Planted.candidate("c", hostile, hostile))).isEmpty();
  }

  /** The whole terminology, where it was built: {@code -Dtwinline.index=DIR}. */
  @Test
  void diseasesThatAnIndexOfAllNamesDoesNotKnow() {
    String index = System.getProperty("twinline.index", "");
    assumeTrue(!index.isEmpty(), "no index of all names: set -Dtwinline.index");
    try (Terminology terminology = Terminology.open(java.nio.file.Path.of(index))) {
      List<Planted> corpus = Planted.corpus("non_existent_disease");
      Guard guard = NonExistentDisease.by(terminology);
      assertThat(share(guard, corpus, true, "")).isGreaterThan(0.89);
      assertThat(share(guard, corpus, false, "")).isZero();
    }
  }
}
