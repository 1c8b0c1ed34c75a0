package org.twinline.reward.train;

import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.EncoderPlace;
import org.twinline.reward.djl.LinearHead;
import org.twinline.reward.djl.TextEncoder;
import org.twinline.reward.djl.TrainableEncoder;

/**
 * Trains an encoder's last layers together with the heads on it.
 *
 * <p>The heads begin as those fitted to the frozen encoder. Rows of one fold of questions are never
 * learnt from: the epoch with the least loss on them is kept, and they bring the logits to scale.
 * The order of rows in an epoch is that of a hash of seed, epoch and place.
 */
final class EncoderTuning {
  /** The fold that decides when to stop. */
  static final int VALIDATION = 0;

  private static final int PATIENCE = 2;

  private final TrainingSettings settings;
  private final BundleCard.Inputs inputs;
  private final List<TrainingResult.Epoch> curve = new ArrayList<>();

  EncoderTuning(TrainingSettings settings, BundleCard.Inputs inputs) {
    this.settings = settings;
    this.inputs = inputs;
  }

  /**
   * What was learnt.
   *
   * @param epoch that was kept; 0 where training made nothing better
   * @param heads one a dimension, on plain features of the new encoder
   * @param encoder with what it learnt; empty where nothing became better
   * @param cutTexts texts over the limit, of which training read a part
   */
  record Learnt(
      List<TrainingResult.Epoch> curve,
      int epoch,
      List<LinearHead> heads,
      Optional<EncoderPlace> encoder,
      long size,
      int cutTexts) {

    /** The heads' penalties are those they began with. */
    TrainingResult.Chosen chosen() {
      return new TrainingResult.Chosen(epoch, 0);
    }
  }

  /**
   * Trains.
   *
   * @param start heads of the frozen encoder that have not seen the rows of the validation fold
   * @param fitted rows of all folds
   * @param folder takes the new encoder
   */
  Learnt run(EncoderPlace place, List<TrainedHead> start, List<EncodedRow> fitted, Path folder)
      throws IOException {
    TrainingSettings.Tuning tuning = settings.tuning().orElseThrow();
    TuningRow.All all;
    try (TextEncoder tokens = TextEncoder.open(place)) {
      all = TuningRow.of(fitted, inputs, tuning.maximumTokens(), tokens);
    }
    List<TuningRow> training = part(all.rows(), false);
    List<TuningRow> validation = part(all.rows(), true);
    List<EncodedRow> learntFrom = training.stream().map(TuningRow::row).toList();
    boolean labels = training.get(0).answers().size() == 1;
    TuningHead head =
        new TuningHead(
            start,
            FeatureScale.of(
                learntFrom.stream().flatMap(row -> row.features().stream()).toList(),
                inputs.features().figures()),
            learntFrom,
            labels,
            tuning.learningRate());
    synchronized (HeadFit.COLLECTOR) {
      try (TrainableEncoder encoder =
          TrainableEncoder.open(place, tuning.layers(), tuning.learningRate())) {
        List<LinearHead> heads = head.heads();
        SortedMap<String, byte[]> weights = new TreeMap<>();
        double least = loss(validation, encoder, head);
        curve.add(new TrainingResult.Epoch(0, loss(training, encoder, head), least));
        int kept = 0;
        for (int epoch = 1; epoch <= tuning.epochs() && epoch - kept <= PATIENCE; epoch++) {
          double fit = pass(training, encoder, head, epoch);
          double check = loss(validation, encoder, head);
          curve.add(new TrainingResult.Epoch(epoch, fit, check));
          if (check < least) {
            least = check;
            kept = epoch;
            heads = head.heads();
            weights = encoder.learnt();
          }
        }
        Optional<EncoderPlace> better =
            kept == 0
                ? Optional.empty()
                : Optional.of(encoder.write(folder, settings.target().name(), weights));
        return new Learnt(List.copyOf(curve), kept, heads, better, encoder.size(), all.cutTexts());
      }
    }
  }

  private static List<TuningRow> part(List<TuningRow> rows, boolean validation) {
    return rows.stream().filter(row -> row.row().fold() == VALIDATION == validation).toList();
  }

  /** One pass over the rows that learns; the mean loss of the batches, each before its step. */
  private double pass(List<TuningRow> rows, TrainableEncoder encoder, TuningHead head, int epoch) {
    double sum = 0;
    double weight = 0;
    for (TuningBatch batch : batches(shuffled(rows, epoch))) {
      try (NDManager manager = encoder.newManager()) {
        TuningHead.InBatch numbers = head.new InBatch(manager);
        try (GradientCollector collector = encoder.collector()) {
          TuningBatch.Losses losses = batch.losses(manager, encoder, head, numbers);
          collector.backward(losses.total());
          sum += losses.data().getFloat();
          weight += losses.weight();
          numbers.step();
        }
        if (numbers.teaches()) {
          encoder.step();
        }
      }
    }
    return sum / weight;
  }

  /** The mean loss of rows, without learning. */
  private static double loss(List<TuningRow> rows, TrainableEncoder encoder, TuningHead head) {
    double sum = 0;
    double weight = 0;
    for (TuningBatch batch : batches(rows)) {
      try (NDManager manager = encoder.newManager()) {
        TuningBatch.Losses losses = batch.losses(manager, encoder, head, head.new InBatch(manager));
        sum += losses.data().getFloat();
        weight += losses.weight();
      }
    }
    return sum / weight;
  }

  private static List<TuningBatch> batches(List<TuningRow> rows) {
    List<TuningBatch> batches = new ArrayList<>();
    for (TuningRow row : rows) {
      if (batches.isEmpty() || !batches.get(batches.size() - 1).add(row)) {
        TuningBatch next = new TuningBatch();
        next.add(row);
        batches.add(next);
      }
    }
    return batches;
  }

  private List<TuningRow> shuffled(List<TuningRow> rows, int epoch) {
    record Placed(double key, TuningRow row) {}
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      long place = settings.fit().seed() + ((long) epoch << 32) + i;
      placed.add(new Placed(QuestionSplit.unit(place * QuestionSplit.SALT), rows.get(i)));
    }
    placed.sort(Comparator.comparingDouble(Placed::key));
    return placed.stream().map(Placed::row).toList();
  }
}
