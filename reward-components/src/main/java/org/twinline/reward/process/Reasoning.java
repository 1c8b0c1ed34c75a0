package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.triple.Question;
import org.twinline.terminology.Terminology;

/**
 * A chain of thought as read once for all that is judged of it.
 *
 * @param actions of each step
 * @param names the possible answers each step names
 */
record Reasoning(
    String cot,
    List<Step> steps,
    List<ActionReading> actions,
    List<List<PossibleAnswers.Named>> names) {
  Reasoning {
    steps = List.copyOf(steps);
    actions = List.copyOf(actions);
    names = List.copyOf(names);
  }

  /**
   * Reads a chain of thought.
   *
   * @param actions of its steps
   */
  static Reasoning of(
      Question question,
      String cot,
      List<Step> steps,
      List<ActionReading> actions,
      Optional<Terminology> terminology) {
    List<PossibleAnswers.Named> all = PossibleAnswers.of(question, terminology).in(cot);
    List<List<PossibleAnswers.Named>> names = new ArrayList<>();
    int at = 0;
    for (Step step : steps) {
      List<PossibleAnswers.Named> own = new ArrayList<>();
      while (at < all.size() && all.get(at).start() < step.end()) {
        if (all.get(at).start() >= step.start()) {
          own.add(all.get(at));
        }
        at++;
      }
      names.add(List.copyOf(own));
    }
    return new Reasoning(cot, steps, actions, names);
  }

  int size() {
    return steps.size();
  }

  ThinkingAction action(int step) {
    return actions.get(step).action();
  }

  long count(ThinkingAction action) {
    return actions.stream().filter(reading -> reading.action() == action).count();
  }

  /** How many different possible answers are named. */
  long hypotheses() {
    return names.stream()
        .flatMap(List::stream)
        .mapToInt(PossibleAnswers.Named::key)
        .distinct()
        .count();
  }

  /** The first answer a step affirms, −1 where there is none. */
  int affirmed(int step) {
    return names.get(step).stream()
        .filter(PossibleAnswers.Named::affirmed)
        .mapToInt(PossibleAnswers.Named::key)
        .findFirst()
        .orElse(-1);
  }

  /** The last step that concludes and names an answer, −1 where there is none. */
  int lastConclusion() {
    for (int i = size() - 1; i >= 0; i--) {
      if (action(i) == ThinkingAction.CONCLUDE && affirmed(i) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * What a step rules out: what it denies, and the answer it names without denying it where that is
   * only one.
   */
  Set<Integer> excluded(int step) {
    if (action(step) != ThinkingAction.EXCLUDE) {
      return Set.of();
    }
    Set<Integer> out = keys(step, false);
    Set<Integer> named = keys(step, true);
    if (named.size() == 1) {
      out.addAll(named);
    }
    return out;
  }

  private Set<Integer> keys(int step, boolean affirmed) {
    Set<Integer> keys = new LinkedHashSet<>();
    names.get(step).stream()
        .filter(named -> named.affirmed() == affirmed)
        .forEach(named -> keys.add(named.key()));
    return keys;
  }
}
