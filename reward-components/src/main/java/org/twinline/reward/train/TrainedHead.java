package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.List;
import org.twinline.reward.djl.Calibration;
import org.twinline.reward.djl.LinearHead;

/**
 * The fitted head of one dimension.
 *
 * @param fitted the rows it was fitted to, in the order of the fit's problem
 */
record TrainedHead(
    String dimension,
    HeadFit.Fitted fit,
    LinearHead head,
    Calibration calibration,
    List<EncodedRow> fitted) {

  /**
   * Fits one dimension to its rows.
   *
   * @param figures how many of the last features are figures, not of vectors
   */
  static TrainedHead of(
      String dimension, List<EncodedRow> rows, int figures, TrainingSettings.Fit settings) {
    FeatureScale scale =
        FeatureScale.of(rows.stream().flatMap(e -> e.features().stream()).toList(), figures);
    List<float[]> features = new ArrayList<>();
    List<float[]> levels = new ArrayList<>();
    List<Float> signs = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    List<EncodedRow> owners = new ArrayList<>();
    for (EncodedRow row : rows) {
      boolean compared = row.row().judgement() instanceof TrainingRow.Judgement.Compared;
      float[] values =
          compared
              ? scale.scaledDifference(row.features().get(0), row.features().get(1))
              : scale.scaled(row.features().get(0));
      int copies = row.row().tie() ? 2 : 1;
      for (int copy = 0; copy < copies; copy++) {
        features.add(values);
        signs.add(copy == 0 && row.right() ? 1f : -1f);
        weights.add(1f / copies);
        owners.add(row);
        if (compared) {
          levels.add(scale.scaledSum(row.features().get(0), row.features().get(1)));
        }
      }
    }
    int[] folds = owners.stream().mapToInt(EncodedRow::fold).toArray();
    HeadFit.Fitted fit =
        HeadFit.of(
            new FitProblem(
                features.toArray(float[][]::new),
                levels.toArray(float[][]::new),
                floats(signs),
                floats(weights),
                folds,
                settings.folds()),
            settings);
    // A comparison says nothing of the bias: 0 on scaled features puts the mean answer at 0.5.
    LinearHead head =
        new LinearHead(
            new float[][] {scale.unscaledWeights(fit.weights())},
            new float[] {scale.unscaledBias(fit.bias(), fit.weights())});
    return new TrainedHead(
        dimension, fit, head, calibration(fit, floats(signs), levels.isEmpty()), owners);
  }

  /**
   * A head that was learnt together with its encoder.
   *
   * @param validation rows that neither has seen, on the features of that encoder
   */
  static TrainedHead learnt(
      String dimension, LinearHead head, TrainingResult.Fit learnt, List<EncodedRow> validation) {
    List<Double> logits = new ArrayList<>();
    List<Float> signs = new ArrayList<>();
    List<EncodedRow> owners = new ArrayList<>();
    boolean pointwise = true;
    for (EncodedRow row : validation) {
      double logit = head.logit(0, row.features().get(0));
      if (row.features().size() > 1) {
        pointwise = false;
        logit -= head.logit(0, row.features().get(1));
      }
      for (int copy = 0; copy < (row.row().tie() ? 2 : 1); copy++) {
        logits.add(logit);
        signs.add(copy == 0 && row.right() ? 1f : -1f);
        owners.add(row);
      }
    }
    HeadFit.Fitted fit =
        new HeadFit.Fitted(
            head.weights(0),
            head.bias(0),
            logits.stream().mapToDouble(Double::doubleValue).toArray(),
            learnt.curve(),
            learnt.chosen());
    return new TrainedHead(
        dimension, fit, head, calibration(fit, floats(signs), pointwise), owners);
  }

  /** From rows the logits' fits did not see. */
  private static Calibration calibration(HeadFit.Fitted fit, float[] signs, boolean pointwise) {
    List<Ranking.Judged> logits = new ArrayList<>();
    for (int i = 0; i < signs.length; i++) {
      logits.add(new Ranking.Judged(fit.outOfFold()[i], signs[i] > 0));
      if (!pointwise) {
        // A difference counts both ways: which of the two answers comes first means nothing.
        logits.add(new Ranking.Judged(-fit.outOfFold()[i], signs[i] < 0));
      }
    }
    Calibration calibration = PlattFit.of(logits);
    return !pointwise && calibration instanceof Calibration.Platt platt
        ? new Calibration.Platt(platt.a(), 0)
        : calibration;
  }

  private static float[] floats(List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }

  /** The score of a row's answer, 0 the first. */
  double score(EncodedRow row, int answer) {
    return calibration.score(head.logit(0, row.features().get(answer)));
  }
}
