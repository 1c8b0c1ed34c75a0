package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.List;

/** Finds where a chain of thought may state what it concludes. */
public final class LastConclusions {
  /** Behind this place a step that speaks for an answer concludes as well. */
  private static final double END = 0.8;

  private LastConclusions() {}

  /**
   * The last steps that conclude, last first, at most {@code most} of them: those whose action is
   * to conclude, in the last fifth also those that support something, and the very last step unless
   * it asks. None for a blank chain of thought.
   *
   * @param question the question's text
   */
  public static List<Step> of(String question, String cot, int most) {
    List<Step> steps = Steps.of(cot);
    List<ActionReading> actions = ActionReader.read(question, cot, steps);
    List<Step> found = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0 && found.size() < most; i--) {
      boolean last = i + 1 == steps.size() && !asks(steps.get(i).of(cot));
      boolean end = i + 1 >= END * steps.size();
      boolean concludes =
          switch (actions.get(i).action()) {
            case CONCLUDE -> true;
            case SUPPORT -> end;
            case PLAN, RESTATE, RECALL, HYPOTHESISE, EXCLUDE, BACKWARD, REFLECT -> last;
          };
      if (concludes) {
        found.add(steps.get(i));
      }
    }
    return found;
  }

  private static boolean asks(String step) {
    return step.endsWith("?") || step.endsWith("？");
  }
}
