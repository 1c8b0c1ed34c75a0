package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.twinline.reward.djl.QuestionHash;

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
   * The shares of all rows of a file.
   *
   * @param unseen kinds of corruption that are held out altogether
   */
  static List<Share> of(List<TrainingRow> rows, QuestionSplit questions, Set<String> unseen) {
    List<Share> shares = new ArrayList<>();
    Set<String> fitted = new HashSet<>();
    for (TrainingRow row : rows) {
      boolean test = row.traits().part() == TrainingRow.Part.TEST;
      int fold = questions.fold(row.question());
      if (unseen.contains(row.traits().corruption())) {
        shares.add(new HeldOut(Split.CORRUPTION));
      } else if (test) {
        shares.add(new HeldOut(Split.PHRASE));
      } else if (fold == QuestionSplit.HELD_OUT) {
        shares.add(new HeldOut(Split.QUESTION));
      } else {
        shares.add(new Fitted(fold));
        fitted.add(QuestionHash.of(row.question()));
      }
    }
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).equals(new HeldOut(Split.PHRASE))
          && !fitted.contains(QuestionHash.of(rows.get(i).question()))) {
        shares.set(i, new HeldOut(Split.BOTH));
      }
    }
    return shares;
  }
}
