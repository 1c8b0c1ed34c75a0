package org.twinline.reward.train;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.twinline.reward.djl.BundleCard;

/**
 * What a training gave.
 *
 * @param card as written to the bundle, with the held-out figures
 * @param fits one a dimension, in the order of the card's; of an encoder that learnt only its own
 * @param tuning where the encoder learnt too
 */
public record TrainingResult(
    BundleCard card, List<Fit> fits, Rows rows, Texts texts, Times times, Optional<Tuning> tuning) {
  public TrainingResult {
    fits = List.copyOf(fits);
  }

  /**
   * How one dimension's head was fitted.
   *
   * @param curve one point per epoch
   * @param chosen the epoch and penalty the head was taken from
   */
  public record Fit(String dimension, List<Epoch> curve, Chosen chosen) {
    public Fit {
      curve = List.copyOf(curve);
    }
  }

  /**
   * How an encoder learnt.
   *
   * @param size how many of its numbers learnt
   * @param cutTexts texts of which training read a part, being over its limit of tokens
   */
  public record Tuning(long size, int cutTexts) {}

  /** Distinct texts, and how many of them were not in the cache. */
  public record Texts(int distinct, int encoded) {}

  /**
   * Mean log-losses over the folds, of the best penalty at this epoch.
   *
   * @param number from 0, the untrained head
   */
  public record Epoch(int number, double trainingLoss, double validationLoss) {}

  /** The epoch whose weights were kept, and the L2 strength. */
  public record Chosen(int epoch, double strength) {}

  /**
   * Rows fitted on, held out for the figures, and not used (another language, or an empty field
   * that a template needs).
   */
  public record Rows(int fitted, int heldOut, int unused) {}

  /** Wall time of encoding all texts and of fitting. */
  public record Times(Duration encoding, Duration fitting) {}
}
