package org.twinline.reward.train;

import org.twinline.reward.djl.Calibration;
import org.twinline.reward.djl.LinearHead;

/** A fitted head on plain features, with its scale. */
record TrainedHead(HeadFit.Fitted fit, LinearHead head, Calibration calibration) {

  /** The score of a row's answer, 0 the first. */
  double score(EncodedRow row, int answer) {
    return calibration.score(head.logit(0, row.features().get(answer)));
  }
}
