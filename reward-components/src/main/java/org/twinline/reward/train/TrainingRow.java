package org.twinline.reward.train;

import org.twinline.core.triple.Language;
import org.twinline.reward.djl.Slots;

/**
 * One line of a training file as what is compared: {@code better} beside {@code worse}.
 *
 * @param corruption what kind of answer it is, for figures by slice
 */
record TrainingRow(String question, Language language, String corruption, Judgement judgement) {

  /** What a person, or a construction, said of the answers. */
  sealed interface Judgement {
    /** One answer that is right or wrong. */
    record Labelled(Slots slots, boolean right) implements Judgement {}

    /** Two answers, the first preferred. */
    record Compared(Slots chosen, Slots rejected) implements Judgement {}
  }
}
