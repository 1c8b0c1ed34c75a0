package org.twinline.unverifiable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.twinline.unverifiable.Answers.QUESTION;
import static org.twinline.unverifiable.Answers.group;
import static org.twinline.unverifiable.Answers.guarded;
import static org.twinline.unverifiable.Answers.scored;
import static org.twinline.unverifiable.Answers.unscored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.twinline.core.ledger.LedgerRow;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.unverifiable.Answers.Paired;

class PairAnswersTest {
  private static final Ranking WIDE = new Ranking(0.125, 0, 4, 17);

  @Test
  void theBestIsChosenAgainstTheLowestFirst() {
    Paired paired = Paired.by(WIDE, group(scored("a", 0.5), scored("b", 0.875), scored("c", 0.25)));

    assertThat(paired.ids("best-answers")).containsExactly("b");
    assertThat(paired.pairs()).containsExactly("b>c", "b>a");
    assertThat(paired.of("rejected")).isEmpty();
    assertThat(paired.of("preferences").get(0))
        .isEqualTo(
            "{\"id\":\"u1\",\"question\":\"血压高要吃药吗？\",\"task\":\"knowledge\","
                + "\"answer_kind\":\"text\",\"language\":\"zh\","
                + "\"chosen\":{\"candidate_id\":\"b\",\"cot\":\"想\",\"answer\":\"答b\",\"scores\":["
                + "{\"name\":\"preference\",\"value\":0.875,"
                + "\"explanation\":{\"code\":\"preference\",\"value\":0.875}}],\"place\":\"0@0\"},"
                + "\"rejected\":{\"candidate_id\":\"c\",\"cot\":\"想\",\"answer\":\"答c\",\"scores\":["
                + "{\"name\":\"preference\",\"value\":0.25,"
                + "\"explanation\":{\"code\":\"preference\",\"value\":0.25}}],\"place\":\"0@0\"},"
                + "\"margin\":0.625}");
    assertThat(paired.tally().total()).isEqualTo(new LedgerRow(0, 3, Map.of(), 0));
    assertThat(paired.tally().figures())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "best_answers", 1L,
                "length.answer.2.kept", 3L,
                "length.cot.1.kept", 3L,
                "length.question.8.kept", 1L,
                "pairs", 2L,
                "unverifiable.groups", 1L));
  }

  @Test
  void theMarginIncludesItsEnd() {
    Paired paired =
        Paired.by(WIDE, group(scored("a", 0.5), scored("b", 0.375), scored("c", 0.4375)));

    assertThat(paired.pairs()).containsExactly("a>b");
    assertThat(paired.rejects()).containsExactly("c no_pair");
  }

  @Test
  void equalRewardsMakeNoPairEvenWithoutAMargin() {
    Paired paired = Paired.by(new Ranking(0, 0, 4, 17), group(scored("b", 0.5), scored("a", 0.5)));

    assertThat(paired.ids("best-answers")).containsExactly("a");
    assertThat(paired.pairs()).isEmpty();
    assertThat(paired.rejects()).containsExactly("b no_pair");
  }

  @Test
  void perQuestionBoundsThePairs() {
    Paired paired =
        Paired.by(
            new Ranking(0.125, 0, 1, 17),
            group(scored("a", 0.5), scored("b", 0.875), scored("c", 0.25)));

    assertThat(paired.pairs()).containsExactly("b>c");
    assertThat(paired.rejects()).containsExactly("a no_pair");
  }

  @Test
  void belowTheLeastRewardNothingIsKept() {
    Ranking demanding = new Ranking(0.125, 0.75, 4, 17);

    assertThat(Paired.by(demanding, group(scored("a", 0.5), scored("b", 0.25))).rejects())
        .containsExactly("a low_reward", "b low_reward");
    assertThat(Paired.by(demanding, group(scored("a", 0.75), scored("b", 0.25))).pairs())
        .containsExactly("a>b");
  }

  @Test
  void aSingleAnswerIsABestAnswerWithoutAPair() {
    Paired paired = Paired.by(WIDE, group(scored("a", 0.25)));

    assertThat(paired.ids("best-answers")).containsExactly("a");
    assertThat(paired.pairs()).isEmpty();
    assertThat(paired.of("rejected")).isEmpty();
  }

  @Test
  void whatPeopleStatedOverridesTheReward() {
    Paired paired =
        Paired.by(
            WIDE,
            group(
                scored("a", 0.9, Preference.of(0)),
                scored("b", 0.1, Preference.of(1)),
                scored("c", 0.05, Preference.of(0.5))));

    assertThat(paired.ids("best-answers")).containsExactly("b");
    assertThat(paired.pairs()).containsExactly("b>a", "b>c");
    assertThat(paired.of("preferences").get(0)).endsWith("\"margin\":1.0}");
    assertThat(paired.tally().figure("preference.agree")).isEqualTo(1);
    assertThat(paired.tally().figure("preference.disagree")).isEqualTo(2);
    assertThat(paired.tally().figure("preference.tie")).isZero();
  }

  @Test
  void equalRewardsOfStatedPreferencesAreTies() {
    Paired paired =
        Paired.by(
            WIDE,
            group(
                scored("a", 0.5, Preference.of(0)),
                scored("b", 0.5, Preference.of(1)),
                scored("c", 0.75, Preference.of(1))));

    assertThat(paired.tally().figure("preference.tie")).isEqualTo(1);
    assertThat(paired.tally().figure("preference.agree")).isEqualTo(1);
    assertThat(paired.tally().figure("preference.disagree")).isZero();
  }

  @Test
  void aPreferenceForSomeOnlyDoesNotDecide() {
    Paired paired = Paired.by(WIDE, group(scored("a", 0.9), scored("b", 0.1, Preference.of(1))));

    assertThat(paired.pairs()).containsExactly("a>b");
    assertThat(paired.tally().figure("preference.disagree")).isZero();
  }

  @Test
  void statedPreferencesNeedNoModel() {
    Paired paired =
        Paired.by(WIDE, group(unscored("a", Preference.of(0)), unscored("b", Preference.of(1))));

    assertThat(paired.pairs()).containsExactly("b>a");
    assertThat(paired.tally().figures()).doesNotContainKey("preference.agree");
  }

  @Test
  void aMissingScoreIsNotTheLowest() {
    Paired paired =
        Paired.by(WIDE, group(scored("a", 0.9), unscored("b", Preference.NONE), scored("c", 0.5)));

    assertThat(paired.pairs()).containsExactly("a>c");
    assertThat(paired.rejects()).containsExactly("b missing_score");
  }

  @Test
  void withoutAnyScoreAllAreMissing() {
    Paired paired =
        Paired.by(WIDE, group(unscored("a", Preference.NONE), unscored("b", Preference.of(1))));

    assertThat(paired.rejects()).containsExactly("a missing_score", "b missing_score");
    assertThat(paired.tally().figures())
        .containsEntry("unverifiable.groups", 1L)
        .containsEntry("length.question.8.dropped", 1L)
        .doesNotContainKey("best_answers");
  }

  @Test
  void theGuardedAreNeverInAPair() {
    Paired paired =
        Paired.by(
            WIDE,
            group(
                guarded(scored("a", 1)),
                scored("b", 0.75),
                scored("c", 0.5),
                guarded(scored("d", 0))));

    assertThat(paired.pairs()).containsExactly("b>c");
    assertThat(paired.rejects()).containsExactly("a repetition", "d repetition");
  }

  @Test
  void theGuardedDoNotKeepStatedPreferencesFromDeciding() {
    Paired paired =
        Paired.by(
            WIDE,
            group(
                guarded(scored("a", 1)),
                scored("b", 0.75, Preference.of(0)),
                scored("c", 0.5, Preference.of(1))));

    assertThat(paired.pairs()).containsExactly("c>b");
  }

  @Test
  void onlyTheGuardedLeavesNothing() {
    Paired paired = Paired.by(WIDE, group(guarded(scored("a", 1))));

    assertThat(paired.rejects()).containsExactly("a repetition");
    assertThat(paired.of("best-answers")).isEmpty();
  }

  @Test
  void everyCandidateIsCountedOnceAndWrittenWhereItBelongs() {
    String given = System.getProperty("twinline.seed", "");
    long seed = given.isBlank() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("PairAnswersTest: -Dtwinline.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      boolean stated = random.nextBoolean();
      List<Judged> candidates = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        candidates.add(any("c" + i, stated, random));
      }
      List<Place> bare = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        bare.add(new Place(1, i));
      }
      Ranking ranking =
          new Ranking(random.nextInt(3) / 8.0, random.nextInt(3) / 4.0, 1 + random.nextInt(3), 1);

      Paired paired = Paired.by(ranking, new JudgedGroup(QUESTION, candidates, bare));

      TreeSet<String> used = new TreeSet<>(paired.ids("preferences"));
      used.addAll(paired.ids("best-answers"));
      LedgerRow total = paired.tally().total();
      assertThat(total.kept()).as("-Dtwinline.seed=%s", seed).isEqualTo(used.size());
      assertThat(total.kept() + total.droppedTotal())
          .as("-Dtwinline.seed=%s", seed)
          .isEqualTo(candidates.size() + bare.size());
      assertThat(total.droppedTotal()).isEqualTo(paired.of("rejected").size());
      List<String> written = new ArrayList<>(used);
      written.addAll(paired.ids("rejected"));
      assertThat(written)
          .as("-Dtwinline.seed=%s", seed)
          .containsExactlyInAnyOrderElementsOf(
              candidates.stream().map(j -> j.candidate().id()).toList());
      assertThat(paired.of("preferences")).hasSizeLessThanOrEqualTo(ranking.perQuestion());
    }
  }

  @Test
  void settingsNameTheirRange() {
    assertThatThrownBy(() -> new Ranking(1.5, 0, 1, 17))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("margin");
    assertThatThrownBy(() -> new Ranking(0, 0, 0, 17))
        .hasMessage("illegal per_question: 0, must be ≥ 1");
    assertThat(RejectionReason.NO_PAIR.code()).isEqualTo("no_pair");
  }

  private static Judged any(String id, boolean stated, Random random) {
    Preference preference = stated ? Preference.of(random.nextInt(5) / 4.0) : Preference.NONE;
    Judged judged =
        random.nextInt(5) == 0
            ? unscored(id, preference)
            : scored(id, random.nextInt(9) / 8.0, preference);
    return random.nextInt(5) == 0 ? guarded(judged) : judged;
  }
}
