package org.twinline.reward.process;

import org.twinline.core.Require;

/**
 * One step of a chain of thought: a range of its text in UTF-16 units.
 *
 * @param start inclusive
 * @param end exclusive, behind {@code start}
 */
public record Step(int start, int end) {
  public Step {
    Require.argument(
        start >= 0 && end > start, "illegal range of a step: %s-%s, must not be empty", start, end);
  }

  /** The step's text. */
  public String of(String cot) {
    return cot.substring(start, end);
  }

  /** The range as an explanation's argument, {@code 12-17}. */
  String range() {
    return start + "-" + end;
  }
}
