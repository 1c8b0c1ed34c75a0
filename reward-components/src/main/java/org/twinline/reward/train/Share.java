package org.twinline.reward.train;

import java.util.Set;

/** What a row is used for: fitting, in one of the folds, or the figures, in one of the splits. */
sealed interface Share {

  /**
   * Used for the fit.
   *
   * @param fold from 0
   */
  record Fitted(int fold) implements Share {}

  /** Used for the figures alone. */
  record HeldOut(Split split) implements Share {}

  /** What of a held-out row the fit has not seen. */
  enum Split {
    /** Its question. */
    QUESTION,
    /** Its phrases and concepts. */
    PHRASE,
    /** Neither its question nor its phrases and concepts. */
    BOTH,
    /** Its kind of corruption. */
    CORRUPTION
  }

  /**
   * The share of a row.
   *
   * @param unseen kinds of corruption that are held out altogether
   */
  static Share of(TrainingRow row, QuestionSplit questions, Set<String> unseen) {
    int fold = questions.fold(row.question());
    boolean heldOut = fold == QuestionSplit.HELD_OUT;
    if (unseen.contains(row.traits().corruption())) {
      return new HeldOut(Split.CORRUPTION);
    }
    if (row.traits().part() == TrainingRow.Part.TEST) {
      return new HeldOut(heldOut ? Split.BOTH : Split.PHRASE);
    }
    return heldOut ? new HeldOut(Split.QUESTION) : new Fitted(fold);
  }
}
