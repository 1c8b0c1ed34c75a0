package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of a step's content ({@link ShingleReader}) is told for the first time.
 *
 * @param fresh the share that neither the question nor an earlier step has
 * @param told the share that an earlier step has, but not the question
 * @param asked the share that the question has
 * @param count how many pieces are fresh
 */
record Novelty(double fresh, double told, double asked, int count) {
  private static final Novelty NONE = new Novelty(0, 0, 0, 0);

  /** Of each step in order. */
  static List<Novelty> of(Set<String> question, List<Set<String>> steps) {
    List<Novelty> all = new ArrayList<>(steps.size());
    Set<String> earlier = new HashSet<>();
    for (Set<String> step : steps) {
      all.add(step.isEmpty() ? NONE : of(question, earlier, step));
      earlier.addAll(step);
    }
    return all;
  }

  private static Novelty of(Set<String> question, Set<String> earlier, Set<String> step) {
    int asked = 0;
    int told = 0;
    for (String piece : step) {
      if (question.contains(piece)) {
        asked++;
      } else if (earlier.contains(piece)) {
        told++;
      }
    }
    double size = step.size();
    int fresh = step.size() - asked - told;
    return new Novelty(fresh / size, told / size, asked / size, fresh);
  }

  boolean nothing() {
    return fresh + told + asked == 0;
  }
}
