package org.twinline.reward.corrupt;

import java.util.List;
import org.twinline.core.Require;
import org.twinline.core.triple.Language;

/**
 * The steps of a chain of thought, each sound or not.
 *
 * @param sound one for each step
 */
public record StepRow(
    String id,
    String question,
    List<String> steps,
    List<Boolean> sound,
    Language language,
    Part part) {
  public StepRow {
    steps = List.copyOf(steps);
    sound = List.copyOf(sound);
    Require.argument(
        steps.size() == sound.size(),
        "Cannot label %s steps with %s labels",
        steps.size(),
        sound.size());
  }
}
