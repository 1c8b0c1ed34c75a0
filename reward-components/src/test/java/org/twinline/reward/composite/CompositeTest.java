package org.twinline.reward.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.Task;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.Score;
import org.twinline.reward.rule.Rules;

class CompositeTest {
  private static final Composite COMPOSITE =
      Composite.of(
          Map.of("outcome", 1.0, "style", 0.0),
          Map.of(Task.DIAGNOSIS, Map.of("outcome", 7.0, "process", 3.0)));

  @Test
  void weightsAreOfTheTaskAndOnlyTheirProportionsMatter() {
    Judged judged = scored("outcome", 1).with(score("process", 0.5));

    Score reward = COMPOSITE.of(Task.DIAGNOSIS, judged).orElseThrow();

    assertThat(reward.name()).isEqualTo("reward");
    assertThat(reward.value()).isCloseTo(0.85, within(1e-12));
    assertThat(reward.explanation().parts())
        .extracting(Explanation::arguments)
        .containsExactly(
            java.util.List.of("outcome", "0.7", "why_outcome"),
            java.util.List.of("process", "0.3", "why_process"));
    assertThat(COMPOSITE.of(Task.DRUG, judged).orElseThrow().value()).isEqualTo(1);
    assertThat(COMPOSITE.names()).containsExactly("outcome", "process");
  }

  @Test
  void missingScoreIsNeverZero() {
    assertThat(COMPOSITE.of(Task.DIAGNOSIS, scored("outcome", 1))).isEmpty();
    assertThat(COMPOSITE.of(Task.DRUG, scored("process", 1))).isEmpty();
    // What has the weight 0 is not asked for.
    assertThat(COMPOSITE.of(Task.DRUG, scored("outcome", 0.4))).isPresent();
  }

  @Test
  void weightsThatSayNothingAreRefused() {
    assertThatThrownBy(() -> Composite.of(Map.of("outcome", 0.0), Map.of()))
        .hasMessage("illegal weights of a composite: all are 0");
    assertThatThrownBy(() -> Composite.of(Map.of("outcome", -1.0), Map.of()))
        .hasMessage("illegal weight of outcome: -1.0, must be finite and not negative");
  }

  private static Judged scored(String name, double value) {
    return Judged.fresh(Rules.answer("肺炎")).with(score(name, value));
  }

  private static Score score(String name, double value) {
    return new Score(name, value, Explanation.of("why_" + name, value));
  }
}
