package org.twinline.reward.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twinline.core.Require;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Calibration;
import org.twinline.reward.djl.Encoded;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.EncoderRef;
import org.twinline.reward.djl.Features;
import org.twinline.reward.djl.LinearHead;
import org.twinline.reward.djl.ModelFiles;
import org.twinline.reward.djl.QuestionHash;
import org.twinline.reward.djl.Slots;
import org.twinline.reward.djl.Template;
import org.twinline.reward.djl.Text;
import org.twinline.reward.djl.TextEncoder;
import org.twinline.reward.train.TrainingRow.Judgement;

/**
 * Trains a linear head on a frozen encoder and writes it as a bundle.
 *
 * <p>The share {@code held_out} of the questions, chosen by hash, is touched for the figures alone.
 * On the other questions the head is fitted; folds of them decide when to stop, how strong the L2
 * penalty is and how logits become scores. The same file, settings and type of processor give the
 * same bytes.
 *
 * <p>Every text is encoded once, at some 4,000 tokens a second; the fit itself takes seconds. One
 * training runs at a time in a JVM.
 */
public final class HeadTraining {
  private static final int MAXIMUM_TOKENS = 512;
  private static final double GOLDEN_TOLERANCE = 1e-4;

  /** Fixed texts, so that a card never carries a record of its training file. */
  private static final List<Slots> GOLDEN =
      List.of(
          new Slots("肺炎最常见的症状是什么？", "咳嗽和发热", "多为咳嗽、咳痰伴发热。", "先考虑呼吸道症状。"),
          new Slots("肺炎最常见的症状是什么？", "咳嗽和发热", "多为关节疼痛。", "先考虑关节症状。"),
          new Slots(
              "What is the first choice for anaphylaxis?",
              "intramuscular adrenaline",
              "Adrenaline into the outer thigh.",
              "Airway and circulation come first."));

  private final TrainingSettings settings;
  private final BundleCard.Kind kind;
  private final BundleCard.Inputs inputs;

  private HeadTraining(TrainingSettings settings, BundleCard.Kind kind, List<String> templates) {
    this.settings = settings;
    this.kind = kind;
    this.inputs =
        new BundleCard.Inputs(
            templates.stream().map(Template::parse).toList(),
            Features.PAIR,
            MAXIMUM_TOKENS,
            Text.Truncation.RIGHT);
  }

  /**
   * Trains a verifier with the logistic loss from rows {@code
   * {"question","reference","answer","label":1|0,"language","corruption"}}.
   *
   * @throws IllegalArgumentException if a row is malformed, rows are too few, or the bundle's
   *     folder is not empty
   * @throws org.twinline.reward.djl.UnusableModel if the encoder is missing or damaged
   */
  public static TrainingResult verifier(TrainingSettings settings) {
    return new HeadTraining(settings, BundleCard.Kind.VERIFIER, List.of("{reference}", "{answer}"))
        .run(TrainingFile::labelled);
  }

  /**
   * Trains a preference model with the loss of Bradley and Terry (1952) from rows {@code
   * {"question","chosen","rejected","language","corruption"}}. It scores answers one at a time; the
   * scores of two answers to one question may be compared, others only roughly.
   *
   * @throws IllegalArgumentException if a row is malformed, rows are too few, or the bundle's
   *     folder is not empty
   * @throws org.twinline.reward.djl.UnusableModel if the encoder is missing or damaged
   */
  public static TrainingResult preference(TrainingSettings settings) {
    return new HeadTraining(settings, BundleCard.Kind.PREFERENCE, List.of("{question}", "{answer}"))
        .run(TrainingFile::compared);
  }

  private TrainingResult run(TrainingFile.Form form) {
    Bundle.requireFree(settings.target().folder());
    List<TrainingRow> rows = TrainingFile.read(settings.data(), form);
    EncoderRef encoder = EncoderCard.read(settings.encodersDir().resolve(settings.encoder())).ref();
    long start = System.nanoTime();
    List<EncodedRow> examples = encode(rows, encoder);
    long encoded = System.nanoTime();
    List<EncodedRow> fitted = examples.stream().filter(e -> !e.heldOut()).toList();
    List<EncodedRow> heldOut = examples.stream().filter(EncodedRow::heldOut).toList();
    requireEnough(fitted, heldOut);
    TrainedHead trained = fit(fitted);
    long done = System.nanoTime();
    BundleCard card = card(encoder, trained, rows.size(), fitted, heldOut);
    Bundle.write(settings.target().folder(), card, trained.head());
    return new TrainingResult(
        card,
        trained.fit().curve(),
        trained.fit().chosen(),
        new TrainingResult.Rows(fitted.size(), heldOut.size(), rows.size() - examples.size()),
        new TrainingResult.Times(
            Duration.ofNanos(encoded - start), Duration.ofNanos(done - encoded)));
  }

  private void requireEnough(List<EncodedRow> fitted, List<EncodedRow> heldOut) {
    long folds = fitted.stream().map(EncodedRow::fold).distinct().count();
    Require.argument(
        folds == settings.fit().folds() && !heldOut.isEmpty(),
        "Cannot train on %s: its %s usable rows fill %s of %s folds and %s are held out; more questions are needed",
        settings.data(),
        fitted.size() + heldOut.size(),
        folds,
        settings.fit().folds(),
        heldOut.size());
    for (List<EncodedRow> part : List.of(fitted, heldOut)) {
      if (kind == BundleCard.Kind.VERIFIER) {
        long right = part.stream().filter(EncodedRow::right).count();
        Require.argument(
            right > 0 && right < part.size(),
            "Cannot train on %s: %s of %s %s rows are right; both labels are needed",
            settings.data(),
            right,
            part.size(),
            part == fitted ? "training" : "held-out");
      }
    }
  }

  private List<EncodedRow> encode(List<TrainingRow> rows, EncoderRef encoder) {
    QuestionSplit split = new QuestionSplit(settings.fit());
    List<Text> texts = new ArrayList<>();
    List<TrainingRow> used = new ArrayList<>();
    for (TrainingRow row : rows) {
      List<List<Text>> rendered = slots(row).stream().map(inputs::render).toList();
      if (settings.target().languages().contains(row.language())
          && rendered.stream().noneMatch(List::isEmpty)) {
        used.add(row);
        rendered.forEach(texts::addAll);
      }
    }
    try (TextEncoder session = TextEncoder.open(settings.encodersDir(), encoder)) {
      List<Encoded> vectors = session.encode(texts);
      int width = inputs.templates().size();
      List<EncodedRow> examples = new ArrayList<>();
      int next = 0;
      for (TrainingRow row : used) {
        List<float[]> features = new ArrayList<>();
        for (int i = 0; i < slots(row).size(); i++) {
          features.add(features(vectors.subList(next, next + width)));
          next += width;
        }
        examples.add(new EncodedRow(row, split.fold(row.question()), features));
      }
      return examples;
    }
  }

  private float[] features(List<Encoded> vectors) {
    return inputs.features().of(vectors.stream().map(Encoded::vector).toList());
  }

  private static List<Slots> slots(TrainingRow row) {
    if (row.judgement() instanceof Judgement.Labelled labelled) {
      return List.of(labelled.slots());
    }
    Judgement.Compared compared = (Judgement.Compared) row.judgement();
    return List.of(compared.chosen(), compared.rejected());
  }

  private TrainedHead fit(List<EncodedRow> examples) {
    FeatureScale scale =
        FeatureScale.of(examples.stream().flatMap(e -> e.features().stream()).toList());
    int n = examples.size();
    float[][] features = new float[n][];
    float[] signs = new float[n];
    int[] folds = new int[n];
    boolean pointwise = kind == BundleCard.Kind.VERIFIER;
    float[][] levels = new float[pointwise ? 0 : n][];
    for (int i = 0; i < n; i++) {
      EncodedRow example = examples.get(i);
      folds[i] = example.fold();
      signs[i] = 1;
      if (example.row().judgement() instanceof Judgement.Labelled labelled) {
        features[i] = scale.scaled(example.features().get(0));
        signs[i] = labelled.right() ? 1 : -1;
      } else {
        features[i] = scale.scaledDifference(example.features().get(0), example.features().get(1));
        levels[i] = scale.scaledSum(example.features().get(0), example.features().get(1));
      }
    }
    HeadFit.Fitted fit =
        HeadFit.of(
            new FitProblem(features, levels, signs, folds, settings.fit().folds()), settings.fit());
    // A comparison says nothing of the bias: 0 on scaled features puts the mean answer at 0.5.
    LinearHead head =
        new LinearHead(
            new float[][] {scale.unscaledWeights(fit.weights())},
            new float[] {scale.unscaledBias(fit.bias(), fit.weights())});
    return new TrainedHead(fit, head, calibration(fit, signs, pointwise));
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
    return pointwise ? calibration : new Calibration(calibration.a(), 0);
  }

  private BundleCard card(
      EncoderRef encoder,
      TrainedHead trained,
      int rows,
      List<EncodedRow> fitted,
      List<EncodedRow> heldOut) {
    TrainingSettings.Target target = settings.target();
    TreeSet<String> hashes =
        fitted.stream()
            .map(example -> QuestionHash.of(example.row().question()))
            .collect(Collectors.toCollection(TreeSet::new));
    String dataSha256;
    try {
      dataSha256 = ModelFiles.sha256(settings.data());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read training file " + settings.data(), e);
    }
    return new BundleCard(
        new BundleCard.Identity(target.name(), kind, target.licence(), target.languages()),
        encoder,
        inputs,
        new BundleCard.Outputs(
            List.of(
                new BundleCard.Dimension(
                    kind.name().toLowerCase(Locale.ROOT), trained.calibration())),
            ModelFiles.sha256(trained.head().toBytes())),
        new BundleCard.Evidence(
            new BundleCard.Training(
                target.command(), dataSha256, rows, settings.fit().seed(), List.copyOf(hashes)),
            new HeldOutFigures(kind, trained).quality(fitted, heldOut),
            golden(encoder, trained)));
  }

  private BundleCard.Golden golden(EncoderRef encoder, TrainedHead trained) {
    try (TextEncoder session = TextEncoder.open(settings.encodersDir(), encoder)) {
      List<BundleCard.Example> examples = new ArrayList<>();
      for (Slots slots : GOLDEN) {
        List<Encoded> vectors = session.encode(inputs.render(slots));
        double logit = trained.head().logit(0, features(vectors));
        examples.add(new BundleCard.Example(slots, List.of(trained.calibration().score(logit))));
      }
      return new BundleCard.Golden(GOLDEN_TOLERANCE, examples);
    }
  }
}
