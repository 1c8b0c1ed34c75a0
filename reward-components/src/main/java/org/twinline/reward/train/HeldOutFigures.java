package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.train.TrainingRow.Judgement;

/**
 * How good trained heads are on what they did not see, beside simple baselines. The figures are of
 * the strictest split that has rows: neither question nor phrases seen, else the question unseen.
 */
final class HeldOutFigures {
  private final boolean compares;
  private final List<TrainedHead> heads;

  HeldOutFigures(boolean compares, List<TrainedHead> heads) {
    this.compares = compares;
    this.heads = heads;
  }

  /** A row as one head sees it. */
  private record Judged(EncodedRow row, TrainedHead head) {
    Share.Split split() {
      return ((Share.HeldOut) row.share()).split();
    }
  }

  BundleCard.Quality quality(List<EncodedRow> fitted, List<EncodedRow> heldOut) {
    List<Judged> all = new ArrayList<>();
    for (EncodedRow row : heldOut) {
      for (TrainedHead head : heads) {
        if (!row.row().tie() && HeadTraining.concerns(row.row(), head.dimension())) {
          all.add(new Judged(row, head));
        }
      }
    }
    List<Judged> strict = strictest(all);
    SortedMap<String, SortedMap<String, Figures>> slices = new TreeMap<>();
    slices.put("split", slices(all, row -> Optional.of(lower(row.split()))));
    slices.put("language", slices(strict, row -> Optional.of(lower(row.row().row().language()))));
    slices.put("corruption", slices(strict, row -> Optional.of(traits(row).corruption())));
    slices.put(
        "length_matched", slices(strict, row -> traits(row).lengthMatched().map(String::valueOf)));
    if (heads.size() > 1) {
      slices.put("dimension", slices(strict, row -> Optional.of(row.head().dimension())));
    }
    slices.values().removeIf(Map::isEmpty);
    List<EncodedRow> rows = strict.stream().map(Judged::row).distinct().toList();
    return new BundleCard.Quality(
        figures(strict), Optional.of(crossValidated()), slices, baselines(fitted, rows));
  }

  private static List<Judged> strictest(List<Judged> all) {
    for (Share.Split split : List.of(Share.Split.BOTH, Share.Split.QUESTION, Share.Split.PHRASE)) {
      List<Judged> rows = all.stream().filter(row -> row.split() == split).toList();
      if (!rows.isEmpty()) {
        return rows;
      }
    }
    return all;
  }

  private static TrainingRow.Traits traits(Judged judged) {
    return judged.row().row().traits();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private SortedMap<String, Figures> baselines(List<EncodedRow> fitted, List<EncodedRow> heldOut) {
    return new TreeMap<>(
        compares
            ? Baselines.compared(
                judgements(fitted, Judgement.Compared.class),
                judgements(heldOut, Judgement.Compared.class))
            : Baselines.labelled(
                judgements(fitted, Judgement.Labelled.class),
                judgements(heldOut, Judgement.Labelled.class)));
  }

  private Figures crossValidated() {
    List<Ranking.Judged> judged = new ArrayList<>();
    for (TrainedHead head : heads) {
      for (int i = 0; i < head.fitted().size(); i++) {
        EncodedRow row = head.fitted().get(i);
        if (!row.row().tie()) {
          judged.add(new Ranking.Judged(head.fit().outOfFold()[i], row.right()));
        }
      }
    }
    return Ranking.labelled(judged, 0);
  }

  private SortedMap<String, Figures> slices(
      List<Judged> rows, Function<Judged, Optional<String>> slice) {
    SortedMap<String, List<Judged>> parts = new TreeMap<>();
    for (Judged row : rows) {
      slice
          .apply(row)
          .ifPresent(name -> parts.computeIfAbsent(name, k -> new ArrayList<>()).add(row));
    }
    SortedMap<String, Figures> figures = new TreeMap<>();
    parts.forEach((name, part) -> figures.put(name, figures(part)));
    return figures;
  }

  private Figures figures(List<Judged> rows) {
    if (compares) {
      return Ranking.pairs(
          rows.stream()
              .map(
                  judged ->
                      new Ranking.Pair(
                          judged.head().score(judged.row(), 0),
                          judged.head().score(judged.row(), 1)))
              .toList());
    }
    return Ranking.labelled(
        rows.stream()
            .map(
                judged ->
                    new Ranking.Judged(judged.head().score(judged.row(), 0), judged.row().right()))
            .toList(),
        0.5);
  }

  private static <T extends Judgement> List<T> judgements(List<EncodedRow> rows, Class<T> type) {
    return rows.stream()
        .filter(row -> !row.row().tie())
        .map(row -> row.row().judgement())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
