package org.twinline.verifiable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.twinline.verifiable.Judgements.QUESTION;
import static org.twinline.verifiable.Judgements.fresh;
import static org.twinline.verifiable.Judgements.group;
import static org.twinline.verifiable.Judgements.guarded;
import static org.twinline.verifiable.Judgements.question;
import static org.twinline.verifiable.Judgements.right;
import static org.twinline.verifiable.Judgements.score;
import static org.twinline.verifiable.Judgements.unsure;
import static org.twinline.verifiable.Judgements.wrong;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.twinline.core.ledger.LedgerRow;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;
import org.twinline.reward.composite.Composite;
import org.twinline.reward.composite.Stages;
import org.twinline.reward.step.ComposeReward;
import org.twinline.reward.step.ScoreNames;
import org.twinline.verifiable.Judgements.Sunk;
import org.twinline.verifiable.VerifiableConfiguration.Reporting;

class SelectTriplesTest {
  @Test
  void keepsTheRightAndNamesTheReasonOfTheRest() {
    Sunk sunk = select(Selection.ALL, group(right("a", 1), wrong("b"), unsure("c"), guarded("d")));

    assertThat(sunk.of("triples"))
        .containsExactly(
            "{\"id\":\"q1\",\"question\":\"何病？\",\"references\":[\"肺炎\"],\"task\":\"diagnosis\","
                + "\"answer_kind\":\"entity\",\"language\":\"zh\",\"candidate_id\":\"a\","
                + "\"cot\":\"发热、咳嗽三天，胸片有浸润影，考虑感染。\",\"answer\":\"肺炎\",\"scores\":["
                + "{\"name\":\"rule\",\"value\":1.0,\"explanation\":{\"code\":\"rule\",\"value\":1.0}},"
                + "{\"name\":\"outcome\",\"value\":1.0,"
                + "\"explanation\":{\"code\":\"outcome\",\"value\":1.0}}],"
                + "\"place\":\"0@0\",\"reward\":1.0,\"pass_rate\":0.25}");
    assertThat(sunk.rejects()).containsExactly("b wrong_answer", "c unsure", "d no_reasoning");
    assertThat(sunk.tally().figures())
        .containsEntry("verifiable.groups", 1L)
        .containsEntry("rule.accept", 1L)
        .containsEntry("rule.reject", 1L)
        .containsEntry("rule.unsure", 1L)
        .containsEntry("rule.not_asked", 1L)
        .containsEntry("length.answer.2.kept", 1L)
        .containsEntry("length.question.3.kept", 1L)
        .doesNotContainKey("length.question.3.dropped");
  }

  @Test
  void theBandOfPassRatesIncludesItsEnds() {
    Selection band = new Selection(0.25, 0.5, 9, 17);
    JudgedGroup quarter = group(right("a", 1), wrong("b"), wrong("c"), guarded("d"));
    JudgedGroup half = group(right("a", 1), right("b", 1), wrong("c"), wrong("d"));
    JudgedGroup above = group(right("a", 1), right("b", 1), wrong("c"));
    JudgedGroup below = group(right("a", 1), wrong("b"), wrong("c"), wrong("d"), unsure("e"));

    assertThat(select(band, quarter).ids("triples")).containsExactly("a");
    assertThat(select(band, half).ids("triples")).containsExactly("a", "b");
    assertThat(select(band, above).rejects())
        .containsExactly("a pass_rate", "b pass_rate", "c wrong_answer");
    assertThat(select(band, below).rejects())
        .containsExactly(
            "a pass_rate", "b wrong_answer", "c wrong_answer", "d wrong_answer", "e unsure");
    assertThat(select(band, above).of("rejected").get(0))
        .contains(
            "\"rejection\":{\"reason\":\"pass_rate\",\"explanation\":{\"code\":\"pass_rate\","
                + "\"value\":0.6666666666666666}}");
  }

  @Test
  void aTripleNamesTheFirstStageOfItsPassRate() {
    Composite outcome = Composite.of(Map.of("outcome", 1.0), Map.of());
    Stages stages =
        Stages.of(
            List.of(
                new Stages.Stage("early", 0.5, 1, outcome),
                new Stages.Stage("late", 0.3, 0.5, outcome)));

    Sunk half = select(stages, group(right("a", 1), wrong("b")));
    Sunk third = select(stages, group(right("a", 1), wrong("b"), wrong("c")));
    Sunk quarter = select(stages, group(right("a", 1), wrong("b"), wrong("c"), wrong("d")));

    assertThat(half.of("triples").get(0)).endsWith("\"pass_rate\":0.5,\"stage\":\"early\"}");
    assertThat(third.of("triples").get(0)).endsWith(",\"stage\":\"late\"}");
    assertThat(quarter.rejects()).first().isEqualTo("a pass_rate");
    assertThat(half.tally().figures()).containsEntry("stage.early", 1L);
    assertThat(quarter.tally().figures()).doesNotContainKey("stage.late");
  }

  @Test
  void theRewardIsThatOfTheStage() {
    Composite job = Composite.of(Map.of("outcome", 1.0, "process", 1.0), Map.of());
    Composite early = Composite.of(Map.of("outcome", 1.0), Map.of());
    ComposeReward step =
        ComposeReward.by(
            Optional.of(job), Stages.of(List.of(new Stages.Stage("early", 0.5, 1, early))));
    Judged right = right("a", 1).with(new Score("process", 0.5, Explanation.of("process", 0.5)));

    assertThat(reward(step.apply(group(right, wrong("b"))))).isEqualTo(1);
    assertThat(reward(step.apply(group(right, wrong("b"), wrong("c"))))).isEqualTo(0.75);
    assertThat(step.apply(group(right, wrong("b"))).candidates().get(1).score("reward")).isEmpty();
    assertThat(reward(ComposeReward.by(Optional.empty(), Stages.NONE).apply(group(right))))
        .isEqualTo(1);
  }

  private static double reward(JudgedGroup group) {
    return group.candidates().get(0).score("reward").orElseThrow().value();
  }

  @Test
  void keepsTheBestOfAQuestion() {
    Sunk sunk =
        select(
            new Selection(0, 1, 2, 17),
            group(right("a", 0.86), right("b", 0.99), right("c", 0.9), right("d", 0.87)));

    assertThat(sunk.ids("triples")).containsExactly("b", "c");
    assertThat(sunk.rejects()).containsExactly("a not_selected", "d not_selected");
    assertThat(sunk.tally().total())
        .isEqualTo(new LedgerRow(0, 2, Map.of(RejectionReason.NOT_SELECTED, 2L), 0));
  }

  @Test
  void aCompositeOrdersAndARightAnswerWithoutOneIsNeverRanked() {
    Judged poor = rewarded(right("a", 0.99), 0.2);
    Judged rich = rewarded(right("b", 0.86), 0.9);

    Sunk sunk = select(new Selection(0, 1, 1, 17), "reward", group(poor, rich, right("c", 0.95)));

    assertThat(sunk.ids("triples")).containsExactly("b");
    assertThat(sunk.rejects()).containsExactly("a not_selected", "c missing_score");
  }

  private static Judged rewarded(Judged judged, double value) {
    return judged.with(new Score("reward", value, Explanation.of("reward", value)));
  }

  @Test
  void theSeedDecidesBetweenEqualRewardsAndTheOrderDoesNot() {
    List<Judged> equal = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      equal.add(right("c" + i, 1));
    }
    TreeSet<List<String>> chosen =
        new TreeSet<>(java.util.Comparator.comparing(ids -> String.join(",", ids)));
    for (int seed = 0; seed < 20; seed++) {
      Selection two = new Selection(0, 1, 2, seed);
      JudgedGroup group = new JudgedGroup(QUESTION, equal, List.of());
      List<String> ids = select(two, group).ids("triples");
      List<Judged> turned = new ArrayList<>(equal);
      Collections.reverse(turned);
      assertThat(select(two, new JudgedGroup(QUESTION, turned, List.of())).ids("triples"))
          .containsExactlyInAnyOrderElementsOf(ids)
          .hasSize(2);
      chosen.add(ids);
    }
    assertThat(chosen).hasSizeGreaterThan(3);
  }

  @Test
  void countsWhatTheModelDecided() {
    Judged accepted = unsure("a").with(score(ScoreNames.VERIFIER, 0.9));
    Judged undecided = unsure("b").with(score(ScoreNames.VERIFIER, 0.5));
    Sunk sunk =
        select(Selection.ALL, group(accepted.with(score(ScoreNames.OUTCOME, 0.9)), undecided));

    assertThat(sunk.ids("triples")).containsExactly("a");
    assertThat(sunk.rejects()).containsExactly("b unsure");
    assertThat(sunk.tally().figures())
        .containsEntry("rule.unsure", 2L)
        .containsEntry("model.accept", 1L)
        .containsEntry("model.unsure", 1L);
  }

  @Test
  void linesWithoutCandidatesBecomeOnePrompt() {
    JudgedGroup bare =
        new JudgedGroup(QUESTION, List.of(), List.of(new Place(0, 0), new Place(1, 9)));

    Sunk sunk = select(Selection.ALL, bare);

    assertThat(sunk.of("prompts"))
        .containsExactly(
            "{\"id\":\"q1\",\"question\":\"何病？\",\"references\":[\"肺炎\"],\"task\":\"diagnosis\","
                + "\"answer_kind\":\"entity\",\"language\":\"zh\",\"place\":\"0@0\"}");
    assertThat(sunk.rejects()).containsExactly(" duplicate_question");
    assertThat(sunk.tally().figures()).doesNotContainKey("verifiable.groups");
  }

  @Test
  void linesWithoutCandidatesBesideSomeAreDuplicates() {
    JudgedGroup both = new JudgedGroup(QUESTION, List.of(right("a", 1)), List.of(new Place(1, 0)));

    Sunk sunk = select(Selection.ALL, both);

    assertThat(sunk.ids("triples")).containsExactly("a");
    assertThat(sunk.of("prompts")).isEmpty();
    assertThat(sunk.rejects()).containsExactly(" duplicate_question");
  }

  @Test
  void withoutCandidatesAndReferenceThereIsNothingToKeep() {
    JudgedGroup nothing =
        new JudgedGroup(question("q", Reference.NONE), List.of(), List.of(new Place(0, 0)));

    assertThat(select(Selection.ALL, nothing).rejects()).containsExactly(" no_candidates");
  }

  @Test
  void everyCandidateIsWrittenAndCountedOnce() {
    String given = System.getProperty("twinline.seed", "");
    long seed = given.isBlank() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("SelectTriplesTest: -Dtwinline.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      List<Judged> candidates = new ArrayList<>();
      for (int i = random.nextInt(9); i > 0; i--) {
        candidates.add(any("c" + i, random));
      }
      List<Place> bare = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        bare.add(new Place(1, i));
      }
      double low = random.nextInt(3) / 4.0;
      Selection selection =
          new Selection(low, low + random.nextInt(3) / 4.0, 1 + random.nextInt(4), round);

      Sunk sunk = select(selection, new JudgedGroup(QUESTION, candidates, bare));

      LedgerRow total = sunk.tally().total();
      assertThat(total.kept() + total.droppedTotal())
          .as("-Dtwinline.seed=%s", seed)
          .isEqualTo(candidates.size() + bare.size());
      List<String> written = new ArrayList<>(sunk.ids("triples"));
      assertThat(total.kept()).isEqualTo(written.size() + sunk.of("prompts").size());
      assertThat(total.droppedTotal()).isEqualTo(sunk.of("rejected").size());
      written.addAll(sunk.ids("rejected"));
      assertThat(written)
          .as("-Dtwinline.seed=%s", seed)
          .containsExactlyInAnyOrderElementsOf(
              candidates.stream().map(j -> j.candidate().id()).toList());
    }
  }

  @Test
  void settingsNameTheirRange() {
    assertThatThrownBy(() -> new Selection(0.5, 0.25, 1, 17))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("highest pass rate");
    assertThatThrownBy(() -> new Selection(0, 1, 0, 17))
        .hasMessage("illegal per_question: 0, must be ≥ 1");
  }

  private static Judged any(String id, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> wrong(id);
      case 1 -> unsure(id);
      case 2 -> guarded(id);
      case 3 -> fresh(id);
      default -> right(id, 0.85 + random.nextInt(3) / 20.0);
    };
  }

  private static Sunk select(Selection selection, JudgedGroup group) {
    return select(selection, ScoreNames.OUTCOME, group);
  }

  private static Sunk select(Stages stages, JudgedGroup group) {
    return Sunk.of(
        new SelectTriples(Selection.ALL, stages, ScoreNames.OUTCOME, Reporting.NONE), group);
  }

  private static Sunk select(Selection selection, String rewardName, JudgedGroup group) {
    return Sunk.of(new SelectTriples(selection, Stages.NONE, rewardName, Reporting.NONE), group);
  }
}
