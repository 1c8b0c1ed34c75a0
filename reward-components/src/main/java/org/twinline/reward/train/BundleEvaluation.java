package org.twinline.reward.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twinline.core.Require;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Calibration;
import org.twinline.reward.djl.EncoderPlace;
import org.twinline.reward.djl.LinearHead;
import org.twinline.reward.djl.QuestionHash;

/**
 * Judges a bundle on labelled rows of the kind it was trained on, and fits new score scales to
 * them. Rows of questions that the bundle was trained on are counted and, unless they are wanted,
 * left out.
 */
public final class BundleEvaluation {
  private static final int FOLDS = 5;

  private final Bundle bundle;
  private final TrainingKind kind;
  private final LinearHead head;
  private final EncoderPlace encoder;
  private final List<Row> rows;
  private final int trainedOn;
  private final int unused;

  private BundleEvaluation(
      Bundle bundle,
      LinearHead head,
      EncoderPlace encoder,
      List<Row> rows,
      int trainedOn,
      int unused) {
    this.bundle = bundle;
    this.encoder = encoder;
    this.kind = TrainingKind.of(bundle.card().identity().kind());
    this.head = head;
    this.rows = List.copyOf(rows);
    this.trainedOn = trainedOn;
    this.unused = unused;
  }

  private record Row(TrainingRow row, List<float[]> features) {}

  /**
   * Figures of all rows, and of slices of them.
   *
   * @param used rows that were judged
   * @param trainedOn rows of questions that the bundle was trained on
   * @param unused rows of another language, or with a blank field that a template needs
   * @param slices by what, by value
   */
  public record Report(
      int used,
      int trainedOn,
      int unused,
      ScoreFigures all,
      SortedMap<String, SortedMap<String, ScoreFigures>> slices) {}

  /**
   * What a new scale brings: the error of calibration on rows that the scale was not fitted to, by
   * five folds of questions.
   */
  public record Recalibration(BundleCard card, int rows, double eceBefore, double eceAfter) {}

  /**
   * Encodes the rows of a file.
   *
   * @param seen whether rows of questions that the bundle was trained on are judged too
   * @throws IllegalArgumentException if a row is malformed or none is left
   * @throws org.twinline.reward.djl.UnusableModel if bundle or encoder cannot be used
   */
  public static BundleEvaluation of(
      Path folder, Path data, TrainingSettings.Encoding settings, boolean seen) {
    Bundle bundle = Bundle.read(folder);
    BundleCard card = bundle.card();
    TrainingKind kind = TrainingKind.of(card.identity().kind());
    RowEncoder encoding = new RowEncoder(card.inputs(), card.identity().languages());
    List<TrainingRow> all = TrainingFile.read(data, kind.form());
    List<TrainingRow> usable = encoding.usable(all);
    TreeSet<String> hashes = new TreeSet<>(card.evidence().questionHashes());
    List<TrainingRow> fresh =
        usable.stream()
            .filter(row -> seen || !hashes.contains(QuestionHash.of(row.question())))
            .toList();
    Require.argument(
        !fresh.isEmpty(),
        "Cannot judge bundle %s on %s: of %s rows %s are of its languages and none of those is of a question it was not trained on",
        folder,
        data,
        all.size(),
        usable.size());
    EncoderPlace encoder = bundle.encoder(settings.encoders());
    List<List<float[]>> features =
        encoding.features(
            fresh, EncodingCache.encode(encoding.texts(fresh), settings, encoder).vectors());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      rows.add(new Row(fresh.get(i), features.get(i)));
    }
    return new BundleEvaluation(
        bundle,
        bundle.head(encoder.card()),
        encoder,
        rows,
        seen ? 0 : usable.size() - fresh.size(),
        all.size() - usable.size());
  }

  /** Figures over all rows and by language, corruption, dimension and matched length. */
  public Report report() {
    SortedMap<String, SortedMap<String, ScoreFigures>> slices = new TreeMap<>();
    slices.put(
        "language", slices(row -> Optional.of(row.language().name().toLowerCase(Locale.ROOT))));
    slices.put("corruption", slices(row -> Optional.of(row.traits().corruption())));
    slices.put("length_matched", slices(row -> row.traits().lengthMatched().map(String::valueOf)));
    if (dimensions().size() > 1) {
      SortedMap<String, ScoreFigures> byDimension = new TreeMap<>();
      for (int d : dimensions()) {
        List<Row> concerned = concerned(rows, d);
        if (!concerned.isEmpty()) {
          byDimension.put(name(d), figures(concerned, List.of(d)));
        }
      }
      slices.put("dimension", byDimension);
    }
    slices.values().removeIf(figures -> figures.isEmpty());
    return new Report(rows.size(), trainedOn, unused, figures(rows, dimensions()), slices);
  }

  private List<Integer> dimensions() {
    List<Integer> dimensions = new ArrayList<>();
    for (int d = 0; d < bundle.card().outputs().dimensions().size(); d++) {
      dimensions.add(d);
    }
    return dimensions;
  }

  private String name(int dimension) {
    return bundle.card().outputs().dimensions().get(dimension).name();
  }

  private List<Row> concerned(List<Row> all, int dimension) {
    return all.stream()
        .filter(row -> !row.row().tie())
        .filter(row -> HeadTraining.concerns(row.row(), name(dimension)))
        .toList();
  }

  private SortedMap<String, ScoreFigures> slices(Function<TrainingRow, Optional<String>> slice) {
    SortedMap<String, List<Row>> parts =
        rows.stream()
            .filter(row -> slice.apply(row.row()).isPresent())
            .collect(
                Collectors.groupingBy(
                    row -> slice.apply(row.row()).orElse(""), TreeMap::new, Collectors.toList()));
    SortedMap<String, ScoreFigures> figures = new TreeMap<>();
    parts.forEach((name, part) -> figures.put(name, figures(part, dimensions())));
    return figures;
  }

  /** A row that names no dimension is judged once, by the mean of all, as in a run. */
  private ScoreFigures figures(List<Row> of, List<Integer> dimensions) {
    List<Ranking.Judged> judged = new ArrayList<>();
    List<Ranking.Pair> pairs = new ArrayList<>();
    for (Row row : of) {
      if (row.row().tie()) {
        continue;
      }
      if (row.row().dimensions().isEmpty()) {
        add(row, dimensions, judged, pairs);
        continue;
      }
      for (int d : dimensions) {
        if (HeadTraining.concerns(row.row(), name(d))) {
          add(row, List.of(d), judged, pairs);
        }
      }
    }
    Require.argument(
        judged.size() + pairs.size() > 0,
        "Cannot judge bundle %s: no row is of its dimensions",
        bundle.card().identity().name());
    return kind.compares() ? ScoreFigures.pairs(pairs) : ScoreFigures.labelled(judged);
  }

  /**
   * Writes the bundle on other scales, with its own encoder where it brings one.
   *
   * @throws IllegalArgumentException if the folder is not free
   */
  public void write(Path folder, Recalibration scaled) {
    Optional<Path> own = encoder.own() ? Optional.of(encoder.folder()) : Optional.empty();
    Bundle.write(folder, scaled.card(), head, own);
  }

  private void add(
      Row row, List<Integer> dimensions, List<Ranking.Judged> judged, List<Ranking.Pair> pairs) {
    double first = mean(row.features().get(0), dimensions);
    if (kind.compares()) {
      pairs.add(new Ranking.Pair(first, mean(row.features().get(1), dimensions)));
    } else {
      judged.add(new Ranking.Judged(first, row.row().right()));
    }
  }

  private double mean(float[] features, List<Integer> dimensions) {
    double sum = 0;
    for (int d : dimensions) {
      Calibration scale = bundle.card().outputs().dimensions().get(d).calibration();
      sum += scale.score(head.logit(d, features));
    }
    return sum / dimensions.size();
  }

  /**
   * Fits an isotonic scale to every dimension.
   *
   * @throws IllegalArgumentException if a dimension has too few rows of either label
   */
  public Recalibration recalibrated() {
    List<Calibration> scales = new ArrayList<>();
    double before = 0;
    double after = 0;
    int n = 0;
    for (int d : dimensions()) {
      List<List<Ranking.Judged>> folds = folds(d);
      List<Ranking.Judged> all = folds.stream().flatMap(List::stream).toList();
      scales.add(IsotonicFit.of(all));
      Calibration old = bundle.card().outputs().dimensions().get(d).calibration();
      List<Ranking.Judged> refitted = new ArrayList<>();
      for (int fold = 0; fold < FOLDS; fold++) {
        List<Ranking.Judged> others = new ArrayList<>();
        for (int other = 0; other < FOLDS; other++) {
          if (other != fold) {
            others.addAll(folds.get(other));
          }
        }
        Calibration scale = IsotonicFit.of(others);
        folds.get(fold).forEach(row -> refitted.add(scored(row, scale)));
      }
      before += ScoreFigures.ece(all.stream().map(row -> scored(row, old)).toList()) * all.size();
      after += ScoreFigures.ece(refitted) * all.size();
      n += all.size();
    }
    return new Recalibration(
        bundle.card().calibrated(scales, golden(scales)), rows.size(), before / n, after / n);
  }

  private static Ranking.Judged scored(Ranking.Judged row, Calibration scale) {
    return new Ranking.Judged(scale.score(row.value()), row.right());
  }

  /** The logits of one dimension, in folds of questions. */
  private List<List<Ranking.Judged>> folds(int dimension) {
    List<List<Ranking.Judged>> folds = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      folds.add(new ArrayList<>());
    }
    for (Row row : concerned(rows, dimension)) {
      long hash = Long.parseUnsignedLong(QuestionHash.of(row.row().question()), 16);
      List<Ranking.Judged> fold = folds.get((int) Long.remainderUnsigned(hash, FOLDS));
      fold.add(new Ranking.Judged(head.logit(dimension, row.features().get(0)), row.row().right()));
      if (kind.compares()) {
        fold.add(new Ranking.Judged(head.logit(dimension, row.features().get(1)), false));
      }
    }
    return folds;
  }

  /** The golden inputs with their scores on other scales. */
  private BundleCard.Golden golden(List<Calibration> scales) {
    BundleCard card = bundle.card();
    return GoldenInputs.scored(card.inputs(), head, scales, encoder);
  }
}
