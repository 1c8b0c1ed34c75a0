package org.twinline.reward.train;

import java.util.List;

/**
 * A row with the features of its answers: one of a label, two of a comparison.
 *
 * @param share what the row is used for
 */
record EncodedRow(TrainingRow row, Share share, List<float[]> features) {
  EncodedRow {
    features = List.copyOf(features);
  }

  boolean fitted() {
    return share instanceof Share.Fitted;
  }

  /** The fold of a fitted row. */
  int fold() {
    return ((Share.Fitted) share).fold();
  }

  /** The same row in the fold before its own. */
  EncodedRow inFoldBefore() {
    return new EncodedRow(row, new Share.Fitted(fold() - 1), features);
  }

  boolean right() {
    return row.right();
  }
}
