package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Score;
import org.twinline.terminology.Terminology;

/**
 * Judges the reasoning of a candidate by rules: its steps, what each does, how hard it was, how
 * good it is. The answer plays no part in it.
 *
 * <p>The score {@code process} is the weighted mean of the steps (0.3), medical logic (0.35), clear
 * structure (0.15) and completeness (0.2); without completeness, of the rest. Deterministic; linear
 * in the length of the chain of thought; thread-safe. The terminology is shared and not closed
 * here; without one only the options of a question are known as possible answers.
 */
public final class ProcessReward {
  /** The score's name. */
  public static final String NAME = "process";

  private static final double STEPS_WEIGHT = 0.3;

  /** So many steps with comments are told in the explanation, the worst first. */
  private static final int SHOWN = 8;

  private final Optional<Terminology> terminology;

  private ProcessReward(Optional<Terminology> terminology) {
    this.terminology = terminology;
  }

  /** Rules that know the concepts of a terminology, or only the options of a question. */
  public static ProcessReward rules(Optional<Terminology> terminology) {
    return new ProcessReward(terminology);
  }

  /** Rules that know only the options of a question. */
  public static ProcessReward withoutTerminology() {
    return new ProcessReward(Optional.empty());
  }

  /** Judges the chain of thought, what its steps do being read by words. */
  public ProcessJudgement judge(Question question, Candidate candidate) {
    List<Step> steps = Steps.of(candidate.cot());
    return judge(
        question,
        candidate,
        ActionReader.read(question.prompt().lastUserContent(), candidate.cot(), steps));
  }

  /**
   * Judges the chain of thought.
   *
   * @param actions what each of its {@link Steps} does
   * @throws IllegalArgumentException if these are not as many as its steps
   */
  public ProcessJudgement judge(
      Question question, Candidate candidate, List<ActionReading> actions) {
    String cot = candidate.cot();
    List<Step> all = Steps.of(cot);
    Require.argument(
        all.size() == actions.size(),
        "Cannot judge %s steps by %s actions",
        all.size(),
        actions.size());
    String asked = question.prompt().lastUserContent();
    Reasoning reasoning = Reasoning.of(question, cot, all, actions, terminology);
    if (reasoning.size() == 0) {
      return ProcessJudgement.NONE;
    }
    List<JudgedStep> steps = StepRules.judge(reasoning, asked);
    List<Explanation> parts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    parts.add(steps(steps));
    weights.add(STEPS_WEIGHT);
    List<Score> scores = new ArrayList<>();
    for (Quality quality : Quality.values()) {
      Optional<Explanation> given =
          switch (quality) {
            case MEDICAL_LOGIC -> Optional.of(Logic.of(reasoning, steps));
            case CLEAR_STRUCTURE -> Optional.of(Structure.of(reasoning, steps));
            case COMPLETENESS -> Completeness.of(asked, cot);
          };
      given.ifPresent(
          explanation -> {
            parts.add(explanation);
            weights.add(quality.weight());
            scores.add(new Score(quality.score(), explanation.value(), explanation));
          });
    }
    Explanation whole = Explanation.weightedMean(NAME, parts, weights);
    scores.add(0, new Score(NAME, whole.value(), whole));
    return new ProcessJudgement(
        steps, ReasoningMethod.of(reasoning), Optional.of(Difficulty.of(reasoning)), scores);
  }

  /** The mean of the steps' scores; parts are the worst steps. */
  private static Explanation steps(List<JudgedStep> steps) {
    double mean = steps.stream().mapToDouble(JudgedStep::score).sum() / steps.size();
    List<Explanation> worst =
        steps.stream()
            .filter(step -> step.score() < 1)
            .sorted(Comparator.comparingDouble(JudgedStep::score))
            .limit(SHOWN)
            .map(JudgedStep::explanation)
            .toList();
    return new Explanation(
        "steps", Math.min(1, mean), List.of(Integer.toString(steps.size())), worst);
  }
}
