package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.twinline.core.Require;
import org.twinline.reward.djl.Calibration;

/**
 * Isotonic regression of labels on logits by pooling adjacent violators (Ayer et al. 1955; as a
 * calibration Zadrozny and Elkan 2002). Each block is one point, its mean logit and share of right
 * labels; between blocks the scale is a line.
 */
final class IsotonicFit {
  /** Fewer labels of either kind would make a scale of a few steps. */
  static final int LEAST = 20;

  private IsotonicFit() {}

  private static final class Block {
    private double logits;
    private double right;
    private int n;

    Block(Ranking.Judged row) {
      logits = row.value();
      right = row.right() ? 1 : 0;
      n = 1;
    }

    void add(Block other) {
      logits += other.logits;
      right += other.right;
      n += other.n;
    }

    double share() {
      return right / n;
    }

    double logit() {
      return logits / n;
    }
  }

  /**
   * The scale of labelled logits.
   *
   * @throws IllegalArgumentException with fewer than {@value #LEAST} right or wrong ones
   */
  static Calibration of(List<Ranking.Judged> rows) {
    long right = rows.stream().filter(Ranking.Judged::right).count();
    Require.argument(
        right >= LEAST && rows.size() - right >= LEAST,
        "Cannot calibrate on %s right and %s wrong rows, at least %s of each are needed",
        right,
        rows.size() - right,
        LEAST);
    List<Ranking.Judged> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingDouble(Ranking.Judged::value));
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < sorted.size(); ) {
      Block block = new Block(sorted.get(i));
      double logit = sorted.get(i++).value();
      // Equal logits are one point.
      while (i < sorted.size() && sorted.get(i).value() == logit) {
        block.add(new Block(sorted.get(i++)));
      }
      while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).share() >= block.share()) {
        Block before = blocks.remove(blocks.size() - 1);
        before.add(block);
        block = before;
      }
      blocks.add(block);
    }
    return new Calibration.Isotonic(
        blocks.stream().map(Block::logit).toList(), blocks.stream().map(Block::share).toList());
  }
}
