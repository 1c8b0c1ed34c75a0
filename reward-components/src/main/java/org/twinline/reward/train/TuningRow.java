package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Slots;
import org.twinline.reward.djl.Text;
import org.twinline.reward.djl.TextEncoder;

/** A row with the token ids of its texts: one answer of a label, two of a comparison. */
record TuningRow(EncodedRow row, List<Answer> answers) {
  TuningRow {
    answers = List.copyOf(answers);
  }

  /**
   * What the head sees of an answer. Equal texts of a training are one array.
   *
   * @param figures those of its features that are not of vectors
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by identity alone.
  record Answer(long[] first, long[] second, float[] figures) {}

  /** The rows of a training, and how many of their texts were cut to the limit. */
  record All(List<TuningRow> rows, int cutTexts) {}

  /** Tokenises every text once. */
  static All of(
      List<EncodedRow> rows, BundleCard.Inputs inputs, int maximumTokens, TextEncoder encoder) {
    Map<Text, long[]> known = new HashMap<>();
    List<TuningRow> result = new ArrayList<>();
    int cut = 0;
    for (EncodedRow row : rows) {
      List<Answer> answers = new ArrayList<>();
      List<Slots> slots = row.row().slots();
      for (int i = 0; i < slots.size(); i++) {
        List<long[]> ids = new ArrayList<>();
        for (Text whole : inputs.render(slots.get(i))) {
          Text text = new Text(whole.content(), maximumTokens, end(whole.truncation()));
          long[] tokens = known.get(text);
          if (tokens == null) {
            tokens = encoder.tokens(text);
            known.put(text, tokens);
            cut += tokens.length == maximumTokens ? 1 : 0;
          }
          ids.add(tokens);
        }
        float[] features = row.features().get(i);
        int figures = inputs.features().figures();
        answers.add(
            new Answer(
                ids.get(0),
                ids.get(1),
                Arrays.copyOfRange(features, features.length - figures, features.length)));
      }
      result.add(new TuningRow(row, answers));
    }
    return new All(result, cut);
  }

  /** A training reads one piece of a text; chunks are for the encoder that is done. */
  private static Text.Truncation end(Text.Truncation truncation) {
    return truncation == Text.Truncation.LEFT ? Text.Truncation.LEFT : Text.Truncation.RIGHT;
  }
}
