package org.twinline.reward.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Score;
import org.twinline.reward.rule.Rules;

class ProcessRewardTest {
  private static final Question COUGH =
      Cots.question(
          AnswerKind.CHOICE, "患者女，30岁，咳嗽3天，流清涕，体温37.2℃，双肺呼吸音清。最可能的诊断是什么？", "普通感冒", "肺炎", "支气管哮喘");
  private static final String GOOD =
      """
      好的，我需要先分析患者的症状。
      患者30岁，咳嗽3天，流清涕，体温37.2℃，双肺呼吸音清。
      可能的诊断有普通感冒、肺炎和支气管哮喘。
      流清涕和低热符合普通感冒的表现。
      肺炎通常有高热和肺部啰音，患者双肺呼吸音清，可能性较低。
      支气管哮喘会有喘息，但患者没有喘息，不太符合。
      综上，最可能的诊断是普通感冒。
      """;

  private static ProcessJudgement judge(Question question, String cot) {
    return ProcessReward.withoutTerminology().judge(question, Cots.candidate(cot, "普通感冒"));
  }

  private static double value(ProcessJudgement judgement, String score) {
    return judgement.score(score).map(Score::value).orElseThrow();
  }

  private static List<StepComment.Kind> comments(ProcessJudgement judgement) {
    return judgement.steps().stream()
        .flatMap(step -> step.comments().stream())
        .map(StepComment::kind)
        .toList();
  }

  @Test
  void soundReasoningHasNoCommentsAndAllScores() {
    ProcessJudgement judgement = judge(COUGH, GOOD);
    assertThat(comments(judgement)).isEmpty();
    assertThat(judgement.steps()).hasSize(7).allMatch(step -> step.score() == 1);
    assertThat(judgement.methods())
        .containsExactly(ReasoningMethod.EXCLUSION, ReasoningMethod.DIFFERENTIAL);
    assertThat(judgement.scores())
        .extracting(Score::name)
        .containsExactly("process", "medical_logic", "clear_structure", "reasoning_completeness");
    assertThat(value(judgement, "medical_logic")).isEqualTo(1);
    assertThat(value(judgement, "clear_structure")).isEqualTo(1);
    assertThat(value(judgement, "reasoning_completeness")).isGreaterThan(0.8);
    assertThat(judgement.difficulty().orElseThrow().value()).isBetween(0.1, 0.6);
  }

  @Test
  void concludingWhatWasRuledOutIsAContradiction() {
    ProcessJudgement judgement = judge(COUGH, GOOD.replace("诊断是普通感冒", "诊断是肺炎"));
    JudgedStep last = judgement.steps().get(6);
    assertThat(last.comments())
        .containsExactly(new StepComment(StepComment.Kind.CONCLUDES_EXCLUDED, 4));
    assertThat(last.score()).isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(last.explanation().parts())
        .containsExactly(Explanation.of("step_concludes_excluded", 0.7, "4"));
    assertThat(value(judgement, "medical_logic")).isLessThan(0.9);
    assertThat(value(judgement, "process")).isLessThan(value(judge(COUGH, GOOD), "process"));
  }

  @Test
  void whatIsReconsideredMayBeConcluded() {
    String cot = GOOD.replace("综上，最可能的诊断是普通感冒。", "等等，这里需要重新考虑。\n综上，最可能的诊断是肺炎。");
    assertThat(comments(judge(COUGH, cot))).isEmpty();
  }

  @Test
  void concludingWhatNobodyNamedIsUnsupported() {
    String cot = "患者咳嗽3天，流清涕。\n肺炎通常有高热。\n综上，最可能的诊断是支气管哮喘。";
    assertThat(comments(judge(COUGH, cot))).containsExactly(StepComment.Kind.UNSUPPORTED);
  }

  @Test
  void changingTheConclusionWithoutAReasonContradicts() {
    String cot = "普通感冒和肺炎都有可能。\n综上，最可能的诊断是普通感冒。\n患者体温37.2℃。\n因此正确答案是肺炎。";
    assertThat(judge(COUGH, cot).steps().get(3).comments())
        .containsExactly(new StepComment(StepComment.Kind.CONTRADICTS, 1));
  }

  @Test
  void repeatedAndEmptyAndCopiedStepsAreCommented() {
    Question question =
        Cots.question(
            AnswerKind.TEXT,
            "A 40-year-old carpenter from Norway presents with swelling, redness, warmth, stiffness"
                + " and severe nightly pain affecting his right great toe after drinking beer at"
                + " several weddings during June.");
    String cot =
        "A 40-year-old carpenter from Norway presents with swelling, redness, warmth, stiffness and"
            + " severe nightly pain affecting his right great toe after drinking beer at several"
            + " weddings during June.\nGout is common in men of this age.\nGout is common in men of"
            + " this age.\nSo it is what it is.";
    ProcessJudgement judgement =
        ProcessReward.withoutTerminology().judge(question, Cots.candidate(cot, "gout"));
    assertThat(comments(judgement))
        .containsExactly(
            StepComment.Kind.COPIES_QUESTION,
            StepComment.Kind.REPEATS,
            StepComment.Kind.NO_CONTENT);
    assertThat(judgement.steps().get(2).comments().get(0).other()).isEqualTo(1);
  }

  @Test
  void completenessCountsWhatIsUsed() {
    ProcessJudgement none = judge(COUGH, "这个问题的答案很明显，凭经验就能知道。综上，选普通感冒。");
    assertThat(value(none, "reasoning_completeness")).isLessThan(0.2);
    Question bare = Cots.question(AnswerKind.TEXT, "Why?");
    assertThat(
            judge(bare, "Gout is common. So the answer is gout.").score("reasoning_completeness"))
        .isEmpty();
  }

  @Test
  void withoutAChainOfThoughtEverythingIsMissing() {
    ProcessJudgement judgement = judge(COUGH, "  ");
    assertThat(judgement).isEqualTo(ProcessJudgement.NONE);
    assertThat(judgement.score("process")).isEmpty();
  }

  @Test
  void knowsTheConceptsOfATerminology() {
    Question question = Cots.question(AnswerKind.ENTITY, "What explains the chest pain?");
    ProcessReward rules = ProcessReward.rules(Optional.of(Rules.terminology()));
    ProcessJudgement judgement =
        rules.judge(
            question,
            Cots.candidate(
                "Pneumonia is less likely without fever.\n"
                    + "In conclusion, the diagnosis is pneumonia.",
                "pneumonia"));
    assertThat(comments(judgement)).containsExactly(StepComment.Kind.CONCLUDES_EXCLUDED);
  }

  @Test
  void sharedByThreads() {
    ProcessReward rules = ProcessReward.withoutTerminology();
    ProcessJudgement alone = rules.judge(COUGH, Cots.candidate(GOOD, ""));
    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> rules.judge(COUGH, Cots.candidate(GOOD, "")))
                .distinct())
        .containsExactly(alone);
  }

  @Test
  void longTextsAreJudgedInBoundedParts() {
    String cot = "患者咳嗽但没有发热所以肺炎可能性较低".repeat(11_000);
    ProcessJudgement judgement = judge(COUGH, cot);
    assertThat(judgement.steps())
        .hasSizeLessThanOrEqualTo(Steps.MOST)
        .allMatch(step -> step.step().end() - step.step().start() <= Steps.LONGEST);
    assertThat(judgement.score("process").orElseThrow().explanation().parts().get(0).parts())
        .hasSizeLessThanOrEqualTo(8);
  }
}
