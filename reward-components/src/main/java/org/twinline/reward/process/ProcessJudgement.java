package org.twinline.reward.process;

import java.util.List;
import java.util.Optional;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Score;

/**
 * What was made of a chain of thought. Without one all parts are empty: a missing score is missing.
 *
 * @param methods in the order of {@link ReasoningMethod}
 * @param difficulty of the reasoning, in [0,1); no quality, so no score
 * @param scores {@code process} first, then those of {@link Quality} that could be given
 */
public record ProcessJudgement(
    List<JudgedStep> steps,
    List<ReasoningMethod> methods,
    Optional<Explanation> difficulty,
    List<Score> scores) {
  static final ProcessJudgement NONE =
      new ProcessJudgement(List.of(), List.of(), Optional.empty(), List.of());

  public ProcessJudgement {
    steps = List.copyOf(steps);
    methods = List.copyOf(methods);
    scores = List.copyOf(scores);
  }

  /** The score of that name. */
  public Optional<Score> score(String name) {
    return scores.stream().filter(score -> score.name().equals(name)).findFirst();
  }
}
