package org.twinline.verifiable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.twinline.verifiable.Judgements.candidate;
import static org.twinline.verifiable.Judgements.group;
import static org.twinline.verifiable.Judgements.guarded;
import static org.twinline.verifiable.Judgements.question;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.step.ApplyGuards;
import org.twinline.reward.step.VerifyAnswers;

/** The steps before selection, as they arrive on a worker: serialised, opened, applied, closed. */
class RuleStepsTest {
  private static final String COT = "患者发热咳嗽三天，听诊有湿啰音，胸片示右下肺浸润影，符合社区获得性感染。";

  @Test
  void theFirstGuardThatObjectsGivesTheReason() throws Exception {
    JudgedGroup guardedGroup =
        through(
            ApplyGuards.named(List.of("empty_answer", "no_reasoning"), Optional.empty()),
            group(
                Judged.fresh(candidate("a", "", "略")),
                Judged.fresh(candidate("b", "略。", "肺炎")),
                Judged.fresh(candidate("c", COT, "肺炎")),
                Judged.fresh(candidate("d", COT, "N/A"))));

    assertThat(guardedGroup.candidates())
        .extracting(RuleStepsTest::reason)
        .containsExactly("empty_answer", "no_reasoning", "", "empty_answer");
  }

  @Test
  void guardsLeaveTheRejectedAlone() throws Exception {
    JudgedGroup guardedGroup =
        through(
            ApplyGuards.named(List.of("empty_answer"), Optional.empty()),
            group(Judged.fresh(candidate("a", "", "")).reject(guarded("x").rejections().get(0))));

    assertThat(guardedGroup.candidates())
        .extracting(RuleStepsTest::reason)
        .containsExactly("no_reasoning");
  }

  @Test
  void unknownGuardsAreNamedWhenTheStepOpens() {
    assertThatThrownBy(() -> ApplyGuards.named(List.of("repetitoin"), Optional.empty()).open())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown guard 'repetitoin', did you mean 'repetition'?");
  }

  @Test
  void rulesDecideByName() throws Exception {
    JudgedGroup verified =
        through(
            VerifyAnswers.with(RuleSettings.DEFAULT, Optional.empty()),
            group(Judged.fresh(candidate("a", COT, "肺炎")), guarded("b")));

    Judged right = verified.candidates().get(0);
    assertThat(right.rejected()).isFalse();
    assertThat(right.scores()).extracting(Score::name).containsExactly("rule", "outcome");
    assertThat(right.scores()).extracting(Score::value).containsExactly(1.0, 1.0);
    assertThat(verified.candidates().get(1).scores()).isEmpty();
  }

  @Test
  void withoutAReferenceEverythingIsDropped() throws Exception {
    JudgedGroup verified =
        through(
            VerifyAnswers.with(RuleSettings.DEFAULT, Optional.empty()),
            new JudgedGroup(
                question("q", Reference.NONE),
                List.of(Judged.fresh(candidate("a", COT, "肺炎")), guarded("b")),
                List.of()));

    assertThat(verified.candidates())
        .extracting(RuleStepsTest::reason)
        .containsExactly(RejectionReason.NO_REFERENCE.code(), "no_reasoning");
  }

  @Test
  void aStepThatIsNotOpenSaysSo() {
    assertThatThrownBy(
            () ->
                VerifyAnswers.with(RuleSettings.DEFAULT, Optional.empty())
                    .apply(group(Judged.fresh(candidate("a", COT, "肺炎")))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot verify before the step is open");
  }

  private static String reason(Judged judged) {
    return judged.rejections().isEmpty() ? "" : judged.rejections().get(0).reason().code();
  }

  private static JudgedGroup through(GroupStep step, JudgedGroup group)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(step);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      GroupStep arrived = (GroupStep) in.readObject();
      arrived.open();
      JudgedGroup result = arrived.apply(group);
      arrived.close();
      return result;
    }
  }
}
