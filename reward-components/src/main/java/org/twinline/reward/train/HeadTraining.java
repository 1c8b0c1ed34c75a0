package org.twinline.reward.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twinline.core.Require;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Encoded;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.EncoderRef;
import org.twinline.reward.djl.LinearHead;
import org.twinline.reward.djl.ModelFiles;
import org.twinline.reward.djl.QuestionHash;

/**
 * Trains linear heads on a frozen encoder and writes them as a bundle.
 *
 * <p>A share of the questions, chosen by hash, is touched for the figures alone, and so is every
 * row of the file's test part and of the kinds of corruption that are to be unseen ({@link Share}).
 * On the other rows one head a dimension is fitted; folds of their questions decide when to stop,
 * how strong the L2 penalty is and how logits become scores. The same file, settings and type of
 * processor give the same bytes.
 *
 * <p>Every text is encoded once, at some 4,000 tokens a second and thread, or taken from the cache;
 * the fit itself takes seconds. One training runs at a time in a JVM.
 */
public final class HeadTraining {
  private final TrainingSettings settings;
  private final TrainingKind kind;
  private final RowEncoder encoding;

  private HeadTraining(TrainingSettings settings, TrainingKind kind) {
    this.settings = settings;
    this.kind = kind;
    this.encoding = new RowEncoder(kind.inputs(), settings.target().languages());
  }

  /**
   * Trains a bundle from JSONL rows {@code {"question","language"}}, optional {@code "id",
   * "corruption", "dimensions", "part", "length_matched"}, and by kind:
   *
   * <ul>
   *   <li>verifier: {@code "reference","answer","label"} (1 right, 0 wrong);
   *   <li>preference: {@code "chosen","rejected"}, optional {@code "tie"}, with the loss of Bradley
   *       and Terry (1952), a tie being half a win each way. It scores answers one at a time; the
   *       scores of two answers to one question may be compared, others only roughly;
   *   <li>process: {@code "steps","labels"};
   *   <li>consistency: {@code "cot","answer","label"}.
   * </ul>
   *
   * @throws IllegalArgumentException if a row is malformed, rows are too few, or the bundle's
   *     folder is not empty
   * @throws org.twinline.reward.djl.UnusableModel if the encoder is missing or damaged
   */
  public static TrainingResult of(BundleCard.Kind kind, TrainingSettings settings) {
    return new HeadTraining(settings, TrainingKind.of(kind)).run();
  }

  /** Whether a row says something of a dimension; one that names none speaks of all. */
  static boolean concerns(TrainingRow row, String dimension) {
    return row.dimensions().isEmpty() || row.dimensions().contains(dimension);
  }

  private TrainingResult run() {
    Bundle.requireFree(settings.target().folder());
    List<TrainingRow> rows = TrainingFile.read(settings.data(), kind.form());
    TrainingSettings.Encoding encoders = settings.encoding();
    EncoderRef encoder = EncoderCard.read(encoders.encodersDir().resolve(encoders.encoder())).ref();
    long start = System.nanoTime();
    List<TrainingRow> usable = encoding.usable(rows);
    EncodingCache.Result vectors = EncodingCache.encode(encoding.texts(usable), encoders, encoder);
    List<EncodedRow> examples = shared(usable, vectors.vectors());
    long encoded = System.nanoTime();
    List<EncodedRow> fitted = examples.stream().filter(EncodedRow::fitted).toList();
    List<EncodedRow> heldOut = examples.stream().filter(row -> !row.fitted()).toList();
    List<TrainedHead> heads = new ArrayList<>();
    for (String dimension : dimensions(usable)) {
      List<EncodedRow> ofDimension = concerned(fitted, dimension);
      requireEnough(dimension, ofDimension, concerned(heldOut, dimension));
      heads.add(
          TrainedHead.of(
              dimension, ofDimension, kind.inputs().features().figures(), settings.fit()));
    }
    long done = System.nanoTime();
    LinearHead head = LinearHead.stacked(heads.stream().map(TrainedHead::head).toList());
    BundleCard.Quality quality =
        new HeldOutFigures(kind.compares(), heads).quality(fitted, heldOut);
    BundleCard card = card(encoder, heads, head, rows.size(), fitted, quality);
    Bundle.write(settings.target().folder(), card, head);
    return new TrainingResult(
        card,
        heads.stream()
            .map(h -> new TrainingResult.Fit(h.dimension(), h.fit().curve(), h.fit().chosen()))
            .toList(),
        new TrainingResult.Rows(fitted.size(), heldOut.size(), rows.size() - examples.size()),
        new TrainingResult.Texts(vectors.counts().texts(), vectors.counts().encoded()),
        new TrainingResult.Times(
            Duration.ofNanos(encoded - start), Duration.ofNanos(done - encoded)));
  }

  private List<EncodedRow> shared(List<TrainingRow> rows, List<Encoded> vectors) {
    List<Share> shares = Share.of(rows, new QuestionSplit(settings.fit()), settings.fit().unseen());
    List<List<float[]>> features = encoding.features(rows, vectors);
    List<EncodedRow> examples = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      examples.add(new EncodedRow(rows.get(i), shares.get(i), features.get(i)));
    }
    return examples;
  }

  private SortedSet<String> dimensions(List<TrainingRow> rows) {
    SortedSet<String> dimensions = new TreeSet<>();
    rows.forEach(row -> dimensions.addAll(row.dimensions()));
    if (dimensions.isEmpty()) {
      dimensions.add(kind.bundle().name().toLowerCase(Locale.ROOT));
    }
    return dimensions;
  }

  private static List<EncodedRow> concerned(List<EncodedRow> rows, String dimension) {
    return rows.stream().filter(row -> concerns(row.row(), dimension)).toList();
  }

  private void requireEnough(String dimension, List<EncodedRow> fitted, List<EncodedRow> heldOut) {
    long folds = fitted.stream().map(EncodedRow::fold).distinct().count();
    Require.argument(
        folds == settings.fit().folds() && !heldOut.isEmpty(),
        "Cannot train %s on %s: its %s usable rows fill %s of %s folds and %s are held out; more questions are needed",
        dimension,
        settings.data(),
        fitted.size() + heldOut.size(),
        folds,
        settings.fit().folds(),
        heldOut.size());
    if (kind.compares()) {
      return;
    }
    for (List<EncodedRow> part : List.of(fitted, heldOut)) {
      long right = part.stream().filter(EncodedRow::right).count();
      Require.argument(
          right > 0 && right < part.size(),
          "Cannot train %s on %s: %s of %s %s rows are right; both labels are needed",
          dimension,
          settings.data(),
          right,
          part.size(),
          part == fitted ? "training" : "held-out");
    }
  }

  private BundleCard card(
      EncoderRef encoder,
      List<TrainedHead> heads,
      LinearHead head,
      int rows,
      List<EncodedRow> fitted,
      BundleCard.Quality quality) {
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
    List<BundleCard.Dimension> dimensions =
        heads.stream()
            .map(trained -> new BundleCard.Dimension(trained.dimension(), trained.calibration()))
            .toList();
    return new BundleCard(
        new BundleCard.Identity(target.name(), kind.bundle(), target.licence(), target.languages()),
        encoder,
        kind.inputs(),
        new BundleCard.Outputs(dimensions, ModelFiles.sha256(head.toBytes())),
        new BundleCard.Evidence(
            new BundleCard.Training(
                target.command(), dataSha256, rows, settings.fit().seed(), List.copyOf(hashes)),
            quality,
            GoldenInputs.scored(
                kind.inputs(),
                head,
                heads.stream().map(TrainedHead::calibration).toList(),
                encoder,
                settings.encoding().encodersDir())));
  }
}
