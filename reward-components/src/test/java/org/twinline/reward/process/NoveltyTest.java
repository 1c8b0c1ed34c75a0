package org.twinline.reward.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoveltyTest {
  @Test
  void sharesTellWhatIsNewToldOrAsked() {
    List<Novelty> all =
        Novelty.of(
            Set.of("knee", "pain"),
            List.of(Set.of("knee", "gout"), Set.of(), Set.of("gout", "pain", "urate", "crystals")));
    assertThat(all)
        .containsExactly(
            new Novelty(0.5, 0, 0.5, 1), new Novelty(0, 0, 0, 0), new Novelty(0.5, 0.25, 0.25, 2));
    assertThat(all.get(0).nothing()).isFalse();
    assertThat(all.get(1).nothing()).isTrue();
  }

  @Test
  void featuresHavePairsAndNovelty() {
    String cot = "Gout is common.\nIf gout were it, urate crystals would show.";
    List<Step> steps = Steps.of(cot);
    Map<String, Double> features = ActionFeatures.of("What swells?", cot, steps).at(1);
    assertThat(features).containsKeys("q:if … were", "q:if … would", "y:freshen", "y:tolden");
    assertThat(features).doesNotContainKeys("q:if … gout", "q:if … .", "y:askeden");
  }
}
