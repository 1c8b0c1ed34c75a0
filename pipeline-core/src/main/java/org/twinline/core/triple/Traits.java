package org.twinline.core.triple;

/** What a record says of itself; each part may be {@code UNSTATED}. */
public record Traits(Task task, AnswerKind answerKind, Language language) {
  public static final Traits UNSTATED =
      new Traits(Task.UNSTATED, AnswerKind.UNSTATED, Language.UNSTATED);
}
