package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.train.TrainingRow.Judgement;

/** How good a trained head is on questions it did not see, beside simple baselines. */
record HeldOutFigures(BundleCard.Kind kind, TrainedHead trained) {

  BundleCard.Quality quality(List<EncodedRow> fitted, List<EncodedRow> heldOut) {
    Map<String, Figures> baselines =
        kind == BundleCard.Kind.VERIFIER
            ? Baselines.labelled(
                judgements(fitted, Judgement.Labelled.class),
                judgements(heldOut, Judgement.Labelled.class))
            : Baselines.compared(
                judgements(fitted, Judgement.Compared.class),
                judgements(heldOut, Judgement.Compared.class));
    return new BundleCard.Quality(
        figures(heldOut),
        crossValidated(fitted),
        slices(heldOut, row -> row.row().language().name().toLowerCase(Locale.ROOT)),
        slices(heldOut, row -> row.row().corruption()),
        baselines);
  }

  private Figures crossValidated(List<EncodedRow> fitted) {
    List<Ranking.Judged> judged = new ArrayList<>();
    for (int i = 0; i < fitted.size(); i++) {
      judged.add(new Ranking.Judged(trained.fit().outOfFold()[i], fitted.get(i).right()));
    }
    return Ranking.labelled(judged, 0);
  }

  private Map<String, Figures> slices(List<EncodedRow> rows, Function<EncodedRow, String> slice) {
    Map<String, List<EncodedRow>> parts = new HashMap<>();
    rows.forEach(row -> parts.computeIfAbsent(slice.apply(row), k -> new ArrayList<>()).add(row));
    Map<String, Figures> figures = new TreeMap<>();
    parts.forEach((name, part) -> figures.put(name, figures(part)));
    return figures;
  }

  private Figures figures(List<EncodedRow> rows) {
    if (kind == BundleCard.Kind.VERIFIER) {
      return Ranking.labelled(
          rows.stream().map(row -> new Ranking.Judged(trained.score(row, 0), row.right())).toList(),
          0.5);
    }
    return Ranking.pairs(
        rows.stream()
            .map(row -> new Ranking.Pair(trained.score(row, 0), trained.score(row, 1)))
            .toList());
  }

  private static <T extends Judgement> List<T> judgements(List<EncodedRow> rows, Class<T> type) {
    return rows.stream()
        .map(row -> row.row().judgement())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
