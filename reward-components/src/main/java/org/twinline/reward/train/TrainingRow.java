package org.twinline.reward.train;

import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.Slots;

/**
 * What a training file says of an answer, a pair of answers, or a step.
 *
 * @param dimensions what is judged, empty where the file does not say
 * @param traits for the split and for figures by slice
 */
record TrainingRow(
    String question,
    Language language,
    List<String> dimensions,
    Traits traits,
    Judgement judgement) {

  TrainingRow {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * Where a row comes from.
   *
   * @param corruption what was done to a bad answer, {@code none} for a good one
   * @param part which part of its phrases and concepts the row is made of
   * @param lengthMatched whether both answers of a pair are about equally long, where stated
   */
  record Traits(String corruption, Part part, Optional<Boolean> lengthMatched) {}

  /** Rows of both parts share no phrase; where the file does not say, all may. */
  enum Part {
    TRAIN,
    TEST,
    UNSTATED
  }

  /** What a person, or a construction, said of the answers. */
  sealed interface Judgement {
    /** One answer, or one step, that is right or wrong. */
    record Labelled(Slots slots, boolean right) implements Judgement {}

    /** Two answers, the first preferred, or both equal. */
    record Compared(Slots chosen, Slots rejected, boolean tie) implements Judgement {}
  }

  /** The texts that are judged: one of a label, two of a comparison. */
  List<Slots> slots() {
    if (judgement instanceof Judgement.Compared compared) {
      return List.of(compared.chosen(), compared.rejected());
    }
    return List.of(((Judgement.Labelled) judgement).slots());
  }

  /** Whether the first answer is the right one; that of a comparison is. */
  boolean right() {
    return !(judgement instanceof Judgement.Labelled labelled) || labelled.right();
  }

  boolean tie() {
    return judgement instanceof Judgement.Compared compared && compared.tie();
  }
}
