package org.twinline.terminology.link;

import java.util.List;
import org.twinline.core.Require;

/**
 * A text and the names of the terms it stands for.
 *
 * @param text as written
 * @param standard at least one name, as the target list writes it
 */
public record TrainingPair(String text, List<String> standard) {

  public TrainingPair {
    standard = List.copyOf(standard);
    Require.argument(!standard.isEmpty(), "Cannot train on a text without a standard term");
  }
}
