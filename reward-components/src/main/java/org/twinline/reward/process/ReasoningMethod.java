package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a chain of thought comes to its conclusion; several may hold. */
public enum ReasoningMethod {
  /** At least two steps rule something out. */
  EXCLUSION,
  /** At least one step works from a supposed answer. */
  BACKWARD,
  /**
   * Answers compete: at least two are named or raised, with a step for one and a step against one.
   */
  DIFFERENTIAL;

  /** The code in files: the name in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<ReasoningMethod> of(Reasoning reasoning) {
    long excluded = reasoning.count(ThinkingAction.EXCLUDE);
    long raised = Math.max(reasoning.count(ThinkingAction.HYPOTHESISE), reasoning.hypotheses());
    List<ReasoningMethod> methods = new ArrayList<>();
    if (excluded >= 2) {
      methods.add(EXCLUSION);
    }
    if (reasoning.count(ThinkingAction.BACKWARD) > 0) {
      methods.add(BACKWARD);
    }
    if (raised >= 2 && excluded > 0 && reasoning.count(ThinkingAction.SUPPORT) > 0) {
      methods.add(DIFFERENTIAL);
    }
    return methods;
  }
}
