package org.twinline.reward.train;

import java.util.List;

/**
 * A row with the features of its answers: one of a label, two of a comparison.
 *
 * @param fold {@link QuestionSplit#HELD_OUT} or from 0
 */
record EncodedRow(TrainingRow row, int fold, List<float[]> features) {
  EncodedRow {
    features = List.copyOf(features);
  }

  boolean heldOut() {
    return fold == QuestionSplit.HELD_OUT;
  }

  /** Whether the first answer is the right one; that of a comparison is. */
  boolean right() {
    return !(row.judgement() instanceof TrainingRow.Judgement.Labelled labelled)
        || labelled.right();
  }
}
