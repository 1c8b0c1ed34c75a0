package org.twinline.launcher.run;

import org.twinline.core.triple.Question;

/** Which line a question belongs to. */
final class Route {
  private Route() {}

  /** Whether there is a reference answer of a kind that can be checked. */
  static boolean verifiable(Question question) {
    return !question.reference().isEmpty() && question.traits().answerKind().checkable();
  }
}
