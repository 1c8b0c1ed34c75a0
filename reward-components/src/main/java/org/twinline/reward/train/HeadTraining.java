package org.twinline.reward.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.twinline.core.Require;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.EncoderPlace;
import org.twinline.reward.djl.Figures;

/**
 * Trains linear heads, on a frozen encoder or together with its last layers, and writes them as a
 * bundle.
 *
 * <p>A share of the questions, chosen by hash, is touched for the figures alone, and so is every
 * row of the file's test part and of the kinds of corruption that are to be unseen ({@link Share}).
 * On the other rows one head a dimension is fitted; folds of their questions decide when to stop,
 * how strong the L2 penalty is and how logits become scores. The same file, settings and type of
 * processor give the same bytes.
 *
 * <p>Every text is encoded once, at some 4,000 tokens a second and thread, or taken from the cache;
 * the fit itself takes seconds. Where the encoder learns too ({@link TrainingSettings.Tuning}),
 * some 1,200 tokens a second and pass; then every text is encoded anew. One training runs at a time
 * in a JVM.
 */
public final class HeadTraining {
  /** The baseline of a fine-tuned bundle: heads on the encoder as it was, on the same rows. */
  public static final String FROZEN = "frozen";

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
    EncoderPlace encoder = settings.encoding().encoders().shared(settings.encoding().encoder());
    long start = System.nanoTime();
    List<TrainingRow> usable = encoding.usable(rows);
    EncodingCache.Result vectors =
        EncodingCache.encode(encoding.texts(usable), settings.encoding(), encoder);
    Examples examples = examples(usable, vectors);
    long encoded = System.nanoTime();
    List<TrainedHead> heads = new ArrayList<>();
    for (String dimension : dimensions(usable)) {
      List<EncodedRow> ofDimension = concerned(examples.fitted(), dimension);
      requireEnough(dimension, ofDimension, concerned(examples.heldOut(), dimension));
      heads.add(trained(dimension, ofDimension, settings.fit()));
    }
    TrainedBundle bundle = new TrainedBundle(encoder, heads, quality(heads, examples));
    List<TrainingResult.Fit> fits =
        heads.stream()
            .map(h -> new TrainingResult.Fit(h.dimension(), h.fit().curve(), h.fit().chosen()))
            .toList();
    Optional<TrainingResult.Tuning> tuning = Optional.empty();
    BundleCard card;
    if (settings.tuning().isPresent()) {
      Path folder = beside(settings.target().folder());
      try {
        Files.createDirectories(folder);
        EncoderTuning.Learnt learnt = learn(bundle, examples, folder);
        fits = List.of(new TrainingResult.Fit("encoder", learnt.curve(), learnt.chosen()));
        tuning = Optional.of(new TrainingResult.Tuning(learnt.size(), learnt.cutTexts()));
        if (learnt.encoder().isPresent()) {
          bundle = tuned(learnt, learnt.encoder().get(), bundle, usable);
        }
        card = bundle.write(settings, kind, rows.size(), examples.fitted());
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write the encoder to " + folder, e);
      } finally {
        delete(folder);
      }
    } else {
      card = bundle.write(settings, kind, rows.size(), examples.fitted());
    }
    long done = System.nanoTime();
    return new TrainingResult(
        card,
        fits,
        new TrainingResult.Rows(
            examples.fitted().size(), examples.heldOut().size(), rows.size() - usable.size()),
        new TrainingResult.Texts(vectors.counts().texts(), vectors.counts().encoded()),
        new TrainingResult.Times(
            Duration.ofNanos(encoded - start), Duration.ofNanos(done - encoded)),
        tuning);
  }

  private record Examples(List<EncodedRow> fitted, List<EncodedRow> heldOut) {}

  private Examples examples(List<TrainingRow> rows, EncodingCache.Result vectors) {
    List<Share> shares = Share.of(rows, new QuestionSplit(settings.fit()), settings.fit().unseen());
    List<List<float[]>> features = encoding.features(rows, vectors.vectors());
    List<EncodedRow> fitted = new ArrayList<>();
    List<EncodedRow> heldOut = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      EncodedRow row = new EncodedRow(rows.get(i), shares.get(i), features.get(i));
      (row.fitted() ? fitted : heldOut).add(row);
    }
    return new Examples(fitted, heldOut);
  }

  private TrainedHead trained(
      String dimension, List<EncodedRow> rows, TrainingSettings.Fit settingsOfFit) {
    return TrainedHead.of(dimension, rows, kind.inputs().features().figures(), settingsOfFit);
  }

  private BundleCard.Quality quality(List<TrainedHead> heads, Examples examples) {
    return new HeldOutFigures(kind.compares(), heads)
        .quality(examples.fitted(), examples.heldOut());
  }

  /** Heads that have not seen the validation rows begin; then the encoder learns with them. */
  private EncoderTuning.Learnt learn(TrainedBundle frozen, Examples examples, Path folder)
      throws IOException {
    List<EncodedRow> others =
        examples.fitted().stream()
            .filter(row -> row.fold() != EncoderTuning.VALIDATION)
            .map(EncodedRow::inFoldBefore)
            .toList();
    List<TrainedHead> start = new ArrayList<>();
    for (TrainedHead head : frozen.heads()) {
      List<EncodedRow> rows = concerned(others, head.dimension());
      start.add(trained(head.dimension(), rows, settings.fit().withoutOneFold()));
    }
    return new EncoderTuning(settings, kind.inputs())
        .run(frozen.encoder(), start, examples.fitted(), folder);
  }

  /** The new encoder, read back, with its heads; the frozen one's figure is a baseline of it. */
  private TrainedBundle tuned(
      EncoderTuning.Learnt learnt,
      EncoderPlace encoder,
      TrainedBundle frozen,
      List<TrainingRow> usable) {
    TrainingSettings.Encoding uncached =
        new TrainingSettings.Encoding(
            settings.encoding().encoders(),
            encoder.encoder().name(),
            Optional.empty(),
            settings.encoding().threads());
    Examples examples =
        examples(usable, EncodingCache.encode(encoding.texts(usable), uncached, encoder));
    List<EncodedRow> validation =
        examples.fitted().stream().filter(row -> row.fold() == EncoderTuning.VALIDATION).toList();
    List<TrainedHead> heads = new ArrayList<>();
    for (int d = 0; d < frozen.heads().size(); d++) {
      String dimension = frozen.heads().get(d).dimension();
      heads.add(
          TrainedHead.learnt(
              dimension,
              learnt.heads().get(d),
              new TrainingResult.Fit(dimension, learnt.curve(), learnt.chosen()),
              concerned(validation, dimension)));
    }
    BundleCard.Quality quality = quality(heads, examples);
    TreeMap<String, Figures> baselines = new TreeMap<>(quality.baselines());
    baselines.put(FROZEN, frozen.quality().heldOut());
    return new TrainedBundle(
        encoder,
        heads,
        new BundleCard.Quality(
            quality.heldOut(), quality.crossValidated(), quality.slices(), baselines));
  }

  private static Path beside(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return absolute.resolveSibling("." + absolute.getFileName() + "-" + UUID.randomUUID());
  }

  private static void delete(Path folder) {
    for (String file : EncoderCard.FOLDER) {
      folder.resolve(file).toFile().delete();
    }
    folder.toFile().delete();
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
}
