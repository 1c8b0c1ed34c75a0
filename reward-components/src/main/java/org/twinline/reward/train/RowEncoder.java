package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Encoded;
import org.twinline.reward.djl.Slots;
import org.twinline.reward.djl.Text;

/** Turns the rows of a training file into features, each distinct text encoded once. */
record RowEncoder(BundleCard.Inputs inputs, Set<Language> languages) {

  /** Rows of a language that is served, none of whose placeholders is blank. */
  List<TrainingRow> usable(List<TrainingRow> rows) {
    return rows.stream()
        .filter(row -> languages.contains(row.language()))
        .filter(row -> row.slots().stream().noneMatch(slots -> inputs.render(slots).isEmpty()))
        .toList();
  }

  /** The texts of usable rows, in the order in which {@link #features} takes their vectors. */
  List<Text> texts(List<TrainingRow> rows) {
    List<Text> texts = new ArrayList<>();
    for (TrainingRow row : rows) {
      for (Slots slots : row.slots()) {
        texts.addAll(inputs.render(slots));
      }
    }
    return texts;
  }

  /** The features of each row's answers. */
  List<List<float[]>> features(List<TrainingRow> rows, List<Encoded> vectors) {
    int width = inputs.templates().size();
    List<List<float[]>> features = new ArrayList<>();
    int next = 0;
    for (TrainingRow row : rows) {
      List<float[]> ofRow = new ArrayList<>();
      for (Slots slots : row.slots()) {
        ofRow.add(inputs.features().of(inputs.render(slots), vectors.subList(next, next + width)));
        next += width;
      }
      features.add(ofRow);
    }
    return features;
  }
}
