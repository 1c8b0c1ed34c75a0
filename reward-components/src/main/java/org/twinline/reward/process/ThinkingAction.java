package org.twinline.reward.process;

import java.util.Locale;

/**
 * What a step of a chain of thought mainly does. Where a step does several things, that is what it
 * comes to: a fact told again to rule something out is {@link #EXCLUDE}.
 */
public enum ThinkingAction {
  /** Says what will be looked at, or what the task demands, without medical content of its own. */
  PLAN,
  /** Says facts of the question again. */
  RESTATE,
  /** Recalls medical knowledge that holds for anybody. */
  RECALL,
  /** Names possible answers without weighing them. */
  HYPOTHESISE,
  /** Weighs findings or knowledge in favour of a hypothesis, or reads a finding's meaning. */
  SUPPORT,
  /** Weighs against a hypothesis or rules it out. */
  EXCLUDE,
  /** Assumes an answer and works from it to what would follow. */
  BACKWARD,
  /** Checks, doubts, corrects or confirms the reasoning itself. */
  REFLECT,
  /** States the answer or what was decided. */
  CONCLUDE;

  /** The code in files and explanations: the name in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
