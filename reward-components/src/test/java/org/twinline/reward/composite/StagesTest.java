package org.twinline.reward.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static final Composite OUTCOME = Composite.of(Map.of("outcome", 1.0), Map.of());

  @Test
  void theFirstBandThatHoldsAPassRateIsItsStage() {
    Stages stages = Stages.of(List.of(stage("early", 0.6, 0.9), stage("late", 0.1, 0.6)));

    assertThat(stages.of(0.9).orElseThrow().name()).isEqualTo("early");
    assertThat(stages.of(0.6).orElseThrow().name()).isEqualTo("early");
    assertThat(stages.of(0.1).orElseThrow().name()).isEqualTo("late");
    assertThat(stages.of(0.95)).isEmpty();
    assertThat(stages.of(0)).isEmpty();
    assertThat(Stages.NONE.of(0.5)).isEmpty();
  }

  @Test
  void illegalStagesAreRefused() {
    assertThatThrownBy(() -> stage("a b", 0, 1))
        .hasMessage("illegal name of a stage: 'a b', letters, digits and . _ -");
    assertThatThrownBy(() -> stage("a", 0.5, 0.4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Stages.of(List.of(stage("a", 0, 1), stage("a", 0, 1))))
        .hasMessage("two stages have the name 'a'");
  }

  private static Stages.Stage stage(String name, double low, double high) {
    return new Stages.Stage(name, low, high, OUTCOME);
  }
}
