package org.twinline.reward.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.twinline.reward.djl.TrainableEncoder;

/** Some rows that are learnt from at once; each of their texts is encoded once. */
final class TuningBatch {
  /** Padded tokens of a batch at most, unless one row has more; bounds the memory. */
  static final int TOKENS = 2_048;

  private final List<TuningRow> rows = new ArrayList<>();
  private final Map<long[], Integer> texts = new IdentityHashMap<>();
  private final List<long[]> tokens = new ArrayList<>();
  private int padded;

  /**
   * The losses of a batch.
   *
   * @param total what is minimised
   * @param data its log-loss alone, the sum over rows and dimensions
   * @param weight of rows and dimensions in {@code data}
   */
  record Losses(NDArray total, NDArray data, double weight) {}

  /** Adds a row unless it would make the batch too large. */
  boolean add(TuningRow row) {
    int more = 0;
    for (TuningRow.Answer answer : row.answers()) {
      more += cost(answer.first()) + cost(answer.second());
    }
    if (!rows.isEmpty() && padded + more > TOKENS) {
      return false;
    }
    rows.add(row);
    for (TuningRow.Answer answer : row.answers()) {
      take(answer.first());
      take(answer.second());
    }
    return true;
  }

  private int cost(long[] text) {
    return texts.containsKey(text) ? 0 : TrainableEncoder.padded(text.length);
  }

  private void take(long[] text) {
    padded += cost(text);
    if (texts.putIfAbsent(text, tokens.size()) == null) {
      tokens.add(text);
    }
  }

  int size() {
    return rows.size();
  }

  int paddedTokens() {
    return padded;
  }

  /** Computes the losses; whether gradients are collected is the caller's business. */
  Losses losses(
      NDManager batch, TrainableEncoder encoder, TuningHead head, TuningHead.InBatch numbers) {
    TrainableEncoder.Vectors vectors = encoder.encode(batch, tokens);
    List<TuningRow.Answer> answers = rows.stream().flatMap(r -> r.answers().stream()).toList();
    int texts = tokens.size();
    float[] first = new float[answers.size() * texts];
    float[] second = new float[answers.size() * texts];
    int width = answers.get(0).figures().length;
    float[] figures = new float[answers.size() * width];
    for (int a = 0; a < answers.size(); a++) {
      first[a * texts + place(answers.get(a).first(), vectors)] = 1;
      second[a * texts + place(answers.get(a).second(), vectors)] = 1;
      System.arraycopy(answers.get(a).figures(), 0, figures, a * width, width);
    }
    Shape selection = new Shape(answers.size(), texts);
    NDArray logits =
        numbers.logits(
            batch.create(first, selection).matMul(vectors.rows()),
            batch.create(second, selection).matMul(vectors.rows()),
            batch.create(figures, new Shape(answers.size(), width)));
    return losses(batch, logits, head, numbers);
  }

  private int place(long[] text, TrainableEncoder.Vectors vectors) {
    return vectors.places().get(texts.getOrDefault(text, 0));
  }

  private Losses losses(
      NDManager batch, NDArray logits, TuningHead head, TuningHead.InBatch numbers) {
    int dimensions = head.dimensions();
    int answers = (int) logits.getShape().get(0);
    float[] difference = new float[rows.size() * answers];
    float[] sum = new float[rows.size() * answers];
    float[] better = new float[rows.size() * dimensions];
    float[] worse = new float[rows.size() * dimensions];
    double weight = 0;
    int next = 0;
    for (int r = 0; r < rows.size(); r++) {
      EncodedRow row = rows.get(r).row();
      for (int a = 0; a < rows.get(r).answers().size(); a++) {
        difference[r * answers + next] = a == 0 ? 1 : -1;
        sum[r * answers + next] = 1;
        next++;
      }
      for (int d = 0; d < dimensions; d++) {
        if (HeadTraining.concerns(row.row(), head.dimension(d))) {
          float right = row.row().tie() ? 0.5f : row.right() ? 1 : 0;
          better[r * dimensions + d] = right;
          worse[r * dimensions + d] = 1 - right;
          weight++;
        }
      }
    }
    Shape toRows = new Shape(rows.size(), answers);
    Shape byRow = new Shape(rows.size(), dimensions);
    NDArray margins = batch.create(difference, toRows).matMul(logits);
    NDArray wins = batch.create(better, byRow);
    NDArray losses = batch.create(worse, byRow);
    NDArray data =
        HeadFit.softplus(margins.neg())
            .mul(wins)
            .sum()
            .add(HeadFit.softplus(margins).mul(losses).sum());
    NDArray total = data.div(rows.size()).add(numbers.penalty());
    if (answers > rows.size()) {
      NDArray levels = batch.create(sum, toRows).matMul(logits).square().mul(wins.add(losses));
      total = total.add(levels.sum().mul(HeadFit.LEVEL_PENALTY / rows.size()));
    }
    return new Losses(total, data, weight);
  }
}
