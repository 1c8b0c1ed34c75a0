package org.twinline.reward.rule.choice;

import java.util.Set;

/**
 * What an answer to a choice question was found to state.
 *
 * @param labels the labels, as given, of the options it states; empty where nothing was recognised
 * @param contradictory whether a letter stands beside the text of another option; then {@code
 *     labels} is empty
 */
public record ChoiceReading(Set<String> labels, boolean contradictory) {
  static final ChoiceReading UNRECOGNISED = new ChoiceReading(Set.of(), false);
  static final ChoiceReading CONTRADICTORY = new ChoiceReading(Set.of(), true);

  public ChoiceReading {
    labels = Set.copyOf(labels);
  }

  /** Whether some option was recognised. */
  public boolean recognised() {
    return !labels.isEmpty();
  }
}
