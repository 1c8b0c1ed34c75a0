package org.twinline.reward.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.twinline.reward.djl.TorchEngine;

/**
 * Fits linear heads by full-batch gradient descent (Adam, Kingma and Ba 2015) on the logistic loss
 * with an L2 penalty.
 *
 * <p>DJL allows one gradient collection at a time in a JVM; so one fit runs at a time.
 */
final class HeadFit {
  /*
   * All fits are columns of one weight matrix, [features, strengths × (folds + 1)]: for every
   * strength one column per fold, trained on the other folds, and one trained on all rows. The
   * columns never mix (the loss is a sum over columns and Adam is elementwise), so they are exactly
   * the separate fits, at the price of one matrix product per epoch. The epoch and strength with
   * the least mean loss on the folds' own rows decide which weights of the last column are kept.
   */
  private static final double LEARNING_RATE = 0.01;
  private static final int PATIENCE = 30;

  /** Of (s_chosen + s_rejected)², after Eisenstein et al. 2023, "Helping or Herding?". */
  static final float LEVEL_PENALTY = 0.01f;

  static final Object COLLECTOR = new Object();

  private final FitProblem problem;
  private final TrainingSettings.Fit settings;
  private final int columns;
  private final Adam weights;
  private final Adam bias;

  private HeadFit(FitProblem problem, TrainingSettings.Fit settings) {
    this.problem = problem;
    this.settings = settings;
    this.columns = settings.strengths().size() * (problem.foldCount() + 1);
    this.weights = new Adam(new float[problem.width() * columns], LEARNING_RATE);
    this.bias = new Adam(new float[columns], LEARNING_RATE);
  }

  /**
   * A fitted head on scaled features.
   *
   * @param outOfFold the logit of every row from the fit that did not see it
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed from one place to another, never compared.
  record Fitted(
      float[] weights,
      float bias,
      double[] outOfFold,
      List<TrainingResult.Epoch> curve,
      TrainingResult.Chosen chosen) {}

  /** Fits a problem; the result depends on nothing but the arguments. */
  static Fitted of(FitProblem problem, TrainingSettings.Fit settings) {
    synchronized (COLLECTOR) {
      return new HeadFit(problem, settings).run();
    }
  }

  private record Losses(double[] training, double[] validation) {}

  private Fitted run() {
    Engine engine = TorchEngine.start();
    int n = problem.rows();
    try (NDManager manager = engine.newBaseManager(Device.cpu())) {
      NDArray features = matrix(manager, problem.features());
      NDArray levels = matrix(manager, problem.levels());
      NDArray signs = manager.create(FloatBuffer.wrap(problem.signs()), new Shape(n, 1));
      NDArray training = mask(manager, (row, fold) -> problem.folds()[row] != fold);
      NDArray validation = mask(manager, (row, fold) -> problem.folds()[row] == fold);
      NDArray penalty = manager.create(penalties(), new Shape(1, columns));
      Best best = new Best();
      List<Losses> losses = new ArrayList<>();
      for (int epoch = 0; epoch <= settings.maximumEpochs(); epoch++) {
        try (NDManager step = manager.newSubManager()) {
          NDArray w = step.create(weights.values, new Shape(problem.width(), columns));
          NDArray b = step.create(bias.values, new Shape(1, columns));
          w.setRequiresGradient(true);
          b.setRequiresGradient(true);
          try (GradientCollector collector = engine.newGradientCollector()) {
            NDArray logits = features.matMul(w).add(b);
            NDArray rowLosses = softplus(logits.mul(signs).neg());
            NDArray loss = rowLosses.mul(training).sum().add(w.square().mul(penalty).sum().div(2));
            if (!problem.bias()) {
              NDArray drift = levels.matMul(w).square().mul(training).sum();
              loss = loss.add(drift.mul(LEVEL_PENALTY));
            }
            collector.backward(loss);
            NDArray trainingLosses = rowLosses.mul(training).sum(new int[] {0});
            NDArray validationLosses = rowLosses.mul(validation).sum(new int[] {0});
            NDList made = new NDList(logits, rowLosses, loss, trainingLosses, validationLosses);
            made.attach(step);
            losses.add(new Losses(doubles(trainingLosses), doubles(validationLosses)));
            if (best.improves(epoch, losses.get(epoch))) {
              best.keep(logits.toFloatArray());
            }
            weights.update(w.getGradient().toFloatArray(), epoch + 1);
            if (problem.bias()) {
              bias.update(b.getGradient().toFloatArray(), epoch + 1);
            }
          }
        }
        if (epoch - best.epoch >= PATIENCE) {
          break;
        }
      }
      return best.fitted(losses);
    }
  }

  private NDArray matrix(NDManager manager, float[][] rows) {
    float[] flat = new float[rows.length * problem.width()];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * problem.width(), problem.width());
    }
    return manager.create(FloatBuffer.wrap(flat), new Shape(rows.length, problem.width()));
  }

  /** log(1 + eˣ) without overflow. */
  static NDArray softplus(NDArray x) {
    return x.maximum(0).add(x.abs().neg().exp().add(1).log());
  }

  @FunctionalInterface
  private interface Membership {
    boolean contains(int row, int fold);
  }

  /** Per column, shares of the rows that belong to it; the last column of a strength has all. */
  private NDArray mask(NDManager manager, Membership membership) {
    int n = problem.rows();
    int stride = problem.foldCount() + 1;
    float[] mask = new float[n * columns];
    for (int column = 0; column < columns; column++) {
      int fold = column % stride;
      IntPredicate member =
          fold == problem.foldCount() ? row -> true : row -> membership.contains(row, fold);
      double count = 0;
      for (int row = 0; row < n; row++) {
        count += member.test(row) ? problem.weights()[row] : 0;
      }
      for (int row = 0; row < n; row++) {
        mask[row * columns + column] =
            member.test(row) ? (float) (problem.weights()[row] / count) : 0;
      }
    }
    return manager.create(FloatBuffer.wrap(mask), new Shape(n, columns));
  }

  private float[] penalties() {
    float[] penalties = new float[columns];
    for (int column = 0; column < columns; column++) {
      penalties[column] = settings.strengths().get(column / (problem.foldCount() + 1)).floatValue();
    }
    return penalties;
  }

  private static double[] doubles(NDArray array) {
    float[] floats = array.toFloatArray();
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  /** The best epoch and strength so far, with what is kept of it. */
  private final class Best {
    int epoch;
    private int strength;
    private double loss = Double.POSITIVE_INFINITY;
    private float[] kept = new float[0];
    private float keptBias;
    private double[] outOfFold = new double[0];

    boolean improves(int atEpoch, Losses losses) {
      boolean improved = false;
      for (int s = 0; s < settings.strengths().size(); s++) {
        double mean = foldMean(losses.validation(), s);
        if (mean < loss) {
          loss = mean;
          epoch = atEpoch;
          strength = s;
          improved = true;
        }
      }
      return improved;
    }

    void keep(float[] logits) {
      int first = strength * (problem.foldCount() + 1);
      int last = first + problem.foldCount();
      kept = new float[problem.width()];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = weights.values[i * columns + last];
      }
      keptBias = bias.values[last];
      outOfFold = new double[problem.rows()];
      for (int row = 0; row < outOfFold.length; row++) {
        outOfFold[row] = logits[row * columns + first + problem.folds()[row]];
      }
    }

    Fitted fitted(List<Losses> losses) {
      List<TrainingResult.Epoch> curve = new ArrayList<>();
      for (int i = 0; i < losses.size(); i++) {
        curve.add(
            new TrainingResult.Epoch(
                i,
                foldMean(losses.get(i).training(), strength),
                foldMean(losses.get(i).validation(), strength)));
      }
      return new Fitted(
          kept,
          keptBias,
          outOfFold,
          curve,
          new TrainingResult.Chosen(epoch, settings.strengths().get(strength)));
    }

    private double foldMean(double[] perColumn, int ofStrength) {
      double sum = 0;
      int first = ofStrength * (problem.foldCount() + 1);
      for (int fold = 0; fold < problem.foldCount(); fold++) {
        sum += perColumn[first + fold];
      }
      return sum / problem.foldCount();
    }
  }
}
