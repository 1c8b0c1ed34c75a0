package org.twinline.reward.corrupt;

import java.util.Locale;
import org.twinline.reward.djl.QuestionHash;

/**
 * The half of the world a row belongs to. Questions fall into a part by the hash of their text,
 * phrases by their table, concepts by their family's hash; a row is only made of what belongs to
 * its question's part. So a model that is trained on one part meets no question, phrase or swapped
 * concept of it in the other.
 */
public enum Part {
  TRAIN,
  TEST;

  /** The share of {@link #TEST} among questions and concept families, in percent. */
  static final int TEST_PERCENT = 30;

  private static final int PERCENT = 100;

  /** The name as it is written in files, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The part of a question by its text, white space, punctuation and case aside. */
  public static Part ofQuestion(String question) {
    return of("question", QuestionHash.of(question));
  }

  static Part of(String what, String key) {
    return Draw.of("part", what, key).below(PERCENT) < TEST_PERCENT ? TEST : TRAIN;
  }
}
